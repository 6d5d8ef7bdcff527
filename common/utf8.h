// Reading UTF-8 one character at a time, strictly: what is not UTF-8 comes out as single bad bytes.
// And what Unicode says of a character, so far as showing and querying need it.
#pragma once

#include <cstddef>
#include <string_view>

namespace dateline {

struct Utf8Character {
  char32_t value = 0;  // the code point; of a bad byte, the byte
  std::size_t bytes =
      0;               // how many bytes of the text it takes: 1 to 4, 0 only at the end of the text
  bool valid = false;  // false: one byte that starts no character (overlong, surrogate, cut short)
};

// The first character of `text`.
Utf8Character first_character(std::string_view text);

// Characters of `text`, a bad byte counting as one: what columns and highlights are counted in.
std::size_t count_characters(std::string_view text);

}  // namespace dateline
