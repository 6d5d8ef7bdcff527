// Lines, words and blanks of printed text, byte by byte, without a locale.
//
// Letters beyond ASCII (ascii::is_high) count as word bytes of unknown case: what is read here
// (months, places, names) is told apart by its ASCII letters, and a scanner that decodes nothing
// keeps to memory speed.
#pragma once

#include <string>
#include <string_view>

#include "common/text/ascii.h"

namespace dateline::indexer {

using ascii::is_digit;
using ascii::is_lower;
using ascii::is_upper;
using ascii::to_lower;

// Space, tab, line end, vertical tab and form feed.
constexpr bool is_blank(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

// Without blanks and no-break spaces at both ends.
std::string_view trim(std::string_view text);

// Compare with the case of ASCII letters in `text` set aside. `lower` holds no capitals.
bool equals_folded(std::string_view text, std::string_view lower);
bool starts_folded(std::string_view text, std::string_view lower);

// The bytes of the dash that `text` begins with, 0 if none: "-", "--", "_", en dash, em dash,
// minus. A single hyphen counts, so ask only where a hyphen would be a dash.
std::size_t dash_bytes(std::string_view text);

// Trimmed, with every run of blanks as one space and none before a comma.
std::string collapse_blanks(std::string_view text);

// Cuts the first line off `rest` and returns it without its line end ("\n" or "\r\n").
std::string_view take_line(std::string_view& rest);

// Cuts the first word off `rest`: blanks before it are dropped, empty at the end.
std::string_view take_word(std::string_view& rest);

}  // namespace dateline::indexer
