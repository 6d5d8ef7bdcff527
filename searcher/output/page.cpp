#include "searcher/output/page.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "searcher/output/highlighted_lines.h"
#include "searcher/output/related_lines.h"
#include "searcher/output/shown_date.h"

namespace dateline::searcher {
namespace {

constexpr std::size_t kIndent = 4;
constexpr std::size_t kNarrowest = 20;
constexpr std::string_view kDot = " · ";

std::string joined(const std::vector<std::string>& parts) {
  std::string line;
  for (const std::string& part : parts) {
    if (part.empty()) continue;
    if (!line.empty()) line += kDot;
    line += part;
  }
  return line;
}

class Page {
 public:
  explicit Page(const PageStyle& style) : style_(style) {}

  void add(const HighlightedText& text, const Ink& ink, std::size_t indent,
           Breaks breaks = Breaks::kSpace) {
    LineStyle line_style;
    if (style_.width > 0) line_style.width = std::max(style_.width, kNarrowest + indent) - indent;
    if (style_.colour == Colour::kOn) line_style.ink = ink;
    line_style.breaks = breaks;
    for (const std::string& line : highlighted_lines(text, line_style)) {
      if (!label_.empty()) {
        text_ += std::exchange(label_, {});
      } else if (!line.empty()) {
        text_.append(indent, ' ');
      }
      text_ += line;
      text_ += '\n';
    }
  }

  void add(const std::string& text, const Ink& ink, std::size_t indent) {
    add(HighlightedText{text, {}}, ink, indent);
  }

  void add_empty_line() { text_ += '\n'; }

  // Stands in place of the indentation of the next line.
  void set_label(std::string label) { label_ = std::move(label); }

  std::string take() { return std::move(text_); }

 private:
  const PageStyle& style_;
  std::string text_;
  std::string label_;
};

void add_headline(Page& page, const HighlightedText& headline, std::size_t indent) {
  const bool has_none = headline.text.find_first_not_of(" \n\t") == std::string::npos;
  page.add(has_none ? HighlightedText{"(no headline)", {}} : headline, kHeadlineInk, indent);
}

void add_hit(Page& page, const Hit& hit) {
  const Article& article = hit.article;
  page.set_label(fmt::format("{:>2}. ", hit.rank));
  add_headline(page, hit.headline, kIndent);
  const std::string& source = article.source.empty() ? article.agency : article.source;
  page.add(joined({source, shown_date(article.published), article.place}), kFaintInk, kIndent);
  page.add(hit.snippet, kBodyInk, kIndent);
  for (const std::string& line : related_lines(hit)) page.add(line, kFaintInk, kIndent);
  page.add(article.id, kFaintInk, kIndent);
  page.add_empty_line();
}

// The archive's own fields, the values of one name on one line: "topics: grain, wheat".
std::vector<std::string> field_lines(const Article& article) {
  std::vector<std::pair<std::string, std::string>> lines;
  for (const ArchiveField& field : article.fields) {
    auto line = std::find_if(lines.begin(), lines.end(),
                             [&](const auto& known) { return known.first == field.name; });
    if (line == lines.end()) {
      lines.emplace_back(field.name, field.name + ": " + field.value);
    } else {
      line->second += ", " + field.value;
    }
  }
  std::vector<std::string> texts;
  for (auto& line : lines) texts.push_back(std::move(line.second));
  return texts;
}

std::string articles(std::uint64_t count) {
  return fmt::format("{} article{}", count, count == 1 ? "" : "s");
}

}  // namespace

std::string totals_line(const SearchResult& result) {
  const std::string_view about = result.total.exact ? "" : "about ";
  std::string line;
  if (!result.hits.empty()) {
    line = fmt::format("{}-{} of {}{}", result.hits.front().rank, result.hits.back().rank, about,
                       result.groups.value_or(result.total.value));
  } else if (result.total.value == 0) {
    line = "no article found";
  } else {
    line = fmt::format("{}{}, none shown", about, articles(result.total.value));
  }
  if (result.groups && *result.groups != result.total.value) {
    line += result.hits.empty() ? fmt::format(", {} with copies as one", *result.groups)
                                : fmt::format(" in {}", articles(result.total.value));
  }
  if (result.undated_left_out)
    line += fmt::format(", {} undated left out", *result.undated_left_out);
  return line;
}

std::string hits_page(const SearchResult& result, const PageStyle& style) {
  Page page(style);
  for (const Hit& hit : result.hits) add_hit(page, hit);
  page.add(totals_line(result), kFaintInk, 0);
  if (result.suggestion) page.add("Did you mean: " + result.suggestion->text + "?", kBodyInk, 0);
  return page.take();
}

std::string article_page(const Article& article, const ArticleText& text, const PageStyle& style) {
  Page page(style);
  add_headline(page, text.headline, 0);
  const std::string byline = article.byline.empty() ? "" : "By " + article.byline;
  const std::string agency = article.agency == article.source ? "" : article.agency;
  page.add(joined({article.source, agency, shown_date(article.published), article.place}),
           kFaintInk, 0);
  page.add(joined({byline, article.section}), kFaintInk, 0);
  page.add(article.url, kFaintInk, 0);
  for (const std::string& line : field_lines(article)) page.add(line, kFaintInk, 0);
  if (!text.body.text.empty()) {
    page.add_empty_line();
    page.add(text.body, kBodyInk, 0, Breaks::kKeep);
  }
  return page.take();
}

}  // namespace dateline::searcher
