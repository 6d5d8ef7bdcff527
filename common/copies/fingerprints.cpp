#include "common/copies/fingerprints.h"

#include <algorithm>

namespace dateline {
namespace {

constexpr Fingerprint fingerprint_of(Shingle shingle) {
  return static_cast<Fingerprint>(shingle) & kLastFingerprint;
}

// The place of the smallest, the last of equal ones.
std::size_t smallest_of(std::span<const Shingle> shingles, std::size_t first, std::size_t last) {
  std::size_t smallest = first;
  for (std::size_t i = first + 1; i <= last; ++i) {
    if (shingles[i] <= shingles[smallest]) smallest = i;
  }
  return smallest;
}

}  // namespace

std::vector<Fingerprint> winnow(std::span<const Shingle> shingles, std::size_t window) {
  std::vector<Fingerprint> chosen;
  if (shingles.size() < window) return chosen;
  std::size_t smallest = smallest_of(shingles, 0, window - 1);
  chosen.push_back(fingerprint_of(shingles[smallest]));
  for (std::size_t last = window; last < shingles.size(); ++last) {
    if (smallest + window <= last) {
      smallest = smallest_of(shingles, last + 1 - window, last);
    } else if (shingles[last] <= shingles[smallest]) {
      smallest = last;
    } else {
      continue;
    }
    chosen.push_back(fingerprint_of(shingles[smallest]));
  }
  std::sort(chosen.begin(), chosen.end());
  chosen.erase(std::unique(chosen.begin(), chosen.end()), chosen.end());
  return chosen;
}

std::vector<Fingerprint> fingerprints_of(std::span<const Shingle> shingles) {
  if (shingles.size() < kMinShingles) return {};
  return winnow(shingles, window_for(shingles.size()));
}

}  // namespace dateline
