// Search results to write out in tests: one that says everything, one that says as little as it
// can.
#pragma once

#include "searcher/hit.h"

namespace dateline::searcher {

// Two hits, one exactly dated and one by month, from a query that limits dates, with
// a facet and a timeline.
SearchResult full_result();

// One hit of which only the id and the body are known, from a query without limits.
SearchResult sparse_result();

}  // namespace dateline::searcher
