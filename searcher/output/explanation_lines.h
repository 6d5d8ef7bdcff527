// An explanation of a query as lines of text.
#pragma once

#include <string>
#include <vector>

#include "searcher/explanation.h"

namespace dateline::searcher {

// A line for each part, indented by its depth, with how many articles match it and what stands in
// the index for its words; then what would match without one of the conditions. Safe for terminals.
std::vector<std::string> explanation_lines(const Explanation& explanation);

}  // namespace dateline::searcher
