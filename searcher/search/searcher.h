// Searching an index: the query path from a Query to hits.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "searcher/highlight/snippet.h"
#include "searcher/match/match.h"
#include "searcher/query/parser.h"
#include "searcher/query/query.h"
#include "searcher/search/hit.h"

namespace dateline::searcher {

enum class Detail : std::uint8_t {
  kNumbers,   // rank, score and where the article is in the index: nothing is read of it
  kScores,    // the id too, for run files
  kSnippets,  // everything
};

// Which of the articles that match are hits of the page, and what is read of each.
struct PageOptions {
  Order order = Order::kRelevance;
  std::size_t offset = 0;  // hits to pass over first
  std::size_t limit = 10;  // 0: count only
  bool group = false;      // copies of a story are one hit, the best of them
  Detail detail = Detail::kSnippets;
  SnippetOptions snippet;
};

// What is counted of all articles that match.
struct CountOptions {
  TotalCount total = TotalCount::kExact;
  FacetOptions facets;  // where any are asked for, the total is exact
};

// What is told of the query itself.
struct TellOptions {
  bool explain = false;    // how it was understood, part by part
  bool suggest = false;    // a better spelling, where little is found
  std::string typed = {};  // the query's text, which a suggestion keeps but for its new words
};

struct SearchOptions {
  DayRange days;  // --since and --until; both open: no limit
  PageOptions page;
  CountOptions count;
  TellOptions tell;
};

// An index opened for reading at one generation. Later runs of the indexer do not disturb it and
// are not seen by it. Not thread-safe: give each thread its own.
class Searcher {
 public:
  // Throws Error: kMissing where there is no index, kVersion, kCorrupt.
  explicit Searcher(const std::filesystem::path& index_dir);
  ~Searcher();

  std::uint64_t generation() const;

  // The archive's own fields that this index knows, for the parser.
  const std::set<std::string, std::less<>>& archive_fields() const;

  // Whether texts of the archive have sentences and paragraphs in them, for the parser.
  KeptParts kept_parts() const;

  // Hits in order of `options.page.order`; equal ones in the order in which they were indexed.
  // `SearchResult::query` is left to the caller. A date limit, in the query or the options, sets
  // `undated_left_out`. A suggestion is made of words of live articles; see
  // searcher/words/speller.h. Throws Error(kUsage) of facets that cannot be counted by.
  SearchResult search(const Query& query, const SearchOptions& options);

  // The query with words of the best articles that it finds within the days; see expansion.h.
  Query expanded(const Query& query, const DayRange& days);

  // What the query asks of this index, for a Highlighter.
  Meaning meaning(const Query& query) const;

  // The live article with this id.
  std::optional<Article> find(std::string_view id);

  // The query for articles like the one with this id; see similar.h. Nothing where there is none.
  std::optional<Query> similar_to(std::string_view id);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace dateline::searcher
