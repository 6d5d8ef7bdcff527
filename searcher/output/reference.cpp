#include "searcher/output/reference.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <string_view>
#include <utility>

#include "common/text/ascii.h"
#include "searcher/output/wording.h"

namespace dateline::searcher {
namespace {

// Without the quote ' and the brackets, which are legal but end attributes and braces elsewhere.
constexpr std::string_view kOfAddresses = "-._~:/?#@!$&()*+,;=%";

// Bytes of the scheme with "://", 0 where it is another one.
std::size_t scheme_bytes(std::string_view url) {
  for (const std::string_view scheme : {"http://", "https://"}) {
    const std::string_view start = url.substr(0, scheme.size());
    if (std::ranges::equal(start, scheme, {}, ascii::to_lower)) return scheme.size();
  }
  return 0;
}

// How archives call the page that an article is printed on, those with the letter of the section
// first.
constexpr auto kPageFields = std::to_array<std::string_view>(
    {"page", "pages", "print_page", "printpage", "page_number", "pagenumber", "page_no", "pageno",
     "page_range", "start_page", "startpage", "first_page", "page_start", "newspaper_page", "seite",
     "seiten", "pagina", "paginas"});

// "Page A1" as "A1": reference managers put the word before it themselves.
std::string_view without_word_for_page(std::string_view text) {
  for (const std::string_view word : {"pages", "page", "pp.", "p."}) {
    const std::string_view start = text.substr(0, word.size());
    if (!std::ranges::equal(start, word, {}, ascii::to_lower)) continue;
    text.remove_prefix(word.size());
    break;
  }
  text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
  return text;
}

// A text that is longer, or has no digit, is no page.
std::string_view as_page(std::string_view text) {
  constexpr std::size_t kMostBytes = 32;
  text = without_word_for_page(text);
  const bool has_digit = std::ranges::any_of(text, ascii::is_digit);
  return has_digit && text.size() <= kMostBytes ? text : std::string_view{};
}

std::string_view page_of(const Article& article) {
  for (const std::string_view name : kPageFields) {
    for (const ArchiveField& field : article.fields) {
      if (field.name != name) continue;
      if (const auto page = as_page(field.value); !page.empty()) return page;
    }
  }
  return {};
}

// "12-14" and "12\u201314"; a page may itself have a hyphen, so both sides must be numbers.
PageRange range_of(std::string_view pages) {
  for (const std::string_view dash : {"\u2013", "--", "-"}) {
    const std::size_t at = pages.find(dash);
    if (at == std::string_view::npos) continue;
    const std::string_view first = pages.substr(0, at), last = pages.substr(at + dash.size());
    const bool numbers = !first.empty() && !last.empty() &&
                         std::ranges::all_of(first, ascii::is_digit) &&
                         std::ranges::all_of(last, ascii::is_digit);
    if (numbers) return {std::string(first), std::string(last)};
  }
  return {std::string(pages), ""};
}

bool is_same_name(std::string_view a, std::string_view b) {
  return !a.empty() && std::ranges::equal(a, b, {}, ascii::to_lower, ascii::to_lower);
}

// A paper's or an agency's name is no person's. Without a byline a story that a paper has from an
// agency is the agency's.
std::vector<Author> authors_of_article(const Article& article) {
  std::vector<Author> authors = authors_of(article.byline);
  for (Author& author : authors) {
    if (!is_same_name(author.whole, article.source) &&
        !is_same_name(author.whole, article.agency)) {
      continue;
    }
    author = {"", "", "", std::move(author.whole)};
  }
  const bool from_agency = !is_same_name(article.agency, article.source);
  if (authors.empty() && from_agency && !article.source.empty() && has_words(article.agency)) {
    authors.push_back({"", "", "", article.agency});
  }
  return authors;
}

}  // namespace

std::string percent_encoded(std::string_view text, std::string_view kept) {
  std::string encoded;
  encoded.reserve(text.size());
  for (const char c : text) {
    if (ascii::is_alphanumeric(c) || kept.find(c) != std::string_view::npos) {
      encoded += c;
    } else {
      fmt::format_to(std::back_inserter(encoded), "%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return encoded;
}

std::string web_address(std::string_view url) {
  const std::size_t scheme = scheme_bytes(url);
  const bool has_host = scheme > 0 && url.size() > scheme && ascii::is_alphanumeric(url[scheme]);
  return has_host ? percent_encoded(url, kOfAddresses) : "";
}

Reference reference_of(const Article& article) {
  Reference reference;
  reference.title = has_words(article.headline) ? article.headline : "[No headline]";
  reference.authors = authors_of_article(article);
  reference.publication = publication_of(article);
  reference.address = web_address(article.url);
  reference.pages = range_of(page_of(article));
  if (article.published.dated()) {
    const Precision precision = article.published.precision;
    reference.date = ReferenceDate{article.published.day(), precision >= Precision::kMonth,
                                   precision >= Precision::kDay};
  }
  return reference;
}

}  // namespace dateline::searcher
