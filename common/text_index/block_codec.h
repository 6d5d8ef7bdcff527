// Blocks of 128 integers as bits: the inner loop of every query.
//
// A block is packed in four lanes ("vertical" layout): value i lies in lane i % 4, and each lane is
// a run of 32-bit words filled from the low bits up, so one vector instruction unpacks four values.
// The code is written with the compiler's portable vectors: SSE2 on x86-64, NEON on ARM, and the
// same bytes everywhere. After Lemire and Boytsov, "Decoding billions of integers per second
// through vectorization" (2015).
//
// A patched block keeps the width that suits most values and stores the high bits of the few larger
// ones apart (PFOR, Zukowski et al., "Super-scalar RAM-CPU cache compression", 2006):
//
//   patched    := bits (u8) exception_bytes (u8) packed (16 * bits bytes) exceptions
//   exceptions := (index (u8) high_bits (varint))*      value = low bits | high_bits << bits
//
// All functions are pure and thread-safe.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace dateline {

inline constexpr std::size_t kBlockValues = 128;

// Bytes that a block of this width takes.
constexpr std::size_t packed_bytes(unsigned bits) {
  return bits * kBlockValues / 8;
}

// Appends packed_bytes(bits) bytes. Values are cut to `bits`.
void pack_block(const std::uint32_t* values, unsigned bits, std::string& out);

// Reads packed_bytes(bits) bytes; `bits` must be 0 to 32.
void unpack_block(const std::uint8_t* in, unsigned bits, std::uint32_t* values);

// 128 gaps become ascending numbers: each is the one before it, `before` for the first, plus 1 plus
// its gap.
void sum_gaps(std::uint32_t before, std::uint32_t* values);

// Appends 128 values as a patched block.
void append_patched(const std::uint32_t* values, std::string& out);

// Size of the patched block that begins at `in`, from its two first bytes.
inline std::size_t patched_bytes(const std::uint8_t* in) {
  return 2 + packed_bytes(in[0]) + in[1];
}

// Reads a patched block of patched_bytes(in) bytes that lies wholly before `end`. Returns the byte
// after it, or nullptr where the bytes are not a patched block.
const std::uint8_t* read_patched(const std::uint8_t* in, const std::uint8_t* end,
                                 std::uint32_t* values);

}  // namespace dateline
