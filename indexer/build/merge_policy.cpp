#include "indexer/build/merge_policy.h"

#include <algorithm>
#include <map>

namespace dateline::indexer {
namespace {

std::uint64_t live_bytes(const SegmentEntry& segment) {
  if (segment.articles == 0) return 0;
  return segment.text_bytes / segment.articles * segment.live();
}

std::size_t tier_of(std::uint64_t bytes) {
  std::size_t tier = 0;
  for (std::uint64_t limit = kLowestTierBytes; bytes > limit; limit *= kMergeFactor) ++tier;
  return tier;
}

}  // namespace

std::vector<std::vector<std::size_t>> plan_merges(std::span<const SegmentEntry> segments) {
  std::map<std::size_t, std::vector<std::size_t>> tiers;
  std::vector<std::vector<std::size_t>> groups;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const std::uint64_t bytes = live_bytes(segments[i]);
    if (bytes <= kMaxMergedBytes / kMergeFactor) tiers[tier_of(bytes)].push_back(i);
  }
  std::vector<bool> grouped(segments.size());
  for (const auto& [tier, members] : tiers) {
    if (members.size() < kMergeFactor) continue;
    groups.push_back(members);
    for (const std::size_t member : members) grouped[member] = true;
  }
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const auto most = static_cast<double>(segments[i].articles) * kMaxDeletedShare;
    if (!grouped[i] && static_cast<double>(segments[i].deleted) > most) groups.push_back({i});
  }
  return groups;
}

}  // namespace dateline::indexer
