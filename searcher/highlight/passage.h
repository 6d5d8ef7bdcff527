// Chooses the piece of a text that shows most of what matched.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "common/text/analyser.h"
#include "searcher/highlight/match_finder.h"

namespace dateline::searcher {

// Bytes [begin, end) of a text, on characters.
struct Passage {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool cut_before = false;  // begins inside a sentence
  bool cut_after = false;
};

// The run of whole sentences, up to about `target_characters` and at least one, that holds most
// different parts of the query, the first of equals; the beginning where nothing matched. A
// sentence far longer than the target is cut between words, around as many parts as fit. Only
// matches that lie in the passage as a whole count. `tokens` and `matches` are those of the text,
// in order.
Passage best_passage(std::string_view text, const std::vector<Token>& tokens,
                     const std::vector<TextMatch>& matches, std::size_t target_characters);

}  // namespace dateline::searcher
