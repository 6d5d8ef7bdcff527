#include "indexer/copies/shared_fingerprints.h"

#include <algorithm>

namespace dateline::indexer {

std::vector<Candidate> SharedFingerprints::take() {
  std::sort(pairs_.begin(), pairs_.end());
  std::vector<Candidate> candidates;
  for (auto pair = pairs_.begin(); pair != pairs_.end();) {
    const auto next = std::find_if(pair, pairs_.end(), [&](auto other) { return other != *pair; });
    candidates.push_back({static_cast<ArticleNumber>(*pair >> 32),
                          static_cast<ArticleNumber>(*pair),
                          static_cast<std::uint32_t>(next - pair)});
    pair = next;
  }
  pairs_ = {};
  return candidates;
}

bool may_be_alike(BodyShingles size, BodyShingles other_size, std::uint32_t shared,
                  unsigned tenths) {
  const std::size_t window = std::max(window_for(size), window_for(other_size));
  // A text has 2 / (window + 1) of its shingles as fingerprints.
  return 10 * std::uint64_t{shared} * (window + 1) >= 2 * tenths * std::min(size, other_size);
}

}  // namespace dateline::indexer
