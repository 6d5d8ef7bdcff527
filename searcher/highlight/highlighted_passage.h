// Passages of a text as what is shown: highlights in code points, on request as one line.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "searcher/highlight/cuts.h"
#include "searcher/highlight/match_finder.h"
#include "searcher/highlight/snippet.h"

namespace dateline::searcher {

enum class Lines : std::uint8_t {
  kKeep,
  kJoin
};  // kJoin: each run of white space becomes one space

// Lights the matches that lie in a passage as a whole; those that overlap, and touching ones of one
// part of the query, are lit as one. " … " stands between passages, of which there is at least one,
// in order of the text; "…" where the first begins and the last ends inside a sentence.
HighlightedText highlighted(std::string_view text, std::span<const Passage> passages,
                            const std::vector<TextMatch>& matches, Lines lines);

}  // namespace dateline::searcher
