// Parts of a query that are found by the places of words -> plans: NEAR, atleast, syn, hlead.
#pragma once

#include <cstdint>

#include "searcher/match/plan_text.h"
#include "searcher/query/query.h"

namespace dateline::searcher {

// Articles that have `least` places of the node or more. It weighs as one word whose idf is
//   of a word its own, of a phrase the sum of its words',
//   of a NearNode the sum of both sides', but the left side's where the right one is negated,
//   of an OrNode or a SynonymNode that of its most frequent child.
// What is found nowhere, or asks for a field that is not of the text, has no places.
PlanNode plan_places(const Node& node, std::uint32_t least, double weight,
                     const PlanContext& context);

// Words and phrases that count as one.
PlanNode plan_synonyms(const Node& node, double weight, const PlanContext& context);

}  // namespace dateline::searcher
