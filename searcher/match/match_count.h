// Counting matches, without scores and without Xapian.
#pragma once

#include <cstdint>

#include "searcher/hit.h"
#include "searcher/match/source_plan.h"

namespace dateline::searcher {

// How many live articles of all segments the plan matches.
std::uint64_t count_matches(const SourcePlan& plan);

// Without looking at the articles: exact for a word with one posting list a segment and nothing
// deleted, else the most there can be.
Total estimate_matches(const SourcePlan& plan);

}  // namespace dateline::searcher
