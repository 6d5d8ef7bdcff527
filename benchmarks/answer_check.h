// The answer to a query found the slow way, so that no wrong answer is ever timed.
//
// Plans are walked from the first article to the last with nothing passed over: no minimum score,
// no bounds, no Xapian. A query that names a field of the catalogue has no plan; it is asked once
// more for all its matches together, so that no page ever fills up and nothing can be passed over.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <vector>

#include "searcher/search.h"

namespace dateline::bench {

struct FullAnswer {
  std::uint64_t matches = 0;
  std::vector<double> scores;  // of the best articles, descending; by date: their date codes
};

class AnswerCheck {
 public:
  // Throws Error as Searcher does.
  explicit AnswerCheck(const std::filesystem::path& index_dir);
  ~AnswerCheck();

  // Ranks the first `ranks` of all matches. By relevance or newest first.
  FullAnswer answer(const searcher::Query& query, searcher::Sort sort, std::size_t ranks);

  // Throws Error(kCorrupt) that names the query and the difference where `result`, found with
  // `options`, is not the answer: scores to 1e-4, dates to the minute, the number of hits, and the
  // total where it is said to be exact.
  void check(const searcher::Query& query, const searcher::SearchOptions& options,
             const searcher::SearchResult& result);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace dateline::bench
