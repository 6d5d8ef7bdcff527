#include "common/index/checksum.h"

#include <fmt/format.h>
#define XXH_STATIC_LINKING_ONLY  // the size of a state
#include <xxhash.h>

#include <algorithm>
#include <charconv>

namespace dateline {

std::uint64_t checksum(std::string_view bytes) {
  return XXH3_64bits(bytes.data(), bytes.size());
}

struct Checksum::State {
  XXH3_state_t xxh3;  // aligned to 64, as it demands
};

Checksum::Checksum() : state_(std::make_unique<State>()) {
  XXH3_64bits_reset(&state_->xxh3);
}
Checksum::~Checksum() = default;

void Checksum::add(std::string_view bytes) {
  XXH3_64bits_update(&state_->xxh3, bytes.data(), bytes.size());
}

std::uint64_t Checksum::finish() const {
  return XXH3_64bits_digest(&state_->xxh3);
}

std::uint32_t short_checksum(std::string_view bytes) {
  return static_cast<std::uint32_t>(checksum(bytes));
}

std::string to_hex(std::uint64_t number) {
  return fmt::format("{:016x}", number);
}

std::optional<std::uint64_t> parse_hex(std::string_view text) {
  const auto is_digit = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
  if (text.size() != 16 || !std::all_of(text.begin(), text.end(), is_digit)) return std::nullopt;
  std::uint64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number, 16);
  return number;
}

}  // namespace dateline
