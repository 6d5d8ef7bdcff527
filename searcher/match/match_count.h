// Goes through all matches of a query once, in windows of bits, and counts them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "searcher/match/cursor/candidates.h"
#include "searcher/match/match.h"

namespace dateline {
struct OpenSegment;
}

namespace dateline::searcher {

class CompiledQuery;
struct TextLeafPlan;

// How many live articles of all segments the plan matches. No score is computed for it, and Xapian
// is not asked.
std::uint64_t count_matches(const TextLeafPlan& plan);

// Without looking at the articles: exact for a word with one posting list a segment and nothing
// deleted, else the most there can be.
Total estimate_matches(const TextLeafPlan& plan);

using VisitMatches = std::function<void(std::size_t segment, const MatchWindow& window)>;

// Calls visit with the live matches of windows, segment by segment in ascending order. The query is
// compiled with Order::kNone. Throws Error(kCorrupt).
void visit_matches(const CompiledQuery& query, const std::vector<OpenSegment>& segments,
                   const VisitMatches& visit);

}  // namespace dateline::searcher
