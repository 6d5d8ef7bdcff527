// The words of an index that the patterns of a query stand for.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "searcher/query/interpretation.h"
#include "searcher/query/word_pattern.h"

namespace dateline::searcher {

// A pattern stands for this many words at most: those in most articles.
inline constexpr std::size_t kMaxExpansions = 1'024;

struct Expansion {
  std::vector<std::string> terms;  // ascending; may be empty
  bool cut = false;                // there were more
  std::uint64_t found = 0;         // how many there were, as far as the words were looked through
};

// Each pattern of a query, expanded once: the search and what is lit read the same words from here.
using Expansions = std::map<WordPattern, Expansion>;

// Puts the words of each pattern in its place. A reading with a pattern that stands for nothing, or
// that `expansions` does not know, is left out.
void expand(Interpretation& interpretation, const Expansions& expansions);

}  // namespace dateline::searcher
