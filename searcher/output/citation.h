// What a search must say to be cited and repeated, in one sentence: for formats without keys of
// their own.
#pragma once

#include <string>

#include "searcher/hit.h"

namespace dateline::searcher {

// "dateline-search, generation 42 of the index, query as read: harbour AND date:2023, 234 articles
// match, 201 with copies as one, 12 undated left out"; "about" before a total that is not exact.
// The notes of the result follow, each behind a semicolon. The query stands in it as it was typed,
// so the text still needs the escapes of its format.
std::string citation(const SearchResult& result);

}  // namespace dateline::searcher
