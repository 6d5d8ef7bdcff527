// Reads positions that have a code for each posting, see position_code.h, block by block.
#pragma once

#include <cstdint>
#include <cstring>
#include <span>
#include <vector>

#include "common/text_index/checked_file.h"
#include "common/text_index/format.h"
#include "common/text_index/position_code.h"

namespace dateline {

class TextIndex;

// One thread at a time; the index must outlive it.
class CodedPositions {
 public:
  CodedPositions(const TextIndex& index, const Term& term);

  // The postings of a block or of the tail.
  struct Postings {
    const std::uint32_t* articles;
    const std::uint32_t* occurrences;
    std::uint32_t count;
  };

  // Goes to the block, or the tail, whose positions begin at byte `start` of the list.
  void open(std::uint64_t start, const Postings& postings);

  // The positions of posting `at` of the block it was opened with; each at most once, in order.
  // Replaces what is in `positions`. Throws Error(kCorrupt) where they run past the end of the
  // list.
  void read(const Postings& postings, std::uint32_t at, std::vector<std::uint32_t>& positions);

 private:
  PositionCode code_of(const Postings& postings, std::uint32_t at) const;
  void skip_to(const Postings& postings, std::uint32_t at);
  void skip_high(std::uint64_t ones);
  std::uint64_t high_word(std::uint64_t number) const;
  std::uint32_t low_bits_at(std::uint64_t place, unsigned count) const {
    std::uint64_t word = 0;
    std::memcpy(&word, bits_ + place / 8, sizeof word);
    return static_cast<std::uint32_t>(word >> place % 8) & ((1u << count) - 1);
  }
  void decode(unsigned low_bits, std::uint32_t headline, std::vector<std::uint32_t>& positions);

  const TextIndex* index_;
  const CheckedFile* file_;
  std::uint64_t offset_;
  std::uint64_t bytes_;

  // Nothing before the first open(): most cursors are never asked for positions.
  const std::uint8_t* list_ = nullptr;
  std::span<const std::uint16_t> lengths_;
  std::span<const std::uint16_t> headlines_;

  const std::uint8_t* bits_ = nullptr;  // of the block; what follows are places in it
  std::uint64_t end_ = 0;               // of the list
  std::uint64_t low_at_ = 0;
  std::uint64_t high_at_ = 0;
  std::uint32_t at_ = 0;  // the posting that low_at_ and high_at_ stand before
};

}  // namespace dateline
