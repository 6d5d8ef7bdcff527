#include "searcher/output/trec.h"

#include <fmt/format.h>

#include <iterator>

#include "common/terminal_text.h"
#include "searcher/output/percent.h"

namespace dateline::searcher {
namespace {

std::string column(std::string_view text) {
  std::string one_word = printable(text.empty() ? "_" : text, Breaks::kSpace);
  for (char& c : one_word) {
    if (c == ' ') c = '_';
  }
  return one_word;
}

std::string tag(const SearchResult& result) {
  std::string text = fmt::format("dateline;generation={};total={};total_exact={}",
                                 result.generation, result.total.value, result.total.exact);
  if (result.groups) text += fmt::format(";groups={}", *result.groups);
  if (result.undated_left_out) {
    text += fmt::format(";undated_left_out={}", *result.undated_left_out);
  }
  return text + ";read_as=" + percent_encoded(result.read_as, "-._~:/*()=");
}

}  // namespace

std::string to_trec(std::string_view query_id, const SearchResult& result) {
  const std::string id = column(query_id);
  const std::string run = tag(result);
  std::string lines;
  for (const Hit& hit : result.hits) {
    const double score = hit.score > 0 ? hit.score : 1.0 / static_cast<double>(hit.rank);
    fmt::format_to(std::back_inserter(lines), "{} Q0 {} {} {} {}\n", id, column(hit.article.id),
                   hit.rank, score, run);
  }
  return lines;
}

}  // namespace dateline::searcher
