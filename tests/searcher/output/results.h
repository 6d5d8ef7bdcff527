// Search results to write out in tests: one that says everything, one that says as little as it
// can.
#pragma once

#include "searcher/search/hit.h"

namespace dateline::searcher {

// Two hits, one exactly dated and one by month, from a query that limits dates, with
// a facet and a timeline.
SearchResult full_result();

// One hit of which only the id and the body are known, from a query without limits.
SearchResult sparse_result();

// One hit of an article that is out to do harm with every value it has: to terminals, tables,
// bibliographies, browsers. Its query is hostile too.
SearchResult hostile_result();

}  // namespace dateline::searcher
