// Counting matches, without scores and without Xapian.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>

#include "searcher/hit.h"
#include "searcher/match/candidates.h"
#include "searcher/match/source_plan.h"

namespace dateline::searcher {

// How many live articles of all segments the plan matches.
std::uint64_t count_matches(const SourcePlan& plan);

using VisitMatches = std::function<void(std::size_t segment, const MatchWindow& window)>;

// Calls visit with the live matches of each window, segment by segment, in ascending order.
void visit_plan_matches(const SourcePlan& plan, const VisitMatches& visit);

// Without looking at the articles: exact for a word with one posting list a segment and nothing
// deleted, else the most there can be.
Total estimate_matches(const SourcePlan& plan);

}  // namespace dateline::searcher
