// Words and phrases of a query -> plans.
#pragma once

#include <vector>

#include "searcher/match/plan/plan.h"
#include "searcher/match/plan/word_lists.h"
#include "searcher/meaning/meaning.h"

namespace dateline::searcher {

// What plans of text are made with. The lists must outlive it.
struct PlanContext {
  WordLists& lists;
  bool scored = true;  // else words weigh nothing, which makes walking over them cheaper

  float idf(const ListsBySegment& lists_of_word) const {
    return scored ? lists.idf(lists_of_word) : 0;
  }
};

// Any of the readings, in the headline or anywhere. What it scores is multiplied by `weight`.
PlanNode plan_text(const AskedText& text, double weight, const PlanContext& context);

// They score nothing.
PlanNode plan_url(const AskedUrl& url, WordLists& lists);

// Plans put together; one that stands alone stays as it is.
PlanNode all_of(std::vector<PlanNode> parts);
PlanNode any_of(std::vector<PlanNode> parts);
PlanNode all_but(PlanNode all, PlanNode excluded);

}  // namespace dateline::searcher
