// Reads positions that stand in chunks from front to back; see format.h.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "common/text_index/block_codec.h"
#include "common/text_index/checked_file.h"
#include "common/text_index/format.h"

namespace dateline {

class TextIndex;

// One thread at a time; the index must outlive it.
class PositionReader {
 public:
  PositionReader(const TextIndex& index, const Term& term);

  // Goes to the chunk at byte `start` of the list, `skip` numbers into it.
  void seek(std::uint64_t start, std::uint32_t skip);

  // Passes over `count` numbers; whole chunks are not unpacked.
  void skip(std::uint64_t count);

  // Reads the next positions, as many as fit, which are those of `article`. Throws Error(kCorrupt)
  // past the end of the list.
  void read(std::uint32_t article, std::span<std::uint32_t> positions);

 private:
  void open();
  void read_numbers(std::span<std::uint32_t> numbers);
  void read_chunk();
  void read_tail(std::size_t count);

  const TextIndex* index_;
  const CheckedFile* file_;
  std::uint64_t offset_;
  std::uint64_t bytes_;
  std::uint64_t occurrences_;
  const std::uint8_t* begin_ = nullptr;  // nullptr until something is read
  std::span<const std::uint16_t> headlines_;
  const std::uint8_t* in_ = nullptr;
  const std::uint8_t* end_ = nullptr;
  std::size_t at_ = 0;
  std::size_t filled_ = 0;
  alignas(16) std::array<std::uint32_t, kBlockValues> numbers_;
};

}  // namespace dateline
