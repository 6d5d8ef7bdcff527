// What was counted beside the hits, for people: the formats "terminal" and "plain".
//
// For each facet a line "source: 12 different, 3 articles without", then the values, each behind
// its count; for a timeline "by day, 3 undated" and its histogram. An empty line stands before
// each.
#pragma once

#include <string>

#include "searcher/hit.h"
#include "searcher/output/page.h"

namespace dateline::searcher {

// Everything escaped that a terminal must not see; "" where nothing was asked for.
std::string facets_page(const SearchResult& result, const PageStyle& style);

}  // namespace dateline::searcher
