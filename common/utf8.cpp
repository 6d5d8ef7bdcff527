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
  for (std::size_t at = 0; at < text.size(); ++characters) {
    const bool is_ascii = static_cast<unsigned char>(text[at]) < 0x80;
    at += is_ascii ? 1 : first_character(text.substr(at)).bytes;
  }
  return characters;
}

std::size_t bytes_of(std::string_view text, std::size_t characters) {
  std::size_t bytes = 0;
  for (; characters > 0 && bytes < text.size(); --characters) {
    bytes += first_character(text.substr(bytes)).bytes;
  }
  return bytes;
}

}  // namespace dateline
