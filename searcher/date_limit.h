// The limit on dates that a search has beside its query, and what any limit on dates leaves out.
#pragma once

#include <optional>

#include "common/publication_time.h"
#include "searcher/query/query.h"

namespace dateline::searcher {

// Both must match. The notes of the query are left behind.
Query limited(const Query& query, const Node& limit);

// Within these days; the query itself where both ends are open.
Query limited(const Query& query, const DayRange& days);

// Finds the undated articles that would match if dates did not matter, and do not as it is; nothing
// where the query wants no date. A date under a NOT is not wanted.
std::optional<Query> left_out_as_undated(const Query& query);

}  // namespace dateline::searcher
