#include "common/utf8.h"

#include "common/text/unicode.h"

namespace dateline {

Utf8Character first_character(std::string_view text) {
  if (text.empty()) return {};
  const CodePoint c = decode(text, 0);
  if (c.value == kInvalid) return {static_cast<unsigned char>(text.front()), 1, false};
  return {c.value, c.bytes, true};
}

std::size_t count_characters(std::string_view text) {
  std::size_t characters = 0;
  for (; !text.empty(); text.remove_prefix(first_character(text).bytes)) ++characters;
  return characters;
}

}  // namespace dateline
