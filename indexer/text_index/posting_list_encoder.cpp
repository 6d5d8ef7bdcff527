#include "indexer/text_index/posting_list_encoder.h"

#include <algorithm>
#include <bit>

#include "common/text_index/block_codec.h"
#include "common/text_index/varint.h"

namespace dateline::indexer {
namespace {

// `width` bytes of each.
void append_column(const std::vector<std::uint32_t>& column, unsigned width, std::string& out) {
  for (const std::uint32_t& value : column) {
    out.append(reinterpret_cast<const char*>(&value), width);
  }
}

// How much looser a bound gets when two neighbouring pairs become one.
double looseness(const BoundPair& more, const BoundPair& fewer) {
  const double occurrences = static_cast<double>(more.occurrences) / fewer.occurrences;
  const double lengths = (length_of_code(more.length) + 1.0) / (length_of_code(fewer.length) + 1.0);
  return occurrences * lengths;
}

// `pairs` fall in occurrences and in length. Merges the two that cost least until three are left.
Bound reduce(std::vector<BoundPair>& pairs) {
  Bound bound{};
  while (pairs.size() > bound.size()) {
    std::size_t best = 0;
    for (std::size_t i = 1; i + 1 < pairs.size(); ++i) {
      if (looseness(pairs[i], pairs[i + 1]) < looseness(pairs[best], pairs[best + 1])) best = i;
    }
    pairs[best].length = pairs[best + 1].length;
    pairs.erase(pairs.begin() + static_cast<std::ptrdiff_t>(best) + 1);
  }
  std::copy(pairs.begin(), pairs.end(), bound.begin());
  return bound;
}

}  // namespace

Bound bound_of(std::span<const std::uint32_t> occurrences, std::span<const std::uint16_t> lengths) {
  constexpr std::uint16_t kNone = 256;
  std::array<std::uint16_t, 256> shortest;  // by occurrences, the smallest length code
  shortest.fill(kNone);
  for (std::size_t i = 0; i < occurrences.size(); ++i) {
    std::uint16_t& code = shortest[std::min<std::uint32_t>(occurrences[i], 255)];
    code = std::min<std::uint16_t>(code, length_code(lengths[i]));
  }
  std::vector<BoundPair> pairs;
  std::uint16_t shortest_so_far = kNone;
  for (std::size_t i = 255; i > 0; --i) {
    if (shortest[i] >= shortest_so_far) continue;
    shortest_so_far = shortest[i];
    pairs.push_back({static_cast<std::uint8_t>(i), static_cast<std::uint8_t>(shortest_so_far)});
  }
  return reduce(pairs);
}

Bound PostingListEncoder::bound() const {
  std::array<std::uint32_t, kBlockPostings> occurrences;
  std::array<std::uint16_t, kBlockPostings> lengths;
  for (std::size_t i = 0; i < count_; ++i) {
    const bool in_headline = (headline_[i / 64] >> (i % 64) & 1) != 0;
    occurrences[i] = occurrences_[i] + (in_headline ? kHeadlineBonus : 0);
    lengths[i] = lengths_[articles_[i] - 1];
  }
  return bound_of({occurrences.data(), count_}, {lengths.data(), count_});
}

// As gaps or as bits, whichever is shorter; bits may take a quarter more, since they are searched
// without being unpacked. Returns whether it took bits.
bool PostingListEncoder::encode_articles() {
  std::array<std::uint32_t, kBlockPostings> gaps;
  std::uint32_t before = before_;
  for (std::size_t i = 0; i < kBlockPostings; ++i) {
    gaps[i] = articles_[i] - before - 1;
    before = articles_[i];
  }
  const std::size_t begin = block_bytes_.size();
  append_patched(gaps.data(), block_bytes_);
  const std::uint32_t span = before - before_;
  const std::size_t bytes = (span + 7) / 8;
  if (span > kDenseSpan || bytes > (block_bytes_.size() - begin) * 5 / 4) return false;
  block_bytes_.resize(begin);
  block_bytes_.append(bytes, '\0');
  for (const std::uint32_t article : articles_) {
    const std::uint32_t bit = article - before_ - 1;
    block_bytes_[begin + bit / 8] = static_cast<char>(block_bytes_[begin + bit / 8] | 1 << bit % 8);
  }
  return true;
}

void PostingListEncoder::encode_headlines() {
  const auto count = static_cast<std::size_t>(std::popcount(headline_[0])) +
                     static_cast<std::size_t>(std::popcount(headline_[1]));
  if (count > kFewHeadlines) {
    block_bytes_.push_back(static_cast<char>(kManyHeadlines));
    block_bytes_.append(reinterpret_cast<const char*>(headline_.data()), sizeof headline_);
    return;
  }
  block_bytes_.push_back(static_cast<char>(count));
  for (std::size_t i = 0; i < kBlockPostings; ++i) {
    if ((headline_[i / 64] >> (i % 64) & 1) != 0) block_bytes_.push_back(static_cast<char>(i));
  }
}

// The flags are known when the rest is, so their byte is reserved first.
void PostingListEncoder::encode_block() {
  const std::size_t begin = block_bytes_.size();
  block_bytes_.push_back(0);
  std::uint8_t flags = encode_articles() ? kDense : 0;
  std::array<std::uint32_t, kBlockPostings> values;
  for (std::size_t i = 0; i < kBlockPostings; ++i) values[i] = occurrences_[i] - 1;
  append_patched(values.data(), block_bytes_);
  if ((headline_[0] | headline_[1]) != 0) {
    flags |= kHasHeadline;
    encode_headlines();
  }
  block_bytes_[begin] = static_cast<char>(flags);
  before_ = articles_[kBlockPostings - 1];
  last_articles_.push_back(before_);
  block_ends_.push_back(static_cast<std::uint32_t>(block_bytes_.size()));
  append_bound();
  ++blocks_;
  count_ = 0;
  headline_ = {};
}

void PostingListEncoder::append_bound() {
  const Bound block_bound = bound();
  bounds_.append(reinterpret_cast<const char*>(&block_bound), sizeof block_bound);
}

void PostingListEncoder::encode_tail() {
  std::uint32_t before = before_;
  for (std::size_t i = 0; i < count_; ++i) {
    const std::uint64_t gap = articles_[i] - before - 1;
    const std::uint32_t headline = headline_[i / 64] >> (i % 64) & 1;
    const bool plain = occurrences_[i] == 1 && headline == 0;
    append_varint(gap << 1 | (plain ? 1 : 0), tail_bytes_);
    if (!plain) append_varint(std::uint64_t{occurrences_[i] - 1} << 1 | headline, tail_bytes_);
    before = articles_[i];
  }
}

// With places of four bytes if the list, with places of two, came to more than those can tell.
void PostingListEncoder::append_directory(std::string& out) const {
  const bool has_positions = !positions_.bytes().empty();
  const unsigned start_bytes = place_bytes(positions_.bytes().size());
  const std::size_t for_positions =
      has_positions ? positions_.starts().size() * start_bytes + positions_.skips().size() : 0;
  const std::size_t list_bytes = last_articles_.size() * (4 + 2) + for_positions + bounds_.size() +
                                 block_bytes_.size() + tail_bytes_.size();
  append_column(last_articles_, 4, out);
  append_column(block_ends_, place_bytes(list_bytes), out);
  if (has_positions) {
    append_column(positions_.starts(), start_bytes, out);
    out += positions_.skips();
  }
  out += bounds_;
}

// A list of less than a block has no directory: most words are rare.
Term PostingListEncoder::finish(std::string& out) {
  encode_tail();
  positions_.finish();

  Term term;
  term.articles = blocks_ * static_cast<std::uint32_t>(kBlockPostings) + count_;
  term.occurrences = total_occurrences_;
  term.positions_bytes = positions_.bytes().size();
  const std::size_t begin = out.size();
  if (blocks_ > 0) {
    append_bound();
    append_directory(out);
  }
  out += block_bytes_;
  out += tail_bytes_;
  term.postings_bytes = out.size() - begin;
  out += positions_.bytes();
  clear();
  return term;
}

void PostingListEncoder::clear() {
  last_articles_.clear();
  block_ends_.clear();
  for (std::string* bytes : {&block_bytes_, &bounds_, &tail_bytes_}) bytes->clear();
  positions_.clear();
  blocks_ = count_ = before_ = 0;
  total_occurrences_ = 0;
  headline_ = {};
}

}  // namespace dateline::indexer
