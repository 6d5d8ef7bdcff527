// Text with highlights -> lines for a terminal or a file: escaped, wrapped, coloured.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/terminal_text.h"
#include "searcher/search/hit.h"

namespace dateline::searcher {

// The colours of a piece of text, as ANSI sequences; empty: none.
struct Ink {
  std::string_view plain;
  std::string_view lit;  // for what matched
};

inline constexpr Ink kNoInk{};
inline constexpr Ink kBodyInk{"", "\x1b[1;31m"};  // matches bold red, as grep shows them
inline constexpr Ink kHeadlineInk{"\x1b[1m", "\x1b[1;31m"};
inline constexpr Ink kFaintInk{"\x1b[2m", "\x1b[1;31m"};
inline constexpr std::string_view kInkOff = "\x1b[0m";

struct LineStyle {
  std::size_t width = 0;  // columns of a line; 0: never wrapped
  Ink ink;
  Breaks breaks = Breaks::kSpace;  // kKeep: each newline of the text begins a line
};

// Breaks at spaces, and inside a word only where it is wider than a line. Lines end without spaces
// and with their colours off; no line for an empty text.
std::vector<std::string> highlighted_lines(const HighlightedText& text, const LineStyle& style);

}  // namespace dateline::searcher
