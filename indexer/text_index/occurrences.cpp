#include "indexer/text_index/occurrences.h"

#include <array>
#include <bit>
#include <cstddef>
#include <memory>

namespace dateline::indexer {
namespace {

constexpr unsigned kDigitBits = 9;  // more would be more lists to write to than the cache has ways
constexpr std::size_t kDigits = 1 << kDigitBits;

std::size_t digit_of(std::uint32_t word, unsigned shift) {
  return word >> shift & (kDigits - 1);
}

// One pass of a radix sort: stable, by one digit.
void sort_by_digit(const Occurrence* from, std::size_t count, unsigned shift, Occurrence* to) {
  std::array<std::size_t, kDigits> next{};
  for (std::size_t i = 0; i < count; ++i) ++next[digit_of(from[i].word, shift)];
  std::size_t begin = 0;
  for (std::size_t& place : next) {
    const std::size_t size = place;
    place = begin;
    begin += size;
  }
  for (std::size_t i = 0; i < count; ++i) to[next[digit_of(from[i].word, shift)]++] = from[i];
}

}  // namespace

void sort_occurrences(std::vector<Occurrence>& occurrences,
                      const std::vector<std::uint32_t>& renamed) {
  for (Occurrence& occurrence : occurrences) occurrence.word = renamed[occurrence.word];
  std::vector<Occurrence> sorted(occurrences.size());
  const auto bits = static_cast<unsigned>(std::bit_width(renamed.size()));
  for (unsigned shift = 0; shift < bits; shift += kDigitBits) {
    sort_by_digit(occurrences.data(), occurrences.size(), shift, sorted.data());
    occurrences.swap(sorted);
  }
}

}  // namespace dateline::indexer
