// How the positions of one posting become bits: what writer and reader of position lists agree on.
//
// A word that stands f times in an article of L words does so every L / f words or so. Both numbers
// are known to who reads a posting, so each posting has its own Golomb-Rice code (Golomb,
// "Run-length encodings", 1966; Rice, 1979): of each difference the low bits are written as they
// are, and the rest, mostly 0 or 1, as so many zero bits before a one. What that takes, and which
// words have it, is in format.h.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>

#include "common/text/analyser.h"

namespace dateline {

// The columns of lengths and headlines end here: of such articles only this much is known.
inline constexpr std::uint32_t kLongArticle = 65'535;

struct PositionCode {
  unsigned low_bits = 0;
  bool has_high = true;  // false: the low bits are all there is
};

// Of a posting with so many occurrences, at least one, in an article of this length. A lone
// position is written as it is, in as many bits as the length takes. Without branches that depend
// on the posting: it is called for all that are passed over.
constexpr PositionCode position_code(std::uint32_t length, std::uint32_t occurrences) {
  const std::uint32_t is_long = length >= kLongArticle ? 1 : 0;
  const std::uint32_t alone = (occurrences == 1 ? 1 : 0) & (is_long ^ 1);
  const std::uint64_t words =
      ((std::uint64_t{length} << (5 * is_long)) << alone) - (std::uint64_t{alone} << 1);
  const std::uint64_t parts = std::uint64_t{occurrences} + 1 - alone;
  int bits = std::countl_zero(parts | 1) - std::countl_zero(words | 1);  // of words / parts
  bits &= ~(bits >> 31);                                                 // 0 where it is negative
  bits -= (parts << bits) > words ? 1 : 0;
  bits &= ~(bits >> 31);
  return {static_cast<unsigned>(bits), alone == 0};
}
static_assert(position_code(400, 1).low_bits == 9 && position_code(1, 1).low_bits == 0);
static_assert(position_code(400, 3).low_bits == 6 && position_code(3, 7).low_bits == 0);

// Positions are written without the gap between headline and body.
constexpr std::uint32_t without_gap(std::uint32_t position, std::uint32_t headline) {
  const bool in_body = headline < kLongArticle && position >= headline + kHeadlineGap;
  return in_body ? position - kHeadlineGap : position;
}
constexpr std::uint32_t with_gap(std::uint32_t position, std::uint32_t headline) {
  return headline < kLongArticle && position >= headline ? position + kHeadlineGap : position;
}

}  // namespace dateline
