// Runs queries over the segments of an index: finds the best matches, counts all, goes through all.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "common/index/index.h"
#include "searcher/grouping/grouped_page.h"
#include "searcher/hit.h"
#include "searcher/match/compile.h"
#include "searcher/match/match_windows.h"
#include "searcher/match/word_lists.h"
#include "searcher/search.h"

namespace dateline::searcher {

// A query and what its patterns stand for. Both must outlive it.
struct ExpandedQuery {
  const Query& query;
  const Expansions& expansions;
};

struct BestMatches {
  std::vector<Match> matches;  // best first, equal ones in the order of indexing
  Total estimate;              // how many there are in all, as far as finding these told
};

// Not thread-safe. The index and the groups must outlive it.
class Matcher {
 public:
  using Order = CompiledQuery::Order;

  Matcher(Index& index, CopyGroups& groups);

  // So many, or all where there are fewer. The estimate is of use where `total` asks for one.
  BestMatches best(const ExpandedQuery& query, Order order, std::size_t wanted,
                   TotalCount total = TotalCount::kExact);

  // Live articles that match.
  std::uint64_t count(const ExpandedQuery& query);

  // What is known of their number without counting.
  Total estimate(const ExpandedQuery& query);

  // All live matches in windows, segment by segment, ascending.
  void visit(const ExpandedQuery& query, const VisitMatches& visit);

  WordLists& lists() { return lists_; }
  const std::vector<SourceSegment>& segments() const { return segments_; }

 private:
  CompiledQuery unscored(const ExpandedQuery& query);

  Index& index_;
  WordLists lists_;
  std::vector<SourceSegment> segments_;
};

std::vector<const TextIndex*> text_indexes(const Index& index);

}  // namespace dateline::searcher
