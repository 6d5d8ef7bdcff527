// Meaning -> what is run: plans for the text, Xapian terms for the catalogue, put together.
#pragma once

#include <xapian.h>

#include <deque>
#include <vector>

#include "searcher/match/plan/plan_text.h"
#include "searcher/match/plan/word_lists.h"
#include "searcher/match/text_leaf.h"
#include "searcher/meaning/meaning.h"

namespace dateline::searcher {

// A query that asks only for text, dates, URLs and identities is one plan, which is a leaf that
// needs nothing beside it; one that names a field of the catalogue is a Xapian query with plans as
// leaves.
class CompiledQuery {
 public:
  struct Purpose {
    Order order = Order::kRelevance;
    std::size_t hits_needed = 0;  // as in TextLeafPlan
  };

  // Segments and lists must outlive it; the meaning need not.
  CompiledQuery(const MeaningNode& meaning, const Purpose& purpose,
                const std::vector<LeafSegment>& segments, WordLists& lists);
  CompiledQuery(const CompiledQuery&) = delete;
  CompiledQuery& operator=(const CompiledQuery&) = delete;

  // The one leaf, if the query is one.
  const TextLeafPlan* only_leaf() const { return only_leaf_; }

  const Xapian::Query& xapian() const { return query_; }

 private:
  struct CompiledPart;
  struct Visitor;

  CompiledPart compile(const MeaningNode& node);
  CompiledPart compile_all(const AllOf& all);
  CompiledPart compile_any(const AnyOf& any);
  Xapian::Query leaf(PlanNode plan);
  Xapian::Query as_query(CompiledPart part);

  Order order_;
  const std::vector<LeafSegment>& segments_;
  PlanContext context_;
  std::deque<TextLeafPlan> leaves_;  // what the leaves of query_ point to
  const TextLeafPlan* only_leaf_ = nullptr;
  Xapian::Query query_;
};

}  // namespace dateline::searcher
