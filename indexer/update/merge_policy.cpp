#include "indexer/update/merge_policy.h"

#include <algorithm>

namespace dateline::indexer {
namespace {

constexpr std::size_t kTopTier = 64;  // of segments that are not merged

std::uint64_t live_bytes(const SegmentEntry& segment) {
  if (segment.articles == 0) return 0;
  return segment.text_bytes / segment.articles * segment.live();
}

std::size_t tier_of(std::uint64_t bytes) {
  std::size_t tier = 0;
  for (std::uint64_t limit = kLowestTierBytes; bytes > limit; limit *= kMergeFactor) ++tier;
  return tier;
}

// The runs of neighbours no larger than the tier with enough of the tier itself.
std::vector<std::vector<std::size_t>> full_runs(const std::vector<std::size_t>& tiers,
                                                std::size_t tier) {
  std::vector<std::vector<std::size_t>> runs(1);
  for (std::size_t i = 0; i < tiers.size(); ++i) {
    if (tiers[i] <= tier) {
      runs.back().push_back(i);
    } else {
      runs.emplace_back();
    }
  }
  const bool large = tier > tier_of(kLargeBytes);
  const std::size_t enough = large ? kLargeMergeFactor : kMergeFactor;
  std::erase_if(runs, [&](const auto& run) {
    const auto of_tier = std::count_if(run.begin(), run.end(),
                                       [&](std::size_t member) { return tiers[member] == tier; });
    return static_cast<std::size_t>(of_tier) < enough;
  });
  return runs;
}

}  // namespace

std::vector<std::vector<std::size_t>> plan_merges(std::span<const SegmentEntry> segments) {
  std::vector<std::size_t> tiers;
  for (const SegmentEntry& segment : segments) {
    const std::uint64_t bytes = live_bytes(segment);
    tiers.push_back(bytes <= kMaxMergedBytes / kLargeMergeFactor ? tier_of(bytes) : kTopTier);
  }
  for (std::size_t tier = 0; tier < kTopTier; ++tier) {
    auto groups = full_runs(tiers, tier);
    if (!groups.empty()) return groups;
  }
  std::vector<std::vector<std::size_t>> groups;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const auto most = static_cast<double>(segments[i].articles) * kMaxDeletedShare;
    if (static_cast<double>(segments[i].deleted) > most) groups.push_back({i});
  }
  return groups;
}

}  // namespace dateline::indexer
