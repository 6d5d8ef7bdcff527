#include "common/copies/shingles.h"

#include <algorithm>
#include <array>
#include <string>

#include "common/index/checksum.h"
#include "common/text/ascii.h"

namespace dateline {
namespace {

constexpr std::uint64_t kBase = 0x9e37'79b9'7f4a'7c15;  // odd, so no word is lost

constexpr std::uint64_t power(std::uint64_t base, std::size_t exponent) {
  std::uint64_t result = 1;
  for (std::size_t i = 0; i < exponent; ++i) result *= base;
  return result;
}

std::uint32_t high_half(std::uint64_t hash) {
  return static_cast<std::uint32_t>(hash >> 32);
}

// Every bit of the sum in every bit of the hash (the finaliser of MurmurHash3).
constexpr Shingle mixed(std::uint64_t sum) {
  sum ^= sum >> 33;
  sum *= 0xff51'afd7'ed55'8ccd;
  sum ^= sum >> 33;
  sum *= 0xc4ce'b9fe'1a85'ec53;
  return sum ^ sum >> 33;
}

}  // namespace

WordHash word_hash(std::string_view term, std::uint32_t xxh3_high_half) {
  if (term.empty() || !ascii::is_upper(term.front())) return xxh3_high_half;
  return high_half(checksum(ascii::lower(term)));
}

std::vector<WordHash> words_of(std::string_view text, Analyser& analyser) {
  std::vector<WordHash> words;
  for (const Token& token : analyser.analyse(text)) {
    if (token.kind != TokenKind::kWord) continue;
    words.push_back(word_hash(token.term, high_half(checksum(token.term))));
  }
  return words;
}

void append_shingles(std::span<const WordHash> words, std::vector<Shingle>& shingles) {
  if (words.size() < kShingleWords) return;
  constexpr std::uint64_t kOldest = power(kBase, kShingleWords);
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i + 1 < kShingleWords; ++i) sum = sum * kBase + words[i] + 1;
  shingles.reserve(shingles.size() + words.size());
  for (std::size_t last = kShingleWords - 1; last < words.size(); ++last) {
    sum = sum * kBase + words[last] + 1;
    if (last >= kShingleWords) sum -= kOldest * (std::uint64_t{words[last - kShingleWords]} + 1);
    shingles.push_back(mixed(sum));
  }
}

ShingleSet::ShingleSet(std::span<const WordHash> words) {
  append_shingles(words, shingles_);
  std::sort(shingles_.begin(), shingles_.end());
  shingles_.erase(std::unique(shingles_.begin(), shingles_.end()), shingles_.end());
}

std::size_t ShingleSet::shared_with(const ShingleSet& other) const {
  std::size_t shared = 0;
  auto a = shingles_.begin();
  auto b = other.shingles_.begin();
  while (a != shingles_.end() && b != other.shingles_.end()) {
    const Shingle left = *a;
    const Shingle right = *b;
    shared += left == right ? 1 : 0;
    a += left <= right ? 1 : 0;
    b += right <= left ? 1 : 0;
  }
  return shared;
}

bool are_alike(const ShingleSet& a, const ShingleSet& b) {
  const std::size_t smaller = std::min(a.size(), b.size());
  return smaller >= kMinShingles && are_alike(a.size(), b.size(), a.shared_with(b));
}

bool are_alike(std::size_t size, std::size_t other_size, std::size_t shared) {
  const std::size_t smaller = std::min(size, other_size);
  return smaller >= kMinShingles && shared * 5 >= smaller * 4;
}

}  // namespace dateline
