// Variable-length integers, seven bits a byte, low bits first, high bit set on all but the last.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace dateline {

constexpr std::size_t varint_bytes(std::uint64_t value) {
  std::size_t bytes = 1;
  while (value >= 0x80) {
    value >>= 7;
    ++bytes;
  }
  return bytes;
}

inline void append_varint(std::uint64_t value, std::string& out) {
  while (value >= 0x80) {
    out.push_back(static_cast<char>(value | 0x80));
    value >>= 7;
  }
  out.push_back(static_cast<char>(value));
}

// Returns the byte after the integer, or nullptr where it runs past `end` or does not fit in
// `value`.
template <typename Unsigned>
const std::uint8_t* read_varint(const std::uint8_t* in, const std::uint8_t* end, Unsigned& value) {
  std::uint64_t result = 0;
  for (unsigned shift = 0; shift < 64 && in < end; shift += 7) {
    const std::uint64_t byte = *in++;
    result |= (byte & 0x7f) << shift;
    if (byte < 0x80) {
      value = static_cast<Unsigned>(result);
      return value == result ? in : nullptr;
    }
  }
  return nullptr;
}

}  // namespace dateline
