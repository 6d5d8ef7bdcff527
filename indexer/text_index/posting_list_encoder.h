// Postings in, the bytes of a posting list and a position list out; see common/text_index/format.h.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "common/text_index/format.h"
#include "common/text_index/term.h"

namespace dateline::indexer {

// Lists are encoded one after another; a list is a run of add() and add_position(), then finish().
// Not thread-safe.
class PostingListEncoder {
 public:
  // `lengths` holds the words of article i + 1 at i, for every article that will be added; it must
  // outlive the encoder.
  explicit PostingListEncoder(std::span<const std::uint16_t> lengths) : lengths_(lengths) {}

  // Articles ascend within a list.
  void add(std::uint32_t article, std::uint32_t occurrences, bool in_headline) {
    if (count_ == 0) note_positions_start();
    articles_[count_] = article;
    occurrences_[count_] = occurrences;
    headline_[count_ / 64] |= std::uint64_t{in_headline} << (count_ % 64);
    total_occurrences_ += occurrences;
    if (++count_ == kBlockPostings) encode_block();
  }

  // One of the `occurrences` numbers that follow a posting: the first position, then differences
  // minus 1. Lists without positions leave them all out.
  void add_position(std::uint32_t number) {
    numbers_[numbers_count_] = number;
    if (++numbers_count_ == kBlockPostings) encode_positions();
  }

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
  void append_directory(std::uint64_t positions_bytes, std::string& out);
  void encode_positions();
  void clear();
  void note_positions_start() {
    positions_starts_.push_back(static_cast<std::uint32_t>(position_bytes_.size()));
    positions_skips_.push_back(static_cast<char>(numbers_count_));
  }
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
  std::vector<std::uint32_t> positions_starts_;
  std::string positions_skips_;
  std::string bounds_;
  std::string tail_bytes_;

  // The positions so far.
  std::string position_bytes_;
  std::uint32_t numbers_count_ = 0;
  std::array<std::uint32_t, kBlockPostings> numbers_;
};

// The bound of some postings, given as their pairs (occurrences, words of the article): at most
// four pairs.
Bound bound_of(std::span<const std::uint32_t> occurrences, std::span<const std::uint16_t> lengths);

}  // namespace dateline::indexer
