// Searching what is suggested instead of what was typed: --correct.
#pragma once

#include "searcher/search.h"

namespace dateline::searcher {

// Where `result` has a suggestion, replaces it by the result of that, with a note that says so.
void search_corrected(Searcher& searcher, const SearchOptions& options, SearchResult& result);

}  // namespace dateline::searcher
