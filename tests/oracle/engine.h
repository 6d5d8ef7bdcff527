// The engine's answers as the oracle compares them: articles by their place in the order of
// indexing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "searcher/search/searcher.h"
#include "tests/oracle/archive.h"
#include "tests/oracle/naive_search.h"

namespace dateline::oracle {

inline constexpr std::size_t kAll = 1'000'000;  // hits

class Engine {
 public:
  explicit Engine(const IndexedArchive& archive);

  searcher::SearchResult ask(const searcher::Query& query, std::size_t limit,
                             searcher::Order order = searcher::Order::kRelevance);

  // Throws where an article is found that is not live.
  std::uint32_t number(const searcher::Hit& hit) const { return numbers_.at(hit.article.id); }

  std::vector<Ranked> search(const searcher::Query& query, std::size_t limit);

 private:
  searcher::Searcher searcher_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
};

// Ascending.
std::vector<std::uint32_t> articles_of(const std::vector<Ranked>& ranked);

// What is in one list only, for a message: "none" or the first few of each list.
std::string difference(const IndexedArchive& archive, const std::vector<std::uint32_t>& found,
                       const std::vector<std::uint32_t>& expected);

// Both fail the running test where they differ.
void expect_same_articles(const IndexedArchive& archive, const std::vector<Ranked>& found,
                          const std::vector<Ranked>& expected);

// Equal scores may change places within a small tolerance, nothing else.
void expect_same_scores(const std::vector<Ranked>& found, const std::vector<Ranked>& expected);

}  // namespace dateline::oracle
