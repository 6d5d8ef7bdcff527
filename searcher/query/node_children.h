// The parts that a part of a query is made of.
#pragma once

#include <vector>

#include "searcher/query/query.h"

namespace dateline::searcher {

// In the order in which they were typed; null for a part that has none.
std::vector<Node>* children_of(Node& node);
const std::vector<Node>* children_of(const Node& node);

}  // namespace dateline::searcher
