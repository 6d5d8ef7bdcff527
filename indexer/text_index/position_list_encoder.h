// Positions in, the bytes of a position list out; see common/text_index/format.h.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "common/text_index/block_codec.h"
#include "common/text_index/format.h"
#include "common/text_index/position_code.h"

namespace dateline::indexer {

// Words of each article and of its headline: that of article i + 1 at i.
struct ArticleLengths {
  std::span<const std::uint16_t> words;
  std::span<const std::uint16_t> headlines;
};

// Bits from the low end of one word to the high end of the last.
class BitWriter {
 public:
  // Of `value` the lowest `count` bits, 57 at most; the others must be 0.
  void append(std::uint64_t value, unsigned count) {
    word_ |= value << filled_;
    if (filled_ + count >= 64) {
      words_.push_back(word_);
      word_ = filled_ == 0 ? 0 : value >> (64 - filled_);
      filled_ = filled_ + count - 64;
    } else {
      filled_ += count;
    }
  }
  void append_zeros(std::uint64_t count) {
    for (; count > 32; count -= 32) append(0, 32);
    append(0, static_cast<unsigned>(count));
  }
  void append(const BitWriter& other);

  std::uint64_t bits() const { return words_.size() * 64 + filled_; }
  void clear();

  // Appends all, the last byte filled up with zeros.
  void append_to(std::string& out) const;

 private:
  std::vector<std::uint64_t> words_;
  std::uint64_t word_ = 0;
  unsigned filled_ = 0;
};

// Lists are encoded one after another: a list is a run of postings, then finish(). Which of the two
// layouts a list gets is known once it is too long for the one or over: until then it is kept.
// Not thread-safe.
class PositionListEncoder {
 public:
  // What `lengths` holds must outlive the encoder.
  explicit PositionListEncoder(const ArticleLengths& lengths) : lengths_(lengths) {}

  // A posting has as many numbers as it has occurrences: the first position, then differences minus
  // 1. Lists without positions have no numbers at all.
  void begin_posting(std::uint32_t article, std::uint32_t occurrences) {
    headline_ = lengths_.headlines[article - 1];
    position_ = ~0u;
    place_ = ~0u;
    if (in_chunks_) {
      if (postings_ % kBlockPostings == 0) note_place();
      ++postings_;
      return;
    }
    articles_.push_back(article);
    occurrences_.push_back(occurrences);
    if (!has_coded_positions(++postings_, lengths_.words.size())) cut_into_chunks();
  }
  void add(std::uint32_t number) {
    position_ += number + 1;
    const std::uint32_t place = without_gap(position_, headline_);
    const std::uint32_t stored = place - place_ - 1;
    place_ = place;
    if (in_chunks_) {
      add_to_chunk(stored);
    } else {
      numbers_.push_back(stored);
    }
  }

  // Ends the list. Until clear(), its bytes and, for a directory, where its blocks and its tail
  // begin in them and how many positions are to be passed over there.
  void finish();
  const std::string& bytes() const { return bytes_; }
  const std::vector<std::uint32_t>& starts() const { return starts_; }
  const std::string& skips() const { return skips_; }

  // Makes ready for the next list.
  void clear();

 private:
  void note_place() {
    starts_.push_back(static_cast<std::uint32_t>(bytes_.size()));
    if (in_chunks_) skips_.push_back(static_cast<char>(chunk_numbers_));
  }

  void cut_into_chunks();
  void add_to_chunk(std::uint32_t number) {
    chunk_[chunk_numbers_] = number;
    if (++chunk_numbers_ == kBlockValues) encode_chunk();
  }
  void encode_chunk();
  void encode_last_chunk();

  void encode_coded();
  void encode_posting(std::uint32_t article, std::span<const std::uint32_t> numbers);

  ArticleLengths lengths_;
  std::uint32_t postings_ = 0;
  std::uint32_t headline_ = 0;  // words of the posting's
  std::uint32_t position_ = 0;  // the last one of the posting; one before 0 at first
  std::uint32_t place_ = 0;     // the same without the gap
  std::string bytes_;
  std::vector<std::uint32_t> starts_;
  std::string skips_;

  // In chunks: the one being filled.
  bool in_chunks_ = false;
  std::uint32_t chunk_numbers_ = 0;
  std::array<std::uint32_t, kBlockValues> chunk_;

  // Not, or not yet: the whole list.
  std::vector<std::uint32_t> articles_;
  std::vector<std::uint32_t> occurrences_;
  std::vector<std::uint32_t> numbers_;
  BitWriter low_;
  BitWriter high_;
};

}  // namespace dateline::indexer
