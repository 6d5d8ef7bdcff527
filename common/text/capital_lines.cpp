#include "common/text/capital_lines.h"

#include "common/text/ascii.h"
#include "common/text/initialisms.h"
#include "common/text/unicode.h"

namespace dateline {
namespace {

constexpr std::size_t kTellingLetters = 4;

bool is_telling(std::string_view capitals) {
  return capitals.size() >= kTellingLetters && find_initialism(capitals).empty();
}

bool is_all_capitals(std::string_view line) {
  bool telling = false;
  std::size_t run = 0;  // of capitals before `at`
  std::size_t at = 0;
  while (at < line.size()) {
    if (ascii::is_upper(line[at])) {
      ++run;
      ++at;
      continue;
    }
    telling = telling || is_telling(line.substr(at - run, run));
    run = 0;
    const CodePoint point = decode(line, at);
    if (is_lower_case(point.value)) return false;
    at += point.bytes;
  }
  return telling || is_telling(line.substr(at - run, run));
}

}  // namespace

bool CapitalLines::contains(std::size_t at) {
  if (at < line_end_) return is_capital_line_;
  const std::size_t newline = text_.substr(line_end_, at - line_end_).rfind('\n');
  const std::size_t begin = newline == std::string_view::npos ? line_end_ : line_end_ + newline + 1;
  line_end_ = std::min(text_.find('\n', at), text_.size());
  is_capital_line_ = is_all_capitals(text_.substr(begin, line_end_ - begin));
  return is_capital_line_;
}

}  // namespace dateline
