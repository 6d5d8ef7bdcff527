// Query -> what is run: plans for the text, Xapian terms for the catalogue, put together.
#pragma once

#include <xapian.h>

#include <deque>
#include <memory>
#include <optional>
#include <vector>

#include "searcher/match/plan_text.h"
#include "searcher/match/source_plan.h"
#include "searcher/match/word_lists.h"
#include "searcher/query/expansions.h"
#include "searcher/query/query.h"

namespace dateline::searcher {

// A query that asks only for text, dates, URLs and identities is one plan; one that names a field
// of the catalogue is a Xapian query with plans as leaves.
class CompiledQuery {
 public:
  // How results come: by score, or by date; kUnscored for counting.
  enum class Order : std::uint8_t { kScore, kNewest, kOldest, kUnscored };

  struct Purpose {
    Order order = Order::kScore;
    std::size_t wanted = 0;                  // as in SourcePlan
    const Expansions* expansions = nullptr;  // of the query's patterns; nullptr: they match nothing
  };

  // All must outlive it.
  CompiledQuery(const Query& query, const Purpose& purpose,
                const std::vector<SourceSegment>& segments, WordLists& lists);
  CompiledQuery(const CompiledQuery&) = delete;
  CompiledQuery& operator=(const CompiledQuery&) = delete;

  // The one plan, if the query is one.
  const SourcePlan* only_plan() const { return only_plan_; }

  const Xapian::Query& xapian() const { return query_; }

 private:
  struct Part;
  struct Visitor;

  Part compile(const Node& node, double outer_weight);
  Part compile_text(const std::string& typed, Form form, const Field& field, double weight);
  Part compile_and(const AndNode& node, double weight);
  Part compile_or(const OrNode& node, double weight);
  Xapian::Query leaf(PlanNode plan);
  Xapian::Query as_query(Part part);

  Order order_;
  const std::vector<SourceSegment>& segments_;
  PlanContext context_;
  std::deque<SourcePlan> plans_;  // what the leaves of query_ point to
  const SourcePlan* only_plan_ = nullptr;
  Xapian::Query query_;
};

}  // namespace dateline::searcher
