// Which segments to merge so that there are always few: tiers by size.
//
// A tier holds segments of about one size, each tier kMergeFactor times larger than the one below.
// When a tier is full its segments become one of the next. So an article is rewritten once a tier,
// and there are fewer than kMergeFactor segments in each. After the tiered and logarithmic merging
// of Lucene; see Büttcher, Clarke and Cormack, "Information Retrieval" (2010), 7.2.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "common/index/manifest.h"

namespace dateline::indexer {

inline constexpr std::size_t kMergeFactor = 4;
inline constexpr std::uint64_t kLowestTierBytes = 4 << 20;  // smaller segments count as this large
inline constexpr double kMaxDeletedShare = 0.3;             // a segment with more is rewritten
inline constexpr std::uint64_t kMaxMergedBytes = 64ull << 30;  // of text; no larger segment is made

// Groups of indexes into `segments`, each ascending, to be merged into one segment each. No segment
// is in two groups. Empty: nothing to do. A merge may fill the next tier: ask again afterwards.
std::vector<std::vector<std::size_t>> plan_merges(std::span<const SegmentEntry> segments);

}  // namespace dateline::indexer
