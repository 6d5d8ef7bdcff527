// What each byte of a text can be in a word: the table behind the analyser's fast path.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace dateline::ascii {

// Bits, so that a run of bytes can be described by what it holds.
inline constexpr std::uint8_t kLower = 1;
inline constexpr std::uint8_t kUpper = 2;
inline constexpr std::uint8_t kDigit = 4;
inline constexpr std::uint8_t kHigh = 8;         // part of a character beyond ASCII, or a bad byte
inline constexpr std::uint8_t kApostrophe = 16;  // ' and `
inline constexpr std::uint8_t kPoint = 32;       // . and , which may stand inside numbers
inline constexpr std::uint8_t kStop = 64;        // . ! ? and line ends: a sentence may end here
inline constexpr std::uint8_t kLetter = kLower | kUpper;
inline constexpr std::uint8_t kAlphanumeric = kLetter | kDigit;

constexpr std::array<std::uint8_t, 256> make_table() {
  std::array<std::uint8_t, 256> table{};
  for (std::size_t c = 'a'; c <= 'z'; ++c) table[c] = kLower;
  for (std::size_t c = 'A'; c <= 'Z'; ++c) table[c] = kUpper;
  for (std::size_t c = '0'; c <= '9'; ++c) table[c] = kDigit;
  for (std::size_t c = 0x80; c <= 0xFF; ++c) table[c] = kHigh;
  table['\''] = table['`'] = kApostrophe;
  table[','] = kPoint;
  table['.'] = kPoint | kStop;
  table['!'] = table['?'] = table['\n'] = kStop;
  return table;
}

inline constexpr std::array<std::uint8_t, 256> kTable = make_table();

constexpr std::uint8_t bits(char c) {
  return kTable[static_cast<unsigned char>(c)];
}
constexpr bool is_digit(char c) {
  return (bits(c) & kDigit) != 0;
}
// What JSON calls white space: a blank, a tab, the ends of a line.
constexpr bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}
constexpr bool is_letter(char c) {
  return (bits(c) & kLetter) != 0;
}
constexpr bool is_upper(char c) {
  return (bits(c) & kUpper) != 0;
}
constexpr bool is_lower(char c) {
  return (bits(c) & kLower) != 0;
}
constexpr bool is_alphanumeric(char c) {
  return (bits(c) & kAlphanumeric) != 0;
}
constexpr bool is_high(char c) {
  return (bits(c) & kHigh) != 0;
}

// All other bytes, those beyond ASCII too, are returned as they are.
constexpr char to_lower(char c) {
  return is_upper(c) ? static_cast<char>(c | 0x20) : c;
}
constexpr char to_upper(char c) {
  return is_lower(c) ? static_cast<char>(c & ~0x20) : c;
}

inline std::string lower(std::string_view text) {
  std::string lowered(text);
  for (char& c : lowered) c = to_lower(c);
  return lowered;
}

}  // namespace dateline::ascii
