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

std::optional<CopyKind> kind_of_alike(const ComparedText& text, const ComparedText& earlier) {
  constexpr std::int32_t kDaysOfVersions = 2;
  const bool same_version = earlier.mark == text.mark;
  const bool is_followed_up =
      !same_version && may_be_within_days(text.facts, earlier.facts, kDaysOfVersions);
  if (!is_followed_up && are_of_one_template(text.facts, earlier.facts)) return std::nullopt;
  return same_version ? CopyKind::kCopy : CopyKind::kVersion;
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
    const auto kind = kind_of_alike(text, earlier);
    if (!kind) continue;
    const CopyLink link{candidate.article, segment, candidate.earlier, *kind};
    if (*kind == CopyKind::kCopy) return link;
    version = link;
  }
  return version;
}

}  // namespace dateline::indexer
