// Reading UTF-8 one character at a time, strictly: what is not UTF-8 comes out as single bad bytes.
// And what Unicode says of a character, so far as showing and querying need it.
#pragma once

#include <cstddef>
#include <string_view>

namespace dateline {

struct Utf8Character {
  char32_t value = 0;     // the code point; of a bad byte, the byte
  std::size_t bytes = 0;  // that it takes of the text: 1 to 4, 0 only at the end of the text
  bool valid = false;  // false: one byte that starts no character (overlong, surrogate, cut short)
};

// The first character of `text`.
Utf8Character first_character(std::string_view text);

// Characters of `text`, a bad byte counting as one: what columns and highlights are counted in.
std::size_t count_characters(std::string_view text);

// How many bytes the first `characters` characters of `text` take, counted in the same way; all of
// the text where it has fewer. So a column becomes a place in the text.
std::size_t bytes_of(std::string_view text, std::size_t characters);

}  // namespace dateline
