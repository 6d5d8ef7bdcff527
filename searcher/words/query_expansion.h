// A query -> the words that its patterns stand for, within limits on the query as a whole.
//
// Lists of words cost memory and time at every article that a search looks at, so the limits are
// shared out among the patterns of a query: one alone may have kMaxExpansions words, 26 of them 630
// each; those beyond kMaxPatterns, which only code can ask for, stand for nothing. With "a* b* c*" to "z*" a search of a million articles stays under a second.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "searcher/query/expansions.h"
#include "searcher/query/query.h"
#include "searcher/words/vocabulary.h"

namespace dateline::searcher {

inline constexpr std::size_t kMaxExpandedWords = 16'384;       // of all patterns together
inline constexpr std::uint64_t kMaxWordsLookedAt = 4'000'000;  // of the dictionaries, by all

// The patterns in all words and phrases of the text, wherever they stand, each once.
std::vector<WordPattern> patterns_of(const Query& query);

Expansions expansions_of(const Query& query, const Vocabulary& vocabulary);

// What the limits left out, a sentence for each pattern concerned:
// "climat* stands for 1,024 of 3,100 words; the rest was left out".
std::vector<std::string> notes_on(const Expansions& expansions);

}  // namespace dateline::searcher
