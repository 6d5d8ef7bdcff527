#include "common/utf8.h"

#include <utf8proc.h>

#include <algorithm>

namespace dateline {
namespace {

struct Shape {
  std::size_t bytes;
  char32_t lowest;  // anything lower would be overlong
  unsigned char mask;
};

Shape shape_of(unsigned char lead) {
  if (lead < 0x80) return {1, 0, 0x7f};
  if (lead >= 0xc2 && lead < 0xe0) return {2, 0x80, 0x1f};
  if (lead >= 0xe0 && lead < 0xf0) return {3, 0x800, 0x0f};
  if (lead >= 0xf0 && lead < 0xf5) return {4, 0x1'0000, 0x07};
  return {0, 0, 0};
}

bool is_scalar(char32_t value) {
  return value <= 0x10'ffff && (value < 0xd800 || value > 0xdfff);
}

}  // namespace

Utf8Character first_character(std::string_view text) {
  if (text.empty()) return {};
  const auto lead = static_cast<unsigned char>(text.front());
  const Utf8Character bad{lead, 1, false};
  const Shape shape = shape_of(lead);
  if (shape.bytes == 0 || text.size() < shape.bytes) return bad;
  char32_t value = lead & shape.mask;
  for (std::size_t at = 1; at < shape.bytes; ++at) {
    const auto next = static_cast<unsigned char>(text[at]);
    if ((next & 0xc0) != 0x80) return bad;
    value = (value << 6) | (next & 0x3f);
  }
  if (value < shape.lowest || !is_scalar(value)) return bad;
  return {value, shape.bytes, true};
}

std::size_t count_characters(std::string_view text) {
  std::size_t characters = 0;
  for (; !text.empty(); text.remove_prefix(first_character(text).bytes)) ++characters;
  return characters;
}

bool is_word_character(char32_t character) {
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(character));
  return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO;
}

std::size_t column_width(char32_t character) {
  const int columns = utf8proc_charwidth(static_cast<utf8proc_int32_t>(character));
  return static_cast<std::size_t>(std::max(0, columns));
}

}  // namespace dateline
