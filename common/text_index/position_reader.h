// Reads the position list of one term from front to back; see format.h.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "common/text_index/block_codec.h"
#include "common/text_index/checked_file.h"
#include "common/text_index/term.h"

namespace dateline {

// One thread at a time; the file must outlive it.
class PositionReader {
 public:
  PositionReader(const CheckedFile& file, const Term& term);

  // Goes to the chunk at byte `start` of the list, `skip` numbers into it.
  void seek(std::uint64_t start, std::uint32_t skip);

  // Passes over `count` numbers; whole chunks are not unpacked.
  void skip(std::uint64_t count);

  // The next numbers as stored, as many as fit. Throws Error(kCorrupt) past the end of the list.
  void read(std::span<std::uint32_t> numbers);
  std::uint32_t next() {
    if (at_ >= filled_) read_chunk();
    return numbers_[at_++];
  }

 private:
  void open();
  void read_chunk();
  void read_tail(std::size_t count);

  const CheckedFile* file_;
  std::uint64_t offset_;
  std::uint64_t bytes_;
  std::uint64_t occurrences_;
  const std::uint8_t* begin_ = nullptr;  // nullptr until something is read
  const std::uint8_t* in_ = nullptr;
  const std::uint8_t* end_ = nullptr;
  std::size_t at_ = 0;
  std::size_t filled_ = 0;
  alignas(16) std::array<std::uint32_t, kBlockValues> numbers_;
};

}  // namespace dateline
