// An article -> the query that finds articles like it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>

#include "common/article.h"
#include "searcher/query/query.h"

namespace dateline::searcher {

// As many words say what an article is about; more cost time and add little.
inline constexpr std::size_t kTellingWords = 25;

// What is known of the index: its articles, and how many of them hold a term.
struct WordStatistics {
  std::uint64_t articles = 0;
  std::function<std::uint64_t(std::string_view term)> articles_with;
};

// Any of the article's most telling words, each with its weight, but not the article itself. The
// words are those that are frequent in it and rare in the index (tf x idf, after Salton and
// Buckley, "Term-weighting approaches in automatic text retrieval", 1988); words of the headline
// count as often again as ranking counts them. Where no other article has any of its words, the
// query matches nothing.
Query more_like(const Article& article, const WordStatistics& statistics);

}  // namespace dateline::searcher
