// Chooses the pieces of a text that show most of what matched.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "searcher/highlight/cuts.h"
#include "searcher/highlight/match_finder.h"

namespace dateline::searcher {

// Stands between pieces that lie apart.
inline constexpr std::string_view kBetweenFragments = " … ";
inline constexpr std::size_t kBetweenFragmentsCharacters = 3;

struct PassageSize {
  std::size_t target_characters;  // of all pieces together
  std::size_t max_fragments;
};

// One piece that has every part of the query that matched, or else the pieces that show most
// different parts; of choices that show as many the one with the fewest pieces. In order of the
// text and apart; never none.
//
// One piece: the run of whole sentences, up to about the target and at least one, with most parts,
// the first of equals; the beginning where nothing matched. A sentence far longer than the target
// is cut between words, around as many parts as fit. Several: each in turn shows most of what the
// others do not. Only matches that lie in a piece as a whole count. `tokens` and `matches` are those
// of the text, in order.
std::vector<Passage> best_passages(std::string_view text, const std::vector<Token>& tokens,
                                   const std::vector<TextMatch>& matches, const PassageSize& size);

}  // namespace dateline::searcher
