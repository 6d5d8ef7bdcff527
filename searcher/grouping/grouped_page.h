// The matches of a page with each group of copies as one: its best match.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "searcher/grouping/copy_groups.h"

namespace dateline::searcher {

// An article that matches.
struct Match {
  double weight = 0;
  ArticlePlace place;
};

// Finds the best matches: so many, or all where there are fewer, best first.
using FindMatches = std::function<std::vector<Match>(std::size_t wanted)>;

struct PageBounds {
  std::size_t offset = 0;
  std::size_t limit = 0;
};

// Asks for more matches until the page is full or there are no more; more than twice only where
// most matches are copies.
std::vector<Match> grouped_page(const FindMatches& find, const PageBounds& page,
                                CopyGroups& groups);

// Counts what matches that are copies of each other come to less: one for each but one of a group.
class RepeatCount {
 public:
  explicit RepeatCount(CopyGroups& groups) : groups_(groups) {}

  // A match; those without copies need not be told.
  void add(const ArticlePlace& place);

  std::uint64_t value() const { return repeats_; }

 private:
  CopyGroups& groups_;
  std::vector<bool> seen_;  // by group
  std::uint64_t repeats_ = 0;
};

}  // namespace dateline::searcher
