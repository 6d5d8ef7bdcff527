// Which words and phrases at the sides of a NearNode are lit: those that take part in its places.
#pragma once

#include <cstddef>
#include <vector>

#include "searcher/highlight/query_parts.h"
#include "searcher/places/places.h"

namespace dateline::searcher {

// Bytes [begin, end) of a text that match a part of the query: a word or a phrase as a whole.
struct TextMatch {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t part = 0;  // which of the query's visible parts
  auto operator<=>(const TextMatch&) const = default;
};

struct PlacedMatch {
  Place place;
  TextMatch match;
};

// The matches of one part in a text, in any order.
using PlacedMatches = std::vector<PlacedMatch>;

// Adds those matches of the parts of `near`, which is a NearNode, that take part in a place of it:
// of the places of each side those that make a place that is kept, and so on down to words and
// phrases. Not the words between, and nothing of what has to be far. `by_part` has an element for
// each visible part.
void add_near_matches(const NearTree& near, const std::vector<PlacedMatches>& by_part,
                      const TextStarts& starts, std::vector<TextMatch>& matches);

}  // namespace dateline::searcher
