// What the second opinion of the oracle can be asked: Xapian's phrases and nearness take terms
// only, and know no holes, no sentences and no places of their own.
//
// Left out are patterns, holes, atleast, and every NearNode but two different single terms a few
// words apart. What is asked besides words, phrases, fields, dates, AND, OR and NOT: nearness of
// such terms, hlead, syn (as alternatives), words: and weights.
#pragma once

#include <string>

#include "searcher/query/query.h"

namespace dateline::oracle {

bool is_within_scope(const searcher::Node& node);

// The only term that a side of a NearNode stands for; "" where there may be more.
std::string only_term(const searcher::Node& side);

}  // namespace dateline::oracle
