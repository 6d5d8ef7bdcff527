#include "benchmarks/query_case.h"

#include <fmt/format.h>

#include <iterator>
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

namespace {

SearchOptions options_of(const QueryClass& of) {
  SearchOptions options;
  options.page.order = of.order;
  if (of.whole_page) return options;
  options.page.detail = searcher::Detail::kNumbers;
  options.count.total = searcher::TotalCount::kEstimate;
  options.page.group = of.extra == Extra::kGroups;
  options.tell.suggest = of.extra == Extra::kSuggestion;
  if (of.extra == Extra::kFacets) {
    options.count.facets.fields.assign(std::begin(kCountedFields), std::end(kCountedFields));
  }
  return options;
}

}  // namespace

std::vector<QueryCase> cases_of(const QueryClass& of, const searcher::Searcher& searcher) {
  QueryCase first;
  first.options = options_of(of);
  for (const std::string& text : of.queries) first.queries.push_back(parsed(text, searcher));
  const bool is_one = of.whole_page || of.extra != Extra::kNone;
  std::vector<QueryCase> cases;
  for (const std::size_t limit : {10, 100, 1'000, 0}) {
    const std::string asked = limit == 0 ? " / count" : fmt::format(" / top {}", limit);
    QueryCase& next = cases.emplace_back(first);
    next.name = of.name + asked;
    if (!of.held_against.empty()) next.held_against = of.held_against + asked;
    next.options.page.limit = limit;
    if (is_one) break;
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
