// A query -> its Meaning: the one place where typed text is interpreted.
//
// Patterns stand for words of the index. Lists of words cost memory and time at every article that
// a search looks at, so the limits are shared out among the patterns of a query: one alone may have
// kMaxExpansions words, 26 of them 630 each and more where others have less. The parser refuses more than kMaxPatterns; where code
// asks for more, those beyond stand for nothing. With "a* b* c*" to "z*" a search of a million
// articles stays under a second.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "searcher/meaning/meaning.h"
#include "searcher/words/vocabulary.h"

namespace dateline::searcher {

inline constexpr std::size_t kMaxExpandedWords = 16'384;       // of all patterns together
inline constexpr std::uint64_t kMaxWordsLookedAt = 4'000'000;  // of the dictionaries, by all

// The words that patterns stand for are those of the vocabulary.
Meaning resolve(const Query& query, const Vocabulary& vocabulary);

// The same where it is known what each pattern stands for; others stand for nothing.
Meaning resolve(const Query& query, const Expansions& expansions = {});

// What a typed word that is one word only, and no pattern, accepts; nothing of any other.
std::optional<AcceptedWords> single_word(std::string_view typed, Form form);

}  // namespace dateline::searcher
