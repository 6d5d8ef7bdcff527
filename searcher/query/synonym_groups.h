// A user's synonyms put into a query: each plain word becomes a group of words that count as one.
#pragma once

#include <cstddef>

#include "searcher/query/query.h"
#include "searcher/query/synonyms.h"

namespace dateline::searcher {

// Words in their default form in headline and body take part; what is in quotes, exact, a pattern
// or of another field is meant as typed. A syn() takes the synonyms of its words in. Returns how
// many words and phrases were added.
std::size_t add_synonyms(const Synonyms& synonyms, Node& node);

}  // namespace dateline::searcher
