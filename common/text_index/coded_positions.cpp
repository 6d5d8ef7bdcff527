#include "common/text_index/coded_positions.h"

#include <bit>
#include <cstring>

#include "common/text_index/format.h"
#include "common/text_index/position_code.h"
#include "common/text_index/text_index.h"
#include "common/text_index/varint.h"

namespace dateline {
namespace {

constexpr unsigned kWordBits = 64;
constexpr std::uint64_t kEachByte = 0x0101'0101'0101'0101;

// What lies behind a list is never shorter than a word: one may begin at any byte of a list.
static_assert(sizeof(Trailer) >= sizeof(std::uint64_t));

std::uint64_t load_word(const std::uint8_t* from) {
  std::uint64_t word = 0;
  std::memcpy(&word, from, sizeof word);
  return word;
}

// In each byte, how many ones it and those below have. The machine's own instruction is not in the
// baseline of x86-64, and the library's is a table.
constexpr std::uint64_t ones_by_byte(std::uint64_t word) {
  word -= word >> 1 & 0x5555'5555'5555'5555;
  word = (word & 0x3333'3333'3333'3333) + (word >> 2 & 0x3333'3333'3333'3333);
  word = (word + (word >> 4)) & 0x0f0f'0f0f'0f0f'0f0f;
  return word * kEachByte;
}

constexpr unsigned count_ones(std::uint64_t word) {
  return static_cast<unsigned>(ones_by_byte(word) >> 56);
}
static_assert(count_ones(~std::uint64_t{0}) == 64 && count_ones(0x8001) == 2);

// The place of the n-th one, from 1 on; there must be so many. All bytes are compared at once,
// after Vigna, "Broadword implementation of rank/select queries" (2008).
constexpr unsigned place_of_one(std::uint64_t word, std::uint64_t n) {
  const std::uint64_t up_to = ones_by_byte(word);
  const std::uint64_t enough = ((up_to | kEachByte << 7) - n * kEachByte) & kEachByte << 7;
  const auto byte = static_cast<unsigned>(std::countr_zero(enough)) & ~7u;
  word >>= byte;
  for (n -= (up_to << 8) >> byte & 0xff; n > 1; --n) word &= word - 1;
  return byte + static_cast<unsigned>(std::countr_zero(word));
}
static_assert(place_of_one(0x8001, 2) == 15 && place_of_one(~std::uint64_t{0}, 64) == 63);

}  // namespace

CodedPositions::CodedPositions(const TextIndex& index, const Term& term)
    : index_(&index),
      file_(&index.file()),
      offset_(term.offset + term.postings_bytes),
      bytes_(term.positions_bytes) {}

void CodedPositions::open(std::uint64_t start, const Postings& postings) {
  if (list_ == nullptr) {
    list_ = file_->read(Section::kLists, offset_, bytes_);
    lengths_ = index_->lengths();
    headlines_ = index_->headlines();
  }
  if (start > bytes_) file_->fail("a position list is cut");
  if (postings.count == 0 || postings.articles[postings.count - 1] > lengths_.size()) {
    file_->fail("a posting list names an article that is not there");
  }
  bits_ = list_ + start;
  low_at_ = high_at_ = 0;
  at_ = 0;
  if (postings.count == kBlockPostings) {
    bits_ = read_varint(bits_, list_ + bytes_, high_at_);
    if (bits_ == nullptr) file_->fail("a position list is cut");
  } else {
    for (std::uint32_t i = 0; i < postings.count; ++i) {
      high_at_ += std::uint64_t{code_of(postings, i).low_bits} * postings.occurrences[i];
    }
  }
  end_ = static_cast<std::uint64_t>(list_ + bytes_ - bits_) * 8;
}

void CodedPositions::read(const Postings& postings, std::uint32_t at,
                          std::vector<std::uint32_t>& positions) {
  skip_to(postings, at);
  ++at_;
  const std::uint32_t count = postings.occurrences[at];
  const auto [low_bits, has_high] = code_of(postings, at);
  const bool is_cut = low_at_ + std::uint64_t{low_bits} * count > end_ ||
                      (has_high && (high_at_ > end_ || count > end_ - high_at_));
  if (is_cut) file_->fail("a position list is cut");
  positions.resize(count);
  const std::uint32_t headline = headlines_[postings.articles[at] - 1];
  if (has_high) {
    decode(low_bits, headline, positions);
  } else {
    positions[0] = with_gap(low_bits_at(low_at_, low_bits), headline);
    low_at_ += low_bits;
  }
}

void CodedPositions::skip_to(const Postings& postings, std::uint32_t at) {
  std::uint64_t ones = 0;
  std::uint64_t low = 0;
  for (; at_ < at; ++at_) {
    const std::uint32_t count = postings.occurrences[at_];
    const auto [low_bits, has_high] = code_of(postings, at_);
    low += std::uint64_t{low_bits} * count;
    ones += has_high ? count : 0u;
  }
  low_at_ += low;
  if (ones > 0) skip_high(ones);
}

PositionCode CodedPositions::code_of(const Postings& postings, std::uint32_t at) const {
  return position_code(lengths_[postings.articles[at] - 1], postings.occurrences[at]);
}

std::uint64_t CodedPositions::high_word(std::uint64_t number) const {
  if (number * kWordBits >= end_) file_->fail("a position list is cut");
  return load_word(bits_ + number * sizeof(std::uint64_t));
}

void CodedPositions::skip_high(std::uint64_t ones) {
  std::uint64_t number = high_at_ / kWordBits;
  std::uint64_t word = high_word(number) & ~std::uint64_t{0} << high_at_ % kWordBits;
  for (unsigned in_word = count_ones(word); in_word < ones; in_word = count_ones(word)) {
    ones -= in_word;
    word = high_word(++number);
  }
  high_at_ = number * kWordBits + place_of_one(word, ones) + 1;
}

// After i ones, the zeros so far are the sum of the high parts of i differences.
void CodedPositions::decode(unsigned low_bits, std::uint32_t headline,
                            std::vector<std::uint32_t>& positions) {
  std::uint64_t low_at = low_at_;
  std::uint64_t number = high_at_ / kWordBits;
  std::uint64_t word = high_word(number) & ~std::uint64_t{0} << high_at_ % kWordBits;
  auto zeros = static_cast<std::uint32_t>(number * kWordBits - high_at_);  // up to the word
  std::uint32_t low_sum = 0;
  unsigned one = 0;
  for (std::uint32_t& position : positions) {
    while (word == 0) {
      word = high_word(++number);
      zeros += kWordBits;
    }
    one = static_cast<unsigned>(std::countr_zero(word));
    word &= word - 1;
    low_sum += low_bits_at(low_at, low_bits);
    low_at += low_bits;
    position = with_gap(((zeros + one) << low_bits) + low_sum, headline);
    --zeros;
    ++low_sum;
  }
  low_at_ = low_at;
  high_at_ = number * kWordBits + one + 1;
}

}  // namespace dateline
