// Goes through all matches of a query once, in windows of bits.
#pragma once

#include <vector>

#include "common/index/index.h"
#include "searcher/match/compile.h"
#include "searcher/match/match_count.h"

namespace dateline::searcher {

// Calls visit with the live matches of windows, segment by segment in ascending
// order. The query is compiled unscored. Throws Error(kCorrupt).
void visit_matches(const CompiledQuery& query, const std::vector<OpenSegment>& segments,
                   const VisitMatches& visit);

}  // namespace dateline::searcher
