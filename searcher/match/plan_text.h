// Words and phrases of a query -> plans.
#pragma once

#include <string>

#include "searcher/match/plan.h"
#include "searcher/match/word_lists.h"
#include "searcher/query/expansions.h"
#include "searcher/query/interpretation.h"

namespace dateline::searcher {

// What plans of text are made with. Lists and expansions must outlive it.
struct PlanContext {
  WordLists& lists;
  const Expansions& expansions;
  bool scored = true;  // else words weigh nothing, which makes walking over them cheaper

  // What is typed means with the words of the index in place of patterns.
  Interpretation interpret(const std::string& typed, Form form) const;

  float idf(const ListsBySegment& lists_of_word) const {
    return scored ? lists.idf(lists_of_word) : 0;
  }
};

// Any of the readings, in the headline or anywhere. What it scores is multiplied by `weight`.
PlanNode plan_text(const Interpretation& meant, TextPart where, double weight,
                   const PlanContext& context);

// The words of a URL, wherever they stand in it. They score nothing.
PlanNode plan_url(const std::string& typed, WordLists& lists);

// Plans put together; one that stands alone stays as it is.
PlanNode all_of(std::vector<PlanNode> parts);
PlanNode any_of(std::vector<PlanNode> parts);
PlanNode all_but(PlanNode wanted, PlanNode unwanted);

}  // namespace dateline::searcher
