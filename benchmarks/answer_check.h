// The answer to a query found the slow way, so that no wrong answer is ever timed.
//
// Plans are walked from the first article to the last with nothing passed over: no minimum score,
// no bounds, no Xapian. A query that names a field of the catalogue has no plan; it is asked once
// more for all its matches together, so that no page ever fills up and nothing can be passed over.
// What patterns stand for is taken from the Searcher.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "searcher/search/searcher.h"

namespace dateline::bench {

struct FullAnswer {
  std::uint64_t matches = 0;   // articles
  std::uint64_t groups = 0;    // hits in all, copies as one where they are asked for so
  std::vector<double> scores;  // of the best articles, descending; by date: their date codes
  std::map<std::string, std::uint64_t> years;  // matches of each; "" of those without a date
};

class AnswerCheck {
 public:
  // Throws Error as Searcher does.
  explicit AnswerCheck(const std::filesystem::path& index_dir);
  ~AnswerCheck();

  // To what `options` says of groups, order and limit. By relevance or newest first.
  FullAnswer answer(const searcher::Query& query, const searcher::SearchOptions& options);

  // Throws Error(kCorrupt) that names the query and the difference where `result`, found with
  // `options`, is not the answer: scores to 1e-4, dates to the minute, the number of hits, the
  // totals where they are said to be exact, articles by year where they are counted, and a
  // suggestion that does not find far more.
  void check(const searcher::Query& query, const searcher::SearchOptions& options,
             const searcher::SearchResult& result);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace dateline::bench
