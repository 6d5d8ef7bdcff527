#include "common/text_index/posting_block.h"

#include <algorithm>
#include <cstring>
#include <limits>

#include "common/text_index/block_codec.h"
#include "common/text_index/varint.h"

namespace dateline {
namespace {

constexpr std::uint32_t kBeyond = std::numeric_limits<std::int32_t>::max();

// Without a call into the compiler's library, where the processor may lack the instruction.
std::uint32_t count_ones(std::uint64_t bits) {
  bits -= bits >> 1 & 0x5555'5555'5555'5555;
  bits = (bits & 0x3333'3333'3333'3333) + (bits >> 2 & 0x3333'3333'3333'3333);
  bits = (bits + (bits >> 4)) & 0x0f0f'0f0f'0f0f'0f0f;
  return static_cast<std::uint32_t>(bits * 0x0101'0101'0101'0101 >> 56);
}

// Gaps are summed up without a look at overflow: where one went round, an article is less than the
// one before.
template <typename Articles>
bool ascend(std::uint32_t before, const Articles& articles) {
  bool all = articles[0] > before;
  for (std::size_t i = 1; i < kBlockPostings; ++i) all &= articles[i] > articles[i - 1];
  return all;
}

}  // namespace

const char* PostingBlock::open(std::span<const std::uint8_t> bytes, std::uint32_t before,
                               std::uint32_t last) {
  const char* const cut = "a block of postings is cut";
  if (bytes.empty()) return cut;
  const std::uint8_t* in = bytes.data() + 1;
  end_ = bytes.data() + bytes.size();
  count_ = kBlockPostings;
  first_ = before + 1;
  last_ = last;
  is_dense_ = (bytes[0] & kDense) != 0;
  has_headlines_ = (bytes[0] & kHasHeadline) != 0;
  articles_unpacked_ = !is_dense_;
  occurrences_unpacked_ = false;
  if (is_dense_) {
    if (!open_dense(in, end_)) return cut;
  } else {
    in = read_patched(in, end_, articles_.data());
    if (in == nullptr) return cut;
    sum_gaps(before, articles_.data());
    if (articles_[kBlockPostings - 1] != last || !ascend(before, articles_)) {
      return "a block of postings is out of order";
    }
    std::fill_n(articles_.begin() + kBlockPostings, 8, kBeyond);
  }
  rest_ = in;
  return nullptr;
}

bool PostingBlock::open_dense(const std::uint8_t*& in, const std::uint8_t* end) {
  const std::uint32_t span = last_ - first_ + 1;
  const std::size_t bytes = (std::size_t{span} + 7) / 8;
  if (span == 0 || span > kDenseSpan || static_cast<std::size_t>(end - in) < bytes) return false;
  const std::size_t words = (bytes + 7) / 8;
  bits_[words - 1] = 0;
  bits_[words] = 0;
  std::memcpy(bits_.data(), in, bytes);
  std::uint32_t ones = 0;
  for (std::size_t i = 0; i < words; ++i) {
    ranks_[i] = static_cast<std::uint8_t>(ones);
    ones += count_ones(bits_[i]);
  }
  in += bytes;
  const bool ends_there = bits_[(span - 1) / 64] >> ((span - 1) % 64) == 1;
  return ones == kBlockPostings && ends_there;
}

const char* PostingBlock::open_tail(std::span<const std::uint8_t> bytes, std::uint32_t before,
                                    std::uint32_t count) {
  const std::uint8_t* in = bytes.data();
  const std::uint8_t* const end = in + bytes.size();
  first_ = before + 1;
  headlines_ = {};
  for (std::uint32_t i = 0; i < count; ++i) {
    std::uint64_t gap_plain = 0;
    std::uint32_t occurrences_headline = 0;
    in = read_varint(in, end, gap_plain);
    if (in != nullptr && (gap_plain & 1) == 0) in = read_varint(in, end, occurrences_headline);
    if (in == nullptr) return "a posting list is cut";
    if (gap_plain >> 1 >= kBeyond - before) return "a posting list is out of order";
    before += static_cast<std::uint32_t>(gap_plain >> 1) + 1;
    articles_[i] = before;
    occurrences_[i] = (occurrences_headline >> 1) + 1;
    headlines_[i / 64] |= std::uint64_t{occurrences_headline & 1} << (i % 64);
  }
  std::fill_n(articles_.begin() + count, 8, kBeyond);
  count_ = count;
  last_ = before;
  is_dense_ = false;
  articles_unpacked_ = occurrences_unpacked_ = true;
  return nullptr;
}

void PostingBlock::unpack_dense() {
  articles_unpacked_ = true;
  std::size_t at = 0;
  for (std::size_t word = 0; at < kBlockPostings; ++word) {
    const std::uint32_t first = first_ + static_cast<std::uint32_t>(word * 64);
    for (std::uint64_t left = bits_[word]; left != 0; left &= left - 1) {
      articles_[at++] = first + static_cast<std::uint32_t>(std::countr_zero(left));
    }
  }
  std::fill_n(articles_.begin() + kBlockPostings, 8, kBeyond);
}

bool PostingBlock::unpack_occurrences() {
  const std::uint8_t* in = read_patched(rest_, end_, occurrences_.data());
  if (in == nullptr) return false;
  for (std::uint32_t& occurrences : occurrences_) ++occurrences;
  headlines_ = {};
  occurrences_unpacked_ = !has_headlines_ || unpack_headlines(in, end_);
  return occurrences_unpacked_;
}

bool PostingBlock::unpack_headlines(const std::uint8_t* in, const std::uint8_t* end) {
  if (in == end) return false;
  const std::size_t count = *in++;
  const bool few = count <= kFewHeadlines;
  if (!few && count != kManyHeadlines) return false;
  if (static_cast<std::size_t>(end - in) < (few ? count : sizeof headlines_)) return false;
  if (!few) {
    std::memcpy(headlines_.data(), in, sizeof headlines_);
    return true;
  }
  for (std::size_t i = 0; i < count; ++i) {
    if (in[i] >= kBlockPostings) return false;
    headlines_[in[i] / 64] |= std::uint64_t{1} << (in[i] % 64);
  }
  return true;
}

std::uint32_t PostingBlock::rank(std::uint32_t bit) const {
  const std::uint64_t before = bits_[bit / 64] & ((std::uint64_t{1} << (bit % 64)) - 1);
  return ranks_[bit / 64] + count_ones(before);
}

PostingBlock::Place PostingBlock::find_dense(std::uint32_t target) const {
  std::uint32_t bit = target > first_ ? target - first_ : 0;
  std::size_t word = bit / 64;
  std::uint64_t left = bits_[word] & (~std::uint64_t{0} << (bit % 64));
  while (left == 0) left = bits_[++word];  // the bit of last_ is set
  bit = static_cast<std::uint32_t>(word * 64) + static_cast<std::uint32_t>(std::countr_zero(left));
  return {rank(bit), first_ + bit};
}

// Steps of eight, then a count within eight: nothing to mispredict but where the steps end.
PostingBlock::Place PostingBlock::find_unpacked(std::uint32_t at, std::uint32_t target) const {
  while (articles_[at + 7] < target) at += 8;
  std::uint32_t before = 0;
  for (std::uint32_t i = 0; i < 8; ++i) before += articles_[at + i] < target ? 1 : 0;
  at += before;
  return {at, articles_[at]};
}

void PostingBlock::mark(std::uint32_t at, std::uint32_t first, std::span<std::uint64_t> window) {
  const auto articles = static_cast<std::uint32_t>(window.size() * 64);
  if (!is_dense_) {
    for (; at < count_ && articles_[at] - first < articles; ++at) {
      const std::uint32_t bit = articles_[at] - first;
      window[bit / 64] |= std::uint64_t{1} << (bit % 64);
    }
    return;
  }
  const std::uint32_t words = (last_ - first_) / 64 + 1;
  for (std::uint32_t word = 0; word < words; ++word) {
    // Bit 0 of this word is article first_ + 64 * word, and may lie before the window.
    const std::int64_t to = std::int64_t{first_} + std::int64_t{64} * word - first;
    const auto shift = static_cast<unsigned>(to & 63);
    const std::int64_t into = to >> 6;
    const auto add = [&](std::int64_t place, std::uint64_t bits) {
      if (place >= 0 && place < std::ssize(window)) window[static_cast<std::size_t>(place)] |= bits;
    };
    add(into, bits_[word] << shift);
    if (shift != 0) add(into + 1, bits_[word] >> (64 - shift));
  }
}

}  // namespace dateline
