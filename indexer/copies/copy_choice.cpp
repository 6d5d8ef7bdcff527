#include "indexer/copies/copy_choice.h"

#include <algorithm>
#include <tuple>

namespace dateline::indexer {

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
