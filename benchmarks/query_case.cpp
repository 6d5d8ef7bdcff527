#include "benchmarks/query_case.h"

#include <fmt/format.h>

#include <utility>

#include "common/error.h"
#include "searcher/query/parser.h"

namespace dateline::bench {

using searcher::SearchOptions;

searcher::Query parsed(const std::string& text, const searcher::Searcher& searcher) {
  searcher::ParseOptions options;
  options.archive_fields = searcher.archive_fields();
  auto query = searcher::parse_query(text, options);
  if (const auto* mistake = std::get_if<searcher::QueryMistake>(&query)) {
    throw Error(ErrorKind::kUsage, fmt::format("cannot read the query '{}': {} at column {}", text,
                                               mistake->message, mistake->column + 1));
  }
  return std::get<searcher::Query>(std::move(query));
}

std::vector<QueryCase> cases_of(const QueryClass& of, const searcher::Searcher& searcher) {
  QueryCase first;
  first.options.sort = of.sort;
  for (const std::string& text : of.queries) first.queries.push_back(parsed(text, searcher));
  if (of.whole_page) {
    first.name = of.name + " / top 10";
    return {first};
  }
  first.options.detail = searcher::Detail::kNumbers;
  first.options.total = searcher::TotalCount::kEstimate;
  std::vector<QueryCase> cases;
  for (const std::size_t limit : {10, 100, 1'000, 0}) {
    QueryCase& next = cases.emplace_back(first);
    next.name = of.name + (limit == 0 ? std::string(" / count") : fmt::format(" / top {}", limit));
    next.options.limit = limit;
  }
  return cases;
}

std::vector<QueryCase> first_cases_of(const std::vector<QueryClass>& classes,
                                      const searcher::Searcher& searcher) {
  std::vector<QueryCase> cases;
  for (const QueryClass& of : classes) cases.push_back(std::move(cases_of(of, searcher).front()));
  return cases;
}

}  // namespace dateline::bench
