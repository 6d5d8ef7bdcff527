// Queries of one class, parsed, with what is asked of each: one line of the table of latencies.
#pragma once

#include <string>
#include <vector>

#include "benchmarks/queries/query_classes.h"
#include "searcher/search/searcher.h"

namespace dateline::bench {

struct QueryCase {
  std::string name;  // "and / top 10"
  std::vector<searcher::Query> queries;
  searcher::SearchOptions options;
  std::string held_against = {};  // another case by its name, with the same words; "": none
};

// Throws Error(kUsage) with the mistake marked where a query cannot be read.
searcher::Query parsed(const std::string& text, const searcher::Searcher& searcher);

// A page, groups, facets and suggestions are one case, of ten hits; any other class one for each of
// 10, 100 and 1,000 hits and one for the count.
std::vector<QueryCase> cases_of(const QueryClass& of, const searcher::Searcher& searcher);

// The first case of each class: what is looked at where all would be too many.
std::vector<QueryCase> first_cases_of(const std::vector<QueryClass>& classes,
                                      const searcher::Searcher& searcher);

}  // namespace dateline::bench
