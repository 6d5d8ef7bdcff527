// How a query was understood: part by part, with the words that each found and how many articles
// match it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "searcher/meaning/meaning.h"
#include "searcher/words/vocabulary.h"

namespace dateline::searcher {

// So many words of a part are named, the most frequent; the others are counted.
inline constexpr std::size_t kMaxListedForms = 20;

// Each part and each condition costs a count of its own.
inline constexpr std::size_t kMaxExplainedParts = 100;
inline constexpr std::size_t kMaxExplainedConditions = 16;

struct ExplainedPart {
  std::size_t depth = 0;           // 0: the whole query; the parts of a part follow it, one deeper
  std::string text;                // as it can be typed
  std::uint64_t articles = 0;      // that match this part alone
  std::vector<CountedWord> forms;  // of a word or a pattern: what stands in the index for it
  std::size_t more_forms = 0;      // that are not in `forms`
  bool cut = false;                // a pattern stands for more words than were searched for
};

// What would match without one of several conditions.
struct WithoutPart {
  std::string text;  // the part that is left out
  std::uint64_t articles = 0;
};

struct Explanation {
  std::vector<ExplainedPart> parts;
  std::size_t more_parts = 0;  // that are not in `parts`

  // Only where nothing matches and the query is several conditions: each of them in turn, but none
  // where they are more than kMaxExplainedConditions.
  std::vector<WithoutPart> without;
};

// What an index answers to the explanation.
struct IndexAnswers {
  std::function<std::uint64_t(const MeaningNode&)> count;                       // articles
  std::function<std::vector<CountedWord>(const AcceptedWords&)> written_forms;  // in the index
};

// `meaning` is what the query was resolved into.
Explanation explain(const Query& query, const Meaning& meaning, const IndexAnswers& index);

}  // namespace dateline::searcher
