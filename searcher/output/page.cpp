#include "searcher/output/page.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "common/terminal_text.h"
#include "searcher/output/highlighted_lines.h"
#include "searcher/output/histogram.h"
#include "searcher/output/wording.h"
#include "searcher/query/reading_notes.h"

namespace dateline::searcher {
namespace {

constexpr std::size_t kIndent = 4;
constexpr std::size_t kMaxIndent = 40;  // deeper parts of a query would leave no room on a line
constexpr std::size_t kNarrowest = 20;  // a terminal with less room gets longer lines than it has
constexpr std::string_view kDot = " · ";

std::string joined(const std::vector<std::string>& texts) {
  std::string line;
  for (const std::string& text : texts) {
    if (text.empty()) continue;
    if (!line.empty()) line += kDot;
    line += text;
  }
  return line;
}

class Page {
 public:
  explicit Page(const PageStyle& style) : style_(style) {}

  // No line for an empty text.
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

  // Lines that need no escape, no wrapping and no colour.
  void add_as_it_is(const std::string& line) { text_.append(line).append("\n"); }
  void add_empty_line() { add_as_it_is(""); }

  // Behind the label, and wrapped beside it.
  void add_labelled(std::string label, const std::string& text, const Ink& ink) {
    const std::size_t indent = label.size();
    set_label(std::move(label));
    add(text, ink, indent);
  }

  // Stands in place of the indentation of the next line.
  void set_label(std::string label) { label_ = std::move(label); }

  bool is_wrapped() const { return style_.width > 0; }
  std::size_t width() const { return style_.width; }

  std::string take() { return std::move(text_); }

 private:
  const PageStyle& style_;
  std::string text_;
  std::string label_;
};

void add_headline(Page& page, const HighlightedText& headline, std::size_t indent) {
  const bool has_one = has_words(headline.text);
  page.add(has_one ? headline : HighlightedText{"(no headline)", {}}, kHeadlineInk, indent);
}

void add_hit(Page& page, const Hit& hit) {
  const Article& article = hit.article;
  page.set_label(fmt::format("{:>2}. ", hit.rank));
  add_headline(page, hit.headline, kIndent);
  page.add(joined({publication_of(article), shown_date(article.published), article.place}),
           kFaintInk, kIndent);
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
  texts.reserve(lines.size());
  for (auto& line : lines) texts.push_back(std::move(line.second));
  return texts;
}

std::string forms_of(const ExplainedPart& part) {
  std::string forms;
  for (const CountedWord& form : part.forms) {
    forms += fmt::format("{}{} {}", forms.empty() ? "" : ", ", printable(form.word), form.articles);
  }
  if (part.more_forms > 0) forms += fmt::format(" and {} more", part.more_forms);
  if (part.cut) forms += "; rarer words that it stands for were left out";
  return forms;
}

std::string line_of(const ExplainedPart& part) {
  const std::size_t indent = std::min(2 * part.depth, kMaxIndent);
  std::string line = fmt::format("{:{}}{}: {}", "", indent, printable(part.text, Breaks::kSpace),
                                 counted_articles(part.articles));
  const std::string forms = forms_of(part);
  return forms.empty() ? line : fmt::format("{} ({})", line, forms);
}

void add_heading(Page& page, const std::string& text) {
  page.add_empty_line();
  page.add(text, kHeadlineInk, 0);
}

void add_facet(Page& page, const Facet& facet) {
  const std::string without =
      facet.without == 0 ? "" : fmt::format(", {} without", counted_articles(facet.without));
  add_heading(page, fmt::format("{}: {} different{}", facet.field, facet.different, without));
  if (facet.values.empty()) return;
  // The first value has the most articles, so its count is the widest.
  const std::size_t columns = fmt::formatted_size("{}", facet.values.front().articles);
  for (const CountedValue& value : facet.values) {
    page.add_labelled(fmt::format("{:{}}{:>{}}  ", "", kIndent, value.articles, columns),
                      value.value, kBodyInk);
  }
  const std::uint64_t more = facet.different - facet.values.size();
  if (more > 0) page.add(fmt::format("and {} more", more), kFaintInk, kIndent);
}

// A file holds all periods; a terminal those that fit on a page.
void add_timeline(Page& page, const Timeline& timeline) {
  const Timeline shown = page.is_wrapped() ? fit_for_lines(timeline) : timeline;
  std::string heading = fmt::format("by {}", to_string(shown.unit));
  if (shown.unit != timeline.unit) {
    heading += fmt::format(", as {} {}s are too many for a page (--since and --until limit them)",
                           timeline.periods.size(), to_string(timeline.unit));
  }
  if (shown.undated > 0) heading += fmt::format(", {} undated", shown.undated);
  add_heading(page, heading);
  for (const std::string& line : histogram_lines(shown, page.width())) page.add_as_it_is(line);
}

}  // namespace

std::string hits_page(const SearchResult& result, const PageStyle& style) {
  Page page(style);
  for (const Hit& hit : result.hits) add_hit(page, hit);
  page.add(totals_line(result), kFaintInk, 0);
  if (result.suggestion) page.add("Did you mean: " + result.suggestion->text + "?", kBodyInk, 0);
  return page.take();
}

std::string reading_page(const SearchResult& result, const PageStyle& style) {
  if (result.explanation || !is_read_otherwise(result.query, result.read_as)) return "";
  Page page(style);
  page.add("Read as: " + result.read_as, kFaintInk, 0);
  return page.take();
}

std::vector<std::string> explanation_lines(const Explanation& explanation) {
  std::vector<std::string> lines;
  for (const ExplainedPart& part : explanation.parts) lines.push_back(line_of(part));
  if (explanation.more_parts > 0) {
    lines.push_back(fmt::format("and {} more parts", explanation.more_parts));
  }
  for (const WithoutPart& without : explanation.without) {
    lines.push_back(fmt::format("0 as it is, {} without {}", without.articles,
                                printable(without.text, Breaks::kSpace)));
  }
  return lines;
}

std::string explanation_page(const SearchResult& result, const PageStyle& style) {
  if (!result.explanation) return "";
  Page page(style);
  page.add_empty_line();
  page.add_as_it_is("read as");
  // The blanks before a line tell its depth: what is wrapped stays behind them.
  for (const std::string& line : explanation_lines(*result.explanation)) {
    const std::size_t indent = line.find_first_not_of(' ');
    page.add(line.substr(indent), kFaintInk, indent);
  }
  return page.take();
}

std::string facets_page(const SearchResult& result, const PageStyle& style) {
  Page page(style);
  for (const Facet& facet : result.facets) add_facet(page, facet);
  if (result.timeline) add_timeline(page, *result.timeline);
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
