// What is found by the spots of words -> plans: NEAR, atleast, syn, hlead.
#pragma once

#include <cstdint>

#include "searcher/match/plan/plan_text.h"
#include "searcher/meaning/meaning.h"

namespace dateline::searcher {

// Articles that have `least` spots of the node or more. It weighs as one word whose idf is
//   of a word its own,
//   of a phrase the sum of its words',
//   of a NearOf the sum of both sides', but the left side's alone where it is negated,
//   of an AnyOf, a SynonymsOf or a text with several readings that of its most frequent part.
// What is found nowhere, or asks for a field that is not of the text, has no spots.
PlanNode plan_spots(const MeaningNode& node, std::uint32_t least, const PlanContext& context);

// Words and phrases that count as one. The node is a SynonymsOf.
PlanNode plan_synonyms(const MeaningNode& node, const PlanContext& context);

}  // namespace dateline::searcher
