#include "searcher/corrected_search.h"

#include <fmt/format.h>

#include <utility>

namespace dateline::searcher {

void search_corrected(Searcher& searcher, const SearchOptions& options, SearchResult& result) {
  if (!result.suggestion) return;
  const Suggestion suggestion = *std::exchange(result.suggestion, std::nullopt);
  SearchOptions once = options;
  once.tell.suggest = false;
  result = searcher.search(suggestion.query, once);
  result.notes.insert(result.notes.begin(), fmt::format("searched for {} instead of {}",
                                                        suggestion.text, options.tell.typed));
}

}  // namespace dateline::searcher
