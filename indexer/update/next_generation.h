// The segments of the generation that an update makes: those of the live one, new ones and merged
// ones, each with all that is deleted of it.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "common/index/segment_on_disk.h"

namespace dateline {
class Index;
}

namespace dateline::indexer {

class Commit;

// Not thread-safe.
class NextGeneration {
 public:
  // Begins with the segments of the live generation, if there is one.
  NextGeneration(Commit& commit, const std::optional<Index>& live);

  // In the order of their articles.
  std::span<const SegmentOnDisk> segments() const { return segments_; }

  // The last, with all its files.
  void append(SegmentOnDisk segment) { segments_.push_back(std::move(segment)); }

  // Beside what is deleted already.
  void mark_deleted(const Deletions& gone);

  // Merges segments until the policy (merge_policy.h) finds none to merge.
  void merge(unsigned jobs);

  // Makes it live, as Commit::publish does, with the settings and the account of `next`, and
  // returns its number. Call it once.
  std::uint64_t publish(Manifest next);

 private:
  std::vector<SegmentEntry> entries() const;
  void merge_group(std::span<const std::size_t> group, unsigned jobs);

  Commit& commit_;
  std::vector<SegmentOnDisk> segments_;
};

}  // namespace dateline::indexer
