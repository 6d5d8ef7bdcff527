#include "searcher/output/explanation_page.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/terminal_text.h"
#include "searcher/output/highlighted_lines.h"

namespace dateline::searcher {
namespace {

constexpr std::size_t kMaxIndent = 40;  // deeper parts would leave no room on a line
constexpr std::size_t kNarrowestLine = 20;

std::string articles(std::uint64_t count) {
  return fmt::format("{} article{}", count, count == 1 ? "" : "s");
}

std::string forms_of(const ExplainedPart& part) {
  std::string forms;
  for (const WrittenForm& form : part.forms) {
    forms += fmt::format("{}{} {}", forms.empty() ? "" : ", ", printable(form.word), form.articles);
  }
  if (part.more_forms > 0) forms += fmt::format(" and {} more", part.more_forms);
  if (part.cut) forms += "; rarer words that it stands for were left out";
  return forms;
}

std::string line_of(const ExplainedPart& part) {
  const std::size_t indent = std::min(2 * part.depth, kMaxIndent);
  std::string line = fmt::format("{:{}}{}: {}", "", indent, printable(part.text, Breaks::kSpace),
                                 articles(part.articles));
  const std::string forms = forms_of(part);
  return forms.empty() ? line : fmt::format("{} ({})", line, forms);
}

}  // namespace

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
  std::string page = "\nread as\n";
  for (const std::string& line : explanation_lines(*result.explanation)) {
    const std::size_t indent = line.find_first_not_of(' ');
    LineStyle line_style;
    if (style.width > 0) line_style.width = std::max(style.width, indent + kNarrowestLine) - indent;
    if (style.colour == Colour::kOn) line_style.ink = kFaintInk;
    for (const std::string& wrapped : highlighted_lines({line.substr(indent), {}}, line_style)) {
      page += fmt::format("{:{}}{}\n", "", indent, wrapped);
    }
  }
  return page;
}

}  // namespace dateline::searcher
