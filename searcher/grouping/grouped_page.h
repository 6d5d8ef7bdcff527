// The matches of a page with each group of copies as one: its best match.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "searcher/grouping/copy_groups.h"

namespace dateline::searcher {

// Finds the `limit` best matches, or all where there are fewer, best first.
using FindMatches = std::function<std::vector<Match>(std::size_t limit)>;

struct PageBounds {
  std::size_t offset = 0;
  std::size_t limit = 0;
};

// Asks for more matches until the page is full or there are no more; more than twice only where
// most matches are copies.
std::vector<Match> grouped_page(const FindMatches& find, const PageBounds& page,
                                CopyGroups& groups);

// Counts how many hits fewer a search has when each group of copies is one hit: of each group all
// matches but one.
class RepeatCount {
 public:
  explicit RepeatCount(CopyGroups& groups) : groups_(groups) {}

  // A match; those without copies need not be told.
  void add(const ArticleRef& ref);

  std::uint64_t value() const { return repeats_; }

 private:
  CopyGroups& groups_;
  std::vector<bool> seen_;  // by group
  std::uint64_t repeats_ = 0;
};

}  // namespace dateline::searcher
