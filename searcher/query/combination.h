// Parts of a query that stand beside one another -> one part.
#pragma once

#include <vector>

#include "searcher/query/query.h"

namespace dateline::searcher {

// One of the nodes; the node itself where it is the only one. Never empty; so below.
Node any_of(std::vector<Node> alternatives);

// What words side by side mean: in each group all must match, and of several groups one; but groups
// that only narrow a search down (NOT, dates, numbers) stay conditions on it.
Node any_group_within_limits(std::vector<std::vector<Node>> groups);

}  // namespace dateline::searcher
