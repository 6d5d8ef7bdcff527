// Folds printed dates of any script to what the readers of dates compare.
#pragma once

#include <string>
#include <string_view>

namespace dateline::indexer {

// Lower case without accents; digits of all scripts as ASCII; full-width signs, dashes, commas and
// blanks of all scripts as their ASCII ones; marks of direction, joiners and apostrophes dropped,
// but for the one of "'20"; other signs as '~'. Vowel signs of Indic and Thai letters stay. Chinese
// numerals before the signs of year, month and day become digits, years of Japanese eras and of the
// Republic of China those of our era, and their clocks "15:05". UTF-8; malformed bytes become '~'.
// Thread-safe.
std::string fold_date(std::string_view text);

// Whether a byte is of a letter of a folded text.
constexpr bool is_folded_letter(char c) {
  return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace dateline::indexer
