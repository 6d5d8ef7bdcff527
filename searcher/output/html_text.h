// Any text as text of an HTML page, and never as anything else.
//
// First what a terminal must not see becomes visible escapes (common/terminal_text.h), so that no
// control, no bidirectional override and no byte that is not UTF-8 reaches the page; then & < > " '
// become references, so that the result can stand between tags and between quotes alike.
// Noncharacters, which HTML forbids, become U+FFFD.
#pragma once

#include <string>
#include <string_view>

#include "searcher/search/hit.h"

namespace dateline::searcher {

// On one line: breaks become spaces.
std::string html_text(std::string_view text);

// What matched stands in <mark>.
std::string html_text(const HighlightedText& text);

}  // namespace dateline::searcher
