// Postings in, the bytes of a posting list and a position list out; see common/text_index/format.h.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "common/text_index/format.h"
#include "indexer/text_index/position_list_encoder.h"

namespace dateline::indexer {

// Lists are encoded one after another; a list is a run of add() and add_position(), then finish().
// Not thread-safe.
class PostingListEncoder {
 public:
  // `lengths` holds every article that will be added; what it points to must outlive the encoder.
  explicit PostingListEncoder(const ArticleLengths& lengths)
      : lengths_(lengths.words), positions_(lengths) {}

  // Articles ascend within a list.
  void add(std::uint32_t article, std::uint32_t occurrences, bool in_headline) {
    positions_.begin_posting(article, occurrences);
    articles_[count_] = article;
    occurrences_[count_] = occurrences;
    headline_[count_ / 64] |= std::uint64_t{in_headline} << (count_ % 64);
    total_occurrences_ += occurrences;
    if (++count_ == kBlockPostings) encode_block();
  }

  // One of the `occurrences` numbers that follow a posting: the first position, then differences
  // minus 1. Lists without positions leave them all out.
  void add_position(std::uint32_t number) { positions_.add(number); }

  bool empty() const { return count_ == 0 && blocks_ == 0; }

  // Appends the list to `out` and is ready for the next one. Returns all of the Term but its
  // offset.
  Term finish(std::string& out);

 private:
  void encode_block();
  bool encode_articles();
  void encode_headlines();
  void encode_tail();
  void append_bound();
  void append_directory(std::string& out) const;
  void clear();
  Bound bound() const;

  std::span<const std::uint16_t> lengths_;

  // The block being filled.
  std::uint32_t count_ = 0;
  std::uint32_t before_ = 0;  // last article of the block before
  std::uint64_t total_occurrences_ = 0;
  std::array<std::uint32_t, kBlockPostings> articles_;
  std::array<std::uint32_t, kBlockPostings> occurrences_;
  std::array<std::uint64_t, 2> headline_{};

  // The blocks so far, and their directory.
  std::uint32_t blocks_ = 0;
  std::string block_bytes_;
  std::vector<std::uint32_t> last_articles_;
  std::vector<std::uint32_t> block_ends_;
  std::string bounds_;
  std::string tail_bytes_;

  PositionListEncoder positions_;
};

// The bound of some postings, given as their pairs (occurrences, words of the article): at most
// three pairs.
Bound bound_of(std::span<const std::uint32_t> occurrences, std::span<const std::uint16_t> lengths);

}  // namespace dateline::indexer
