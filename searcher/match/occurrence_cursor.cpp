#include "searcher/match/occurrence_cursor.h"

#include "searcher/match/many_forms_cursor.h"
#include "searcher/match/one_list_cursor.h"

namespace dateline::searcher {

OccurrenceCursorPtr open_forms(const TextIndex& index, std::span<const Term> terms,
                               const Scoring& scoring, float idf) {
  if (terms.size() == 1) {
    return std::make_unique<OneListCursor>(index, terms.front(), scoring, idf);
  }
  return std::make_unique<ManyFormsCursor>(index, terms, scoring, idf);
}

}  // namespace dateline::searcher
