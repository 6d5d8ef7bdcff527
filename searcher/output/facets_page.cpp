#include "searcher/output/facets_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "searcher/output/highlighted_lines.h"
#include "searcher/output/histogram.h"

namespace dateline::searcher {
namespace {

constexpr std::size_t kValueIndent = 4;
constexpr std::size_t kNarrowestLabel = 20;

class FacetsPage {
 public:
  explicit FacetsPage(const PageStyle& style) : style_(style) {}

  void add_heading(const std::string& text) {
    text_ += '\n';
    add("", text, kHeadlineInk);
  }

  // Text from an article behind a label of our own, wrapped beside it.
  void add(const std::string& label, const std::string& text, const Ink& ink) {
    LineStyle line_style;
    if (style_.width > 0) {
      line_style.width = std::max(style_.width, label.size() + kNarrowestLabel) - label.size();
    }
    if (style_.colour == Colour::kOn) line_style.ink = ink;
    std::string margin = label;
    for (const std::string& line : highlighted_lines({text, {}}, line_style)) {
      text_ += margin + line + '\n';
      margin.assign(label.size(), ' ');
    }
  }

  void add_as_it_is(const std::string& line) { text_ += line + '\n'; }

  std::string take() { return std::move(text_); }

 private:
  const PageStyle& style_;
  std::string text_;
};

std::string without(std::uint64_t articles) {
  if (articles == 0) return "";
  return fmt::format(", {} article{} without", articles, articles == 1 ? "" : "s");
}

void add_facet(FacetsPage& page, const Facet& facet) {
  page.add_heading(
      fmt::format("{}: {} different{}", facet.field, facet.different, without(facet.without)));
  if (facet.values.empty()) return;
  const std::size_t columns = fmt::formatted_size("{}", facet.values.front().articles);
  for (const CountedValue& value : facet.values) {
    page.add(fmt::format("{:{}}{:>{}}  ", "", kValueIndent, value.articles, columns), value.value,
             kBodyInk);
  }
  const std::uint64_t more = facet.different - facet.values.size();
  if (more > 0)
    page.add(std::string(kValueIndent, ' '), fmt::format("and {} more", more), kFaintInk);
}

void add_timeline(FacetsPage& page, const Timeline& timeline, const PageStyle& style) {
  const Timeline shown = style.width == 0 ? timeline : fit_for_lines(timeline);
  std::string heading = fmt::format("by {}", to_string(shown.unit));
  if (shown.unit != timeline.unit) {
    heading += fmt::format(", as {} {}s are too many for a page (--since and --until limit them)",
                           timeline.periods.size(), to_string(timeline.unit));
  }
  if (shown.undated > 0) heading += fmt::format(", {} undated", shown.undated);
  page.add_heading(heading);
  for (const std::string& line : histogram_lines(shown, style.width)) page.add_as_it_is(line);
}

}  // namespace

std::string facets_page(const SearchResult& result, const PageStyle& style) {
  FacetsPage page(style);
  for (const Facet& facet : result.facets) add_facet(page, facet);
  if (result.timeline) add_timeline(page, *result.timeline, style);
  return page.take();
}

}  // namespace dateline::searcher
