// Hits as lines of a TREC run file, for trec_eval and its kin: "qid Q0 docid rank score dateline".
#pragma once

#include <string>
#include <string_view>

#include "searcher/hit.h"

namespace dateline::searcher {

// A line for each hit. Blanks in ids become '_', as they part the columns; controls are escaped.
// Tools order by score, so hits without one (sorted by date) get 1/rank in its place.
std::string to_trec(std::string_view query_id, const SearchResult& result);

}  // namespace dateline::searcher
