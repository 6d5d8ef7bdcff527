// How a query was understood: part by part, with the words that each found and how many articles
// match it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "searcher/match/written_forms.h"
#include "searcher/query/expansions.h"
#include "searcher/query/query.h"

namespace dateline::searcher {

// So many words of a part are named, the most frequent; the others are counted.
inline constexpr std::size_t kMaxListedForms = 20;

// Each is left out by a search for all others, so of more conditions it would take too long.
inline constexpr std::size_t kMostLeftOut = 32;

struct ExplainedPart {
  std::size_t depth = 0;           // 0: the whole query; the parts of a part follow it, one deeper
  std::string text;                // as it can be typed
  std::uint64_t articles = 0;      // that match this part alone
  std::vector<WrittenForm> forms;  // of a word or a pattern: what stands in the index for it
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

  // Only where nothing matches and the query is several conditions, no more than kMostLeftOut: each
  // of them in turn.
  std::vector<WithoutPart> without;
};

// What the explanation asks of an index.
struct ExplanationSource {
  std::function<std::uint64_t(const Node&)> count;
  std::function<std::vector<WrittenForm>(const AcceptedWords&)>
      forms;  // of words that are expanded
  const Expansions& expansions;
};

Explanation explain(const Query& query, const ExplanationSource& source);

}  // namespace dateline::searcher
