// Hits as lines of a TREC run file, for trec_eval and its kin: "qid Q0 docid rank score tag".
#pragma once

#include <string>
#include <string_view>

#include "searcher/hit.h"

namespace dateline::searcher {

// A line for each hit. Blanks in ids become '_', as they part the columns; controls are escaped.
// Tools order by score, so hits without one (sorted by date) get 1/rank in its place.
//
// The tag, which names a run and may be anything without blanks, cites the search:
// "dateline;generation=42;total=234;total_exact=true;undated_left_out=12;read_as=harbour%20AND%20date:2023",
// with ";groups=201" behind the total where copies are one, without undated_left_out where nothing
// limits the dates, the query percent-encoded (RFC 3986).
std::string to_trec(std::string_view query_id, const SearchResult& result);

}  // namespace dateline::searcher
