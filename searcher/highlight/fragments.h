// Cuts several pieces out of a text where no one piece shows all that matched.
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

struct Fragments {
  std::vector<Passage> passages;  // in order of the text, with at least a word between them
  std::size_t parts = 0;          // that they are chosen for; more may be seen
};

struct FragmentsSize {
  std::size_t target_characters;  // of all together with what stands between
  std::size_t count;              // at most; at least 1
};

// Each piece in turn is the first stretch of matches, no longer than its share of the target, with
// most parts of the query that no other piece has. Around it the whole sentence is shown where it
// fits, else as much of it as does, cut between words; what is left of the target goes to sentences
// that follow. There has to be a match.
Fragments best_fragments(const Cuts& cuts, const std::vector<TextMatch>& matches,
                         const FragmentsSize& size);

}  // namespace dateline::searcher
