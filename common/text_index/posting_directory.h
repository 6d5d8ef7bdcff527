// The directory of a posting list: what is known of its blocks before one is read; see format.h.
#pragma once

#include <cstdint>
#include <cstring>
#include <span>

#include "common/text_index/checked_file.h"
#include "common/text_index/format.h"

namespace dateline {

// Blocks are numbered from 0; number blocks() is the tail. Thread-safe; the file must outlive it.
class PostingDirectory {
 public:
  // Of a list in an index of so many articles. Throws Error(kCorrupt) where the directory leaves
  // the section of lists.
  PostingDirectory(const CheckedFile& file, const Term& term, std::uint32_t articles);

  // Full ones.
  std::uint32_t blocks() const { return blocks_; }

  // Of a full block.
  std::uint32_t last_article(std::uint32_t block) const { return load(last_articles_, 4, block); }

  // Where a block or the tail begins, in bytes from the start of the list.
  std::uint64_t begin(std::uint32_t block) const {
    return bytes_ + (block == 0 ? 0 : load(block_ends_, end_bytes_, block - 1));
  }

  // Where the positions of a block or of the tail begin: byte `start` of the position list, `skip`
  // positions further on.
  struct PositionsPlace {
    std::uint32_t start = 0;
    std::uint32_t skip = 0;
  };
  PositionsPlace positions(std::uint32_t block) const {
    if (positions_starts_ == nullptr) return {};
    const std::uint32_t skip = positions_skips_ == nullptr ? 0u : positions_skips_[block];
    return {load(positions_starts_, start_bytes_, block), skip};
  }

  // Of each block and the tail; none where there is no full block.
  std::span<const Bound> bounds() const { return {bounds_, blocks_ > 0 ? blocks_ + 1u : 0u}; }

 private:
  static std::uint32_t load(const std::uint8_t* column, unsigned width, std::uint32_t index) {
    if (width == 2) {
      std::uint16_t value = 0;
      std::memcpy(&value, column + std::size_t{2} * index, sizeof value);
      return value;
    }
    std::uint32_t value = 0;
    std::memcpy(&value, column + std::size_t{4} * index, sizeof value);
    return value;
  }

  std::uint32_t blocks_;
  unsigned end_bytes_;
  unsigned start_bytes_;
  std::uint64_t bytes_ = 0;

  // Column by column; unaligned.
  const std::uint8_t* last_articles_ = nullptr;
  const std::uint8_t* block_ends_ = nullptr;
  const std::uint8_t* positions_starts_ = nullptr;  // nullptr where there are no positions
  const std::uint8_t* positions_skips_ = nullptr;   // nullptr where none are passed over
  const Bound* bounds_ = nullptr;
};

}  // namespace dateline
