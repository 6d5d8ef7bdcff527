#include "searcher/output/explanation_lines.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/terminal_text.h"

namespace dateline::searcher {
namespace {

constexpr std::size_t kMaxIndent = 40;  // deeper parts would leave no room on a line

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
  for (const WithoutPart& without : explanation.without) {
    lines.push_back(fmt::format("0 as it is, {} without {}", without.articles,
                                printable(without.text, Breaks::kSpace)));
  }
  return lines;
}

}  // namespace dateline::searcher
