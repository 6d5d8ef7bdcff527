// How a query was understood, for people: the formats "terminal" and "plain".
#pragma once

#include <string>
#include <vector>

#include "searcher/hit.h"
#include "searcher/output/page.h"

namespace dateline::searcher {

// A line for each part, indented by its depth, with how many articles match it and what stands in
// the index for its words; then what would match without one of the conditions. Safe for terminals.
std::vector<std::string> explanation_lines(const Explanation& explanation);

// The same lines, as wide as the page, with a heading and an empty line before them; "" where no
// explanation was asked for.
std::string explanation_page(const SearchResult& result, const PageStyle& style);

}  // namespace dateline::searcher
