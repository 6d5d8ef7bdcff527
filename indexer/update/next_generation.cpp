#include "indexer/update/next_generation.h"

#include <utility>

#include "common/index/index.h"
#include "indexer/commit/commit.h"
#include "indexer/update/merge_policy.h"
#include "indexer/update/segment_writer.h"

namespace dateline::indexer {

NextGeneration::NextGeneration(Commit& commit, const std::optional<Index>& live) : commit_(commit) {
  if (live) segments_.assign(live->segments().begin(), live->segments().end());
}

void NextGeneration::mark_deleted(const Deletions& gone) {
  for (SegmentOnDisk& segment : segments_) {
    const auto found = gone.find(segment.entry.id);
    if (found != gone.end()) segment.deleted.add(found->second);
  }
}

std::vector<SegmentEntry> NextGeneration::entries() const {
  std::vector<SegmentEntry> entries;
  for (const SegmentOnDisk& segment : segments_) {
    entries.push_back(segment.entry);
    entries.back().deleted = segment.deleted.count();
  }
  return entries;
}

// One group at a time: what it becomes may belong into a group of the next tier.
void NextGeneration::merge(unsigned jobs) {
  for (auto groups = plan_merges(entries()); !groups.empty(); groups = plan_merges(entries())) {
    merge_group(groups.front(), jobs);
  }
}

// The merged segment stands where the first of the group stood, because equal hits come in the
// order of the segments.
void NextGeneration::merge_group(std::span<const std::size_t> group, unsigned jobs) {
  std::vector<SegmentOnDisk> members;
  for (const std::size_t member : group) members.push_back(std::move(segments_[member]));
  SegmentOnDisk merged = merge_segments(members, commit_.new_segment(), jobs);
  const auto first = segments_.begin() + static_cast<std::ptrdiff_t>(group.front());
  *first = std::move(merged);
  for (std::size_t i = group.size(); i > 1; --i) {
    segments_.erase(segments_.begin() + static_cast<std::ptrdiff_t>(group[i - 1]));
  }
  if (first->entry.articles == 0) segments_.erase(first);  // all its articles were gone
}

std::uint64_t NextGeneration::publish(Manifest next) {
  next.segments = entries();
  Deletions deletions;
  for (const SegmentOnDisk& segment : segments_) deletions[segment.entry.id] = segment.deleted;
  return commit_.publish(std::move(next), deletions).generation;
}

}  // namespace dateline::indexer
