#include <algorithm>
#include <string>
#include <string_view>

#include "common/terminal_text.h"
#include "common/utf8.h"
#include "searcher/query/parser.h"

namespace dateline::searcher {
namespace {

// Characters shown before and after the mistake, so that a long query still fits on a line.
constexpr std::size_t kShownBefore = 50;
constexpr std::size_t kShownAfter = 25;
constexpr std::string_view kCut = "...";

}  // namespace

std::string mark(std::string_view text, const QueryMistake& mistake) {
  const std::size_t begin = mistake.column > kShownBefore ? mistake.column - kShownBefore : 0;
  const std::string_view shown = text.substr(bytes_of(text, begin));
  const std::size_t before_bytes = bytes_of(shown, mistake.column - begin);
  const std::string_view after = shown.substr(before_bytes);
  const std::size_t after_bytes = bytes_of(after, kShownAfter);

  std::string before = begin > 0 ? std::string(kCut) : "";
  before += printable(shown.substr(0, before_bytes), Breaks::kSpace);
  const std::string_view tail = after_bytes < after.size() ? kCut : "";
  return before + printable(after.substr(0, after_bytes), Breaks::kSpace) + std::string(tail) +
         "\n" + std::string(display_width(before), ' ') + "^";
}

}  // namespace dateline::searcher
