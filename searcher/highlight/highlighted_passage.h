// A passage of a text as what is shown: highlights in code points, on request as one line.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "searcher/highlight/passage.h"
#include "searcher/hit.h"

namespace dateline::searcher {

enum class Lines : std::uint8_t {
  kKeep,
  kJoin
};  // kJoin: each run of white space becomes one space

// Lights the matches that lie in the passage as a whole; those that overlap, and touching ones of
// one part of the query, are lit as one. "…" stands where the passage is cut.
HighlightedText highlighted(std::string_view text, const Passage& passage,
                            const std::vector<TextMatch>& matches, Lines lines);

}  // namespace dateline::searcher
