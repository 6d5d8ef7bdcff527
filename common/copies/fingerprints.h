// A few shingles of each text, chosen so that texts with much in common have some in common.
//
// Winnowing (Schleimer, Wilkerson and Aiken, "Winnowing: local algorithms for document
// fingerprinting", 2003): of every `window` shingles that follow one another, the one with the
// smallest hash. Texts that share a passage of window + 4 words share a fingerprint, wherever the
// passage stands in either: so an abridged copy is found, which the smallest hashes of a whole text
// would not do. A text has about 2 / (window + 1) of its shingles.
//
// Long texts have the window kWindow. In short ones it is narrower, so that they have fingerprints
// enough to tell them by. What a wide window chooses, a narrow one inside of it chooses too: so a
// short text meets the fingerprints of a long one in the passage that they share.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "common/copies/shingles.h"

namespace dateline {

// The lower kFingerprintBits of a shingle; which are chosen is up to the bits above.
using Fingerprint = std::uint32_t;
inline constexpr unsigned kFingerprintBits = 24;
inline constexpr Fingerprint kLastFingerprint = (1U << kFingerprintBits) - 1;

inline constexpr std::size_t kWindow = 72;
inline constexpr std::size_t kNarrowestWindow = 8;

// The window for a text of so many shingles, repeated ones counted.
constexpr std::size_t window_for(std::size_t shingles) {
  const std::size_t wanted = shingles / 6;
  if (wanted > kWindow) return kWindow;
  return wanted < kNarrowestWindow ? kNarrowestWindow : wanted;
}

// The fingerprints of a text with these shingles, ascending, each once; none of a text of fewer
// than kMinShingles.
std::vector<Fingerprint> fingerprints_of(std::span<const Shingle> shingles);

// The same with a window of one's own: one shingle of every `window`, and none if there are fewer.
std::vector<Fingerprint> winnow(std::span<const Shingle> shingles, std::size_t window);

}  // namespace dateline
