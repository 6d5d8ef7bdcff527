// Text made safe to show: nothing that an article, a file name or a query holds may drive the
// terminal.
//
// Escaped are: C0 and C1 controls and DEL ("\x1b"), bytes that are not UTF-8 ("\xff"), and
// characters that reorder, hide or break text ("\u{202e}"): bidirectional controls and marks,
// zero-width and other format characters, line and paragraph separators, tags. A zero-width joiner
// or non-joiner stays where Persian, Indic scripts and emoji need it: after a character beyond
// ASCII. The backslash itself is not doubled, so that paths stay readable: the result is for eyes,
// not for reading back.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace dateline {

// What becomes of newlines, carriage returns, tabs and the separators U+2028 and U+2029.
enum class Breaks : std::uint8_t {
  kEscape,  // visible like any control: messages, names, single values
  kSpace,   // one space each: text that is shown on one line
  kKeep,    // newlines stay, tabs become one space, the others are escaped: whole articles
};

std::string printable(std::string_view text, Breaks breaks = Breaks::kEscape);

// Whether the character alone is safe in a terminal: what printable() escapes is not; joiners and
// breaks are not either. For formats with escapes of their own.
bool is_safe_in_terminal(char32_t character);

// Columns that printable text takes in a terminal: wide characters count 2, combining ones 0.
std::size_t display_width(std::string_view printable_text);

// The words of a text in lines of so many columns at most, a newline between two; a wider word has
// a line of its own. Blanks part words, and one stands between two in a line.
std::string wrapped(std::string_view printable_text, std::size_t columns);

}  // namespace dateline
