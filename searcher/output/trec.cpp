#include "searcher/output/trec.h"

#include <fmt/format.h>

#include <iterator>

#include "common/terminal_text.h"

namespace dateline::searcher {
namespace {

std::string column(std::string_view text) {
  std::string one_word = printable(text.empty() ? "_" : text, Breaks::kSpace);
  for (char& c : one_word) {
    if (c == ' ') c = '_';
  }
  return one_word;
}

}  // namespace

std::string to_trec(std::string_view query_id, const SearchResult& result) {
  const std::string id = column(query_id);
  std::string lines;
  for (const Hit& hit : result.hits) {
    const double score = hit.score > 0 ? hit.score : 1.0 / static_cast<double>(hit.rank);
    fmt::format_to(std::back_inserter(lines), "{} Q0 {} {} {} dateline\n", id,
                   column(hit.article.id), hit.rank, score);
  }
  return lines;
}

}  // namespace dateline::searcher
