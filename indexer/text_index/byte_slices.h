// Many growing byte streams in one arena: the postings of a run while it is built.
//
// A stream is a chain of slices, each twice as long as the one before up to a limit; a full slice
// ends in the address of the next. Most words occur once or twice, so most streams stay in their
// first slice. After the in-memory postings of Lucene; see Busch et al., "Earlybird: real-time
// search at Twitter" (2012).
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <vector>

namespace dateline::indexer {

// A stream that is written to: where it begins and where it goes on. Belongs to one ByteSlices.
struct SliceStream {
  std::uint32_t head = 0;  // address of the first slice; 0: nothing written yet
  std::uint32_t at = 0;
  std::uint32_t end = 0;  // where the last bytes of the slice, for the next address, begin
  std::uint32_t slices = 0;
};

class ByteSlices {
 public:
  ByteSlices() { add_chunk(); }

  void append(SliceStream& stream, std::uint8_t byte) {
    if (stream.at == stream.end) grow(stream);
    *at(stream.at++) = byte;
  }
  void append_varint(SliceStream& stream, std::uint32_t value) {
    while (value >= 0x80) {
      append(stream, static_cast<std::uint8_t>(value | 0x80));
      value >>= 7;
    }
    append(stream, static_cast<std::uint8_t>(value));
  }

  std::size_t memory_bytes() const { return chunks_.size() * kChunkBytes; }

 private:
  friend class SliceReader;
  static constexpr std::uint32_t kChunkBits = 18;
  static constexpr std::uint32_t kChunkBytes = 1 << kChunkBits;
  static constexpr std::uint32_t kAddressBytes = 4;

  static std::uint32_t slice_bytes(std::uint32_t number) {
    return std::min(12u << std::min(number, 8u), 1'024u);
  }
  std::uint8_t* at(std::uint32_t address) {
    return chunks_[address >> kChunkBits].get() + (address & (kChunkBytes - 1));
  }
  const std::uint8_t* at(std::uint32_t address) const {
    return chunks_[address >> kChunkBits].get() + (address & (kChunkBytes - 1));
  }
  void grow(SliceStream& stream) {
    const std::uint32_t bytes = slice_bytes(stream.slices);
    const std::uint32_t slice = allocate(bytes);
    if (stream.slices++ == 0) {
      stream.head = slice;
    } else {
      std::memcpy(at(stream.end), &slice, kAddressBytes);
    }
    stream.at = slice;
    stream.end = slice + bytes - kAddressBytes;
  }
  std::uint32_t allocate(std::uint32_t bytes) {
    if (used_ + bytes > kChunkBytes) add_chunk();
    const auto chunk = static_cast<std::uint32_t>(chunks_.size() - 1);
    const std::uint32_t address = (chunk << kChunkBits) + used_;
    used_ += bytes;
    return address;
  }
  void add_chunk() {
    chunks_.push_back(std::make_unique_for_overwrite<std::uint8_t[]>(kChunkBytes));
    used_ = chunks_.size() == 1 ? kAddressBytes : 0;  // address 0 means none
  }

  std::vector<std::unique_ptr<std::uint8_t[]>> chunks_;
  std::uint32_t used_ = 0;
};

// Reads a stream from its beginning. Nothing may be written meanwhile.
class SliceReader {
 public:
  SliceReader(const ByteSlices& slices, const SliceStream& stream)
      : slices_(&slices), last_(stream.at) {
    if (stream.slices > 0) open(stream.head);
  }

  bool done() const { return address_ == last_; }

  std::uint8_t next() {
    const std::uint8_t byte = *in_++;
    if (++address_ == end_ && address_ != last_) {
      std::uint32_t following = 0;
      std::memcpy(&following, in_, ByteSlices::kAddressBytes);
      open(following);
    }
    return byte;
  }
  std::uint32_t next_varint() {
    std::uint32_t value = 0;
    for (unsigned shift = 0;; shift += 7) {
      const std::uint32_t byte = next();
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  }

 private:
  void open(std::uint32_t slice) {
    address_ = slice;
    in_ = slices_->at(slice);
    end_ = slice + ByteSlices::slice_bytes(read_++) - ByteSlices::kAddressBytes;
  }

  const ByteSlices* slices_;
  std::uint32_t last_ = 0;
  std::uint32_t address_ = 0;
  std::uint32_t end_ = 0;
  std::uint32_t read_ = 0;  // slices opened
  const std::uint8_t* in_ = nullptr;
};

}  // namespace dateline::indexer
