// Hits as one page for a browser: the format "html".
//
// The page is whole in itself: no script, no image, no font, nothing is fetched, and its content
// security policy forbids the browser to. Everything of an article or a query is text
// (searcher/output/html_text.h); only its address becomes an attribute, and only where it is one of
// the web (web_address()). A link tells its target nothing about the page. No control and no
// bidirectional character is in it, so it can be printed to a terminal.
#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "common/publication_time.h"
#include "searcher/output/html_text.h"
#include "searcher/output/reference.h"
#include "searcher/output/wording.h"
#include "searcher/output/writers.h"

namespace dateline::searcher {
namespace {

// Inline style is ours alone: nothing of an article ever stands in an attribute but an address.
constexpr std::string_view kHead =
    R"(<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
)";

// Each article has a language and a direction of its own; an unknown language is an empty one, or
// the page's would hold.
std::string language_of(const Article& article) {
  const std::string& code = article.language;
  const bool is_code =
      (code.size() == 2 || code.size() == 3) &&
      std::all_of(code.begin(), code.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return is_code ? code : "";
}

std::string time_of(const Article& article) {
  if (!article.published.dated()) return "<span>undated</span>";
  return fmt::format("<time datetime=\"{}\">{}</time>", to_iso(article.published),
                     shown_date(article.published));
}

std::string headline_of(const Hit& hit, const std::string& address) {
  const std::string headline = has_words(hit.headline.text)
                                   ? html_text(hit.headline)
                                   : "<span lang=\"en\">(no headline)</span>";
  if (address.empty()) return headline;
  return fmt::format("<a href=\"{}\" rel=\"noopener noreferrer nofollow\">{}</a>",
                     html_text(address), headline);
}

std::string about(const Hit& hit, const Reference& reference) {
  const Article& article = hit.article;
  std::string line = time_of(article);
  for (const std::string* text :
       {&reference.publication, &article.byline, &article.place, &article.section}) {
    if (!text->empty()) line += fmt::format(" · <bdi>{}</bdi>", html_text(*text));
  }
  return line;
}

std::string related(const Hit& hit) {
  std::string lines;
  for (const std::string& line : related_lines(hit)) {
    lines += fmt::format("<p class=\"about\" lang=\"en\">{}</p>\n", html_text(line));
  }
  return lines;
}

std::string item(const Hit& hit) {
  const Reference reference = reference_of(hit.article);
  return fmt::format(R"(<li value="{}"><article lang="{}">
<h2 dir="auto">{}</h2>
<p class="about">{}</p>
<p dir="auto">{}</p>
{}<p class="id"><bdi>{}</bdi></p>
</article></li>
)",
                     hit.rank, language_of(hit.article), headline_of(hit, reference.address),
                     about(hit, reference), html_text(hit.snippet), related(hit),
                     html_text(hit.article.id));
}

std::string items(const SearchResult& result) {
  if (result.hits.empty()) return "";
  std::string list;
  for (const Hit& hit : result.hits) list += item(hit);
  return fmt::format("<ol>\n{}</ol>\n", list);
}

std::string fact(std::string_view name, std::string_view value) {
  return fmt::format("<dt>{}</dt><dd dir=\"auto\">{}</dd>\n", name, html_text(value));
}

// What is needed to cite the search and to repeat it.
std::string facts(const SearchResult& result) {
  std::string list = fact("Query", result.query) + fact("Read as", result.read_as);
  list +=
      fact("Articles", fmt::format("{}{}", result.total.exact ? "" : "about ", result.total.value));
  if (result.groups) list += fact("With copies as one", fmt::to_string(*result.groups));
  if (result.undated_left_out) {
    list += fact("Undated, left out", fmt::to_string(*result.undated_left_out));
  }
  list += fact("Generation of the index", fmt::to_string(result.generation));
  for (const std::string& note : result.notes) list += fact("Note", note);
  return fmt::format("<dl>\n{}</dl>\n", list);
}

}  // namespace

std::string to_html(const SearchResult& result) {
  const std::string title = html_text(result.query.empty() ? result.read_as : result.query);
  std::string page = fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n{}<title>{} · Dateline"
      "</title>\n<style>\n{}</style>\n</head>\n<body>\n",
      kHead, title, html_style());
  page += fmt::format("<header>\n<h1 dir=\"auto\">{}</h1>\n{}</header>\n<main>\n", title,
                      facts(result));
  page += items(result);
  page += fmt::format("</main>\n<footer><p>{}</p></footer>\n</body>\n</html>\n",
                      html_text(totals_line(result)));
  return page;
}

}  // namespace dateline::searcher
