// The parts of a query that can be seen in a text: its words and phrases that are not negated.
#pragma once

#include <vector>

#include "searcher/query/expansions.h"
#include "searcher/query/interpretation.h"
#include "searcher/query/query.h"

namespace dateline::searcher {

struct QueryPart {
  Interpretation interpretation;
  bool headline_only = false;
};

// In order of the query. Parts on fields of the catalogue and parts that mean nothing are left out.
std::vector<QueryPart> visible_parts(const Query& query, const Expansions& expansions = {});

}  // namespace dateline::searcher
