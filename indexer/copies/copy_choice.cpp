#include "indexer/copies/copy_choice.h"

#include <algorithm>
#include <tuple>

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
  return 10 * std::uint64_t{shared} * (window + 1) >=
         std::uint64_t{2} * tenths * std::min(size, other_size);
}

std::optional<CopyLink> choose_link(const ComparedText& text, std::span<PlacedCandidate> candidates,
                                    ComparedTexts& texts) {
  std::sort(candidates.begin(), candidates.end(),
            [](const PlacedCandidate& a, const PlacedCandidate& b) {
              return std::tuple(a.candidate.shared, a.segment, a.candidate.earlier) >
                     std::tuple(b.candidate.shared, b.segment, b.candidate.earlier);
            });
  std::optional<CopyLink> version;
  for (const auto& [segment, candidate] :
       candidates.first(std::min(candidates.size(), kMostCompared))) {
    const ComparedText& earlier = texts.text(segment, candidate.earlier);
    const bool same_version = earlier.mark == text.mark;
    if ((version && !same_version) || !are_alike(text.shingles, earlier.shingles)) continue;
    CopyLink link{candidate.article, segment, candidate.earlier, CopyKind::kCopy};
    if (same_version) return link;
    link.kind = CopyKind::kVersion;
    version = link;
  }
  return version;
}

}  // namespace dateline::indexer
