// Hits as lines of a run file, for trec_eval and its kin: the format "trec".
//
// The tag, which names a run and may be anything without blanks, cites the search:
// "dateline;generation=42;total=234;total_exact=true;undated_left_out=12;read_as=harbour%20AND%20date:2023",
// with ";groups=201" behind the total where copies are one, without undated_left_out where nothing
// limits the dates, the query percent-encoded (RFC 3986).
#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "common/terminal_text.h"
#include "searcher/output/reference.h"
#include "searcher/output/writers.h"

namespace dateline::searcher {
namespace {

// Blanks part the columns.
std::string column(std::string_view text) {
  std::string one_word = printable(text.empty() ? "_" : text, Breaks::kSpace);
  std::ranges::replace(one_word, ' ', '_');
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
  const std::string cited = tag(result);
  std::string lines;
  for (const Hit& hit : result.hits) {
    // Tools order by score, and by date no hit has one.
    const double score = hit.score > 0 ? hit.score : 1.0 / static_cast<double>(hit.rank);
    fmt::format_to(std::back_inserter(lines), "{} Q0 {} {} {} {}\n", id, column(hit.article.id),
                   hit.rank, score, cited);
  }
  return lines;
}

}  // namespace dateline::searcher
