// A topic -> the query that asks for it: any of its words.
//
// A topic is a sentence or a title, and what it looks for need not have all of its words, so they
// are alternatives, as `dateline-search --any` makes them; a word that stands there twice weighs
// twice as much. Words that only hold sentences together are left out: see
// searcher/words/function_words.h. A topic of such words alone asks for all of them.
#pragma once

#include <string_view>

#include "searcher/query/query.h"

namespace dateline::bench {

// Text without any word is a query that finds nothing.
searcher::Query query_of_topic(std::string_view text);

}  // namespace dateline::bench
