// Runs queries over the segments of an index: finds the best matches, counts all, goes through all.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "searcher/match/match.h"
#include "searcher/match/match_count.h"
#include "searcher/match/plan/word_lists.h"
#include "searcher/match/text_leaf.h"

namespace dateline {
class Index;
}

namespace dateline::searcher {

class CompiledQuery;

struct BestMatches {
  std::vector<Match> matches;  // best first, equal ones in the order of indexing
  Total estimate;              // how many there are in all, as far as finding these told
};

// Not thread-safe. The index and the groups must outlive it.
class Matcher {
 public:
  Matcher(Index& index, CopyGroups& groups);

  // `limit` of them, or all where there are fewer. The estimate is of use where `total` asks for one.
  BestMatches best(const MeaningNode& meaning, Order order, std::size_t limit,
                   TotalCount total = TotalCount::kExact);

  // Live articles that match.
  std::uint64_t count(const MeaningNode& meaning);

  // What is known of their number without counting.
  Total estimate(const MeaningNode& meaning);

  // All live matches in windows, segment by segment, ascending.
  void visit(const MeaningNode& meaning, const VisitMatches& visit);

  WordLists& lists() { return lists_; }
  const std::vector<LeafSegment>& segments() const { return segments_; }

 private:
  CompiledQuery unscored(const MeaningNode& meaning);

  Index& index_;
  WordLists lists_;
  std::vector<LeafSegment> segments_;
};

std::vector<const TextIndex*> text_indexes(const Index& index);

}  // namespace dateline::searcher
