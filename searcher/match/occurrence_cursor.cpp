#include "searcher/match/occurrence_cursor.h"

#include "searcher/match/any_form_cursor.h"
#include "searcher/match/many_forms_cursor.h"

namespace dateline::searcher {
namespace {

// With more lists than this, it is faster to put them together than to ask each at every step.
constexpr std::size_t kFewLists = 8;

}  // namespace

OccurrenceCursorPtr open_forms(const TextIndex& index, std::span<const Term> terms,
                               const Scoring& scoring, float idf) {
  if (terms.size() > kFewLists) {
    return std::make_unique<ManyFormsCursor>(index, terms, scoring, idf);
  }
  return std::make_unique<AnyFormCursor>(index, terms, scoring, idf);
}

}  // namespace dateline::searcher
