// A score that the last hit of the page reaches for sure, known before the search.
#pragma once

#include "searcher/match/text_leaf.h"

namespace dateline::searcher {

// At least `plan.hits_needed` live articles of the segment score so much or more; 0 where nothing is
// known. The search starts from it, instead of taking the first articles it meets for the best.
//
// By date: archives mostly lie in order of date, so that newest-first would find each article
// better than all before it and pass over nothing. The blocks of 128 articles with the best dates
// are looked at first.
//
// By relevance: of an OR, the articles of its rarest word that is frequent enough fill a page by
// themselves.
double score_floor(const TextLeafPlan& plan, const LeafSegment& segment);

}  // namespace dateline::searcher
