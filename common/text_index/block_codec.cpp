#include "common/text_index/block_codec.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <utility>

#include "common/text_index/varint.h"

namespace dateline {
namespace {

using Lanes = std::uint32_t __attribute__((vector_size(16)));
constexpr unsigned kRows = 32;  // rows of four lanes in a block

Lanes load(const std::uint8_t* from, unsigned word) {
  Lanes lanes;
  std::memcpy(&lanes, from + 16 * static_cast<std::size_t>(word), sizeof lanes);
  return lanes;
}

void store(std::uint32_t* to, unsigned row, Lanes lanes) {
  std::memcpy(to + 4 * static_cast<std::size_t>(row), &lanes, sizeof lanes);
}

// Row `Row` of a block of `Bits`: all shifts are constants, so each row is two to five
// instructions.
template <unsigned Bits, unsigned Row>
Lanes unpack_row(const std::uint8_t* in) {
  if constexpr (Bits == 0) {
    return Lanes{};
  } else {
    constexpr unsigned kBit = Row * Bits;
    constexpr unsigned kWord = kBit / 32;
    constexpr unsigned kShift = kBit % 32;
    constexpr std::uint32_t kMask = Bits == 32 ? ~0u : (1u << Bits) - 1;
    Lanes lanes = load(in, kWord) >> kShift;
    if constexpr (kShift + Bits > 32) lanes |= load(in, kWord + 1) << (32 - kShift);
    return lanes & kMask;
  }
}

template <unsigned Bits, unsigned... Rows>
void unpack_rows(const std::uint8_t* in, std::uint32_t* values,
                 std::integer_sequence<unsigned, Rows...>) {
  (store(values, Rows, unpack_row<Bits, Rows>(in)), ...);
}

template <unsigned Bits>
void unpack(const std::uint8_t* in, std::uint32_t* values) {
  unpack_rows<Bits>(in, values, std::make_integer_sequence<unsigned, kRows>{});
}

using Unpack = void (*)(const std::uint8_t*, std::uint32_t*);

template <unsigned... Bits>
constexpr std::array<Unpack, sizeof...(Bits)> unpack_table(
    std::integer_sequence<unsigned, Bits...>) {
  return {&unpack<Bits>...};
}

constexpr auto kUnpack = unpack_table(std::make_integer_sequence<unsigned, 33>{});

// Bytes of a patched block at a width, and SIZE_MAX where its exceptions do not fit their count.
std::size_t patched_size(const std::array<std::uint32_t, 33>& by_width, unsigned bits) {
  std::size_t exception_bytes = 0;
  for (unsigned width = bits + 1; width <= 32; ++width) {
    exception_bytes += by_width[width] * (1 + varint_bytes((1ull << (width - bits)) - 1));
  }
  return exception_bytes > 255 ? SIZE_MAX : packed_bytes(bits) + exception_bytes;
}

// All widths are tried on counts by width, without looking at the values again.
unsigned best_width(const std::uint32_t* values) {
  std::array<std::uint32_t, 33> by_width{};
  for (std::size_t i = 0; i < kBlockValues; ++i) ++by_width[std::bit_width(values[i])];
  unsigned widest = 32;
  while (widest > 0 && by_width[widest] == 0) --widest;
  unsigned best = widest;
  std::size_t best_bytes = packed_bytes(widest);
  for (unsigned bits = widest; bits-- > 0;) {
    const std::size_t bytes = patched_size(by_width, bits);
    if (bytes < best_bytes) {
      best = bits;
      best_bytes = bytes;
    }
  }
  return best;
}

}  // namespace

void pack_block(const std::uint32_t* values, unsigned bits, std::string& out) {
  std::array<Lanes, kRows> words{};
  const std::uint32_t mask = bits == 32 ? ~0u : (1u << bits) - 1;
  for (unsigned row = 0; row < kRows && bits > 0; ++row) {
    Lanes lanes;
    std::memcpy(&lanes, values + 4 * static_cast<std::size_t>(row), sizeof lanes);
    lanes &= mask;
    const unsigned word = row * bits / 32;
    const unsigned shift = row * bits % 32;
    words[word] |= lanes << shift;
    if (shift + bits > 32) words[word + 1] |= lanes >> (32 - shift);
  }
  out.append(reinterpret_cast<const char*>(words.data()), packed_bytes(bits));
}

void unpack_block(const std::uint8_t* in, unsigned bits, std::uint32_t* values) {
  kUnpack[bits](in, values);
}

void sum_gaps(std::uint32_t before, std::uint32_t* values) {
  const Lanes zero{};
  Lanes previous{before, before, before, before};
  for (unsigned row = 0; row < kRows; ++row) {
    Lanes lanes = load(reinterpret_cast<const std::uint8_t*>(values), row) + 1;
    lanes += __builtin_shufflevector(zero, lanes, 0, 4, 5, 6);
    lanes += __builtin_shufflevector(zero, lanes, 0, 1, 4, 5);
    lanes += previous;
    store(values, row, lanes);
    previous = __builtin_shufflevector(lanes, lanes, 3, 3, 3, 3);
  }
}

void append_patched(const std::uint32_t* values, std::string& out) {
  const unsigned bits = best_width(values);
  std::string exceptions;
  for (std::size_t i = 0; bits < 32 && i < kBlockValues; ++i) {
    if (const std::uint32_t high = values[i] >> bits; high != 0) {
      exceptions.push_back(static_cast<char>(i));
      append_varint(high, exceptions);
    }
  }
  out.push_back(static_cast<char>(bits));
  out.push_back(static_cast<char>(exceptions.size()));
  pack_block(values, bits, out);
  out += exceptions;
}

// Exceptions are checked one by one: an index out of bounds would be written to.
const std::uint8_t* read_patched(const std::uint8_t* in, const std::uint8_t* end,
                                 std::uint32_t* values) {
  if (end - in < 2 || in[0] > 32) return nullptr;
  if (static_cast<std::size_t>(end - in) < patched_bytes(in)) return nullptr;
  const unsigned bits = in[0];
  const std::uint8_t* exceptions = in + 2 + packed_bytes(bits);
  const std::uint8_t* const after = exceptions + in[1];
  kUnpack[bits](in + 2, values);
  while (exceptions < after) {
    const std::size_t index = *exceptions++;
    std::uint32_t high = 0;
    exceptions = read_varint(exceptions, after, high);
    if (exceptions == nullptr || index >= kBlockValues || bits >= 32) return nullptr;
    values[index] |= high << bits;
  }
  return after;
}

}  // namespace dateline
