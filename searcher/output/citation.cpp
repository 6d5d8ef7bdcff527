#include "searcher/output/citation.h"

#include <fmt/format.h>

namespace dateline::searcher {

std::string citation(const SearchResult& result) {
  const bool is_one = result.total.value == 1;
  std::string text = fmt::format(
      "dateline-search, generation {} of the index, query as read: {}, {}{} article{} match{}",
      result.generation, result.read_as, result.total.exact ? "" : "about ", result.total.value,
      is_one ? "" : "s", is_one ? "es" : "");
  if (result.groups) text += fmt::format(", {} with copies as one", *result.groups);
  if (result.undated_left_out) {
    text += fmt::format(", {} undated left out", *result.undated_left_out);
  }
  for (const std::string& note : result.notes) text.append("; ").append(note);
  return text;
}

}  // namespace dateline::searcher
