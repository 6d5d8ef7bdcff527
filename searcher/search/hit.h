// What a search returns: values only, ready for any output format.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/article.h"
#include "common/index/format.h"
#include "searcher/facets/facets.h"
#include "searcher/highlight/snippet.h"
#include "searcher/match/match.h"
#include "searcher/search/explanation.h"
#include "searcher/words/typed_words.h"

namespace dateline::searcher {

// Another article that a hit stands for or belongs with, as far as a line tells of it.
struct RelatedArticle {
  std::string id;
  std::string source;  // where the archive does not say, the agency
  std::string headline;
  PublicationTime published;
};

// All of them counted, the first kMostListed told, in the order of the index.
struct RelatedArticles {
  static constexpr std::size_t kMostListed = 20;

  std::uint64_t count = 0;
  std::vector<RelatedArticle> listed;  // only of PageOptions::detail kSnippets
};

struct Hit {
  std::size_t rank = 0;  // 1-based, over all hits, not the page
  double score = 0;      // of the ranking model; 0 when sorted by date
  Article article;       // as far as PageOptions::detail asked for it
  HighlightedText headline;
  HighlightedText snippet;
  std::size_t segment = 0;   // its place among the segments of this generation
  ArticleNumber number = 0;  // in that segment

  // Only where PageOptions::group is set: all articles of the index that tell the same, the
  // query's or not, and those of the same story in other versions.
  std::optional<RelatedArticles> copies = {};
  std::optional<RelatedArticles> versions = {};
};

struct SearchResult {
  std::string query;    // as typed
  std::string read_as;  // as understood
  Total total;          // of articles

  // Hits where copies are one: only with PageOptions::group and a total that is exact.
  std::optional<std::uint64_t> groups;
  std::optional<std::uint64_t> undated_left_out;  // only where the query limits dates
  std::uint64_t generation = 0;
  std::chrono::microseconds elapsed{};
  std::vector<Hit> hits;

  // What a reader should know of how the query was answered, a sentence each: the query's own
  // notes, then which patterns were cut.
  std::vector<std::string> notes;

  std::optional<Explanation> explanation;  // only where it was asked for

  std::optional<Suggestion> suggestion;  // only where it was asked for
  std::vector<Facet> facets;             // as CountOptions::facets asked for them
  std::optional<Timeline> timeline;      // as well
};

}  // namespace dateline::searcher
