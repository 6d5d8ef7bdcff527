// Which segments to merge so that there are always few: tiers by size.
//
// A tier holds segments of about one size, each tier kMergeFactor times larger than the one below.
// Where kMergeFactor segments of a tier are neighbours, but for smaller ones between and beside
// them, they become one of a higher tier. So an article is rewritten about once a tier, there are
// few segments, and they stay in the order in which their articles came: equal hits come in that
// order. Segments above kLargeBytes wait until kLargeMergeFactor are neighbours, because rewriting
// them is what makes a first run of a large archive slow, and a few more of them cost a search
// little. After the tiered and logarithmic merging of Lucene; see Büttcher, Clarke and Cormack,
// "Information Retrieval" (2010), 7.2.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "common/index/manifest.h"

namespace dateline::indexer {

inline constexpr std::size_t kMergeFactor = 4;
inline constexpr std::size_t kLargeMergeFactor = 10;
inline constexpr std::uint64_t kLargeBytes = 64 << 20;      // of text, live
inline constexpr std::uint64_t kLowestTierBytes = 4 << 20;  // smaller segments count as this large
inline constexpr double kMaxDeletedShare = 0.3;             // a segment with more is rewritten
inline constexpr std::uint64_t kMaxMergedBytes = 64ull << 30;  // of text; no larger segment is made

// Groups of neighbours in `segments`, each ascending, to be merged into one segment each. No
// segment is in two groups. Empty: nothing to do. A merge may fill the next tier: ask again
// afterwards.
std::vector<std::vector<std::size_t>> plan_merges(std::span<const SegmentEntry> segments);

}  // namespace dateline::indexer
