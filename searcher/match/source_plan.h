// A plan for all segments of an index, as the leaf of a query runs it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "common/index/deletions.h"
#include "searcher/match/column_cursors.h"
#include "searcher/match/plan.h"

namespace dateline::searcher {

// A segment as its catalogue's UUID names it. What it points to must outlive all sources.
struct SourceSegment {
  std::string catalogue_uuid;
  PlanTarget target;
  const DeletedArticles* deleted;
};

// What all clones of a source share. Must outlive them.
struct SourcePlan {
  PlanNode plan;
  std::vector<SourceSegment> segments;
  std::optional<DateOrder> order;  // scored by date instead of by relevance
  std::size_t wanted = 0;          // hits that the page needs, from the first; 0: not known
  bool scored = true;              // false: every weight is 0, nothing is passed over
};

}  // namespace dateline::searcher
