// A query and the best articles that it finds -> the same query with words of those articles.
//
// Pseudo-relevance feedback after RM3 (Lavrenko and Croft, "Relevance-based language models", 2001;
// Abdul-Jaleel et al., "UMass at TREC 2004", 2004): the best articles are taken for what was meant,
// and the words that tell them from all others are asked for too. What was typed keeps its weight, and
// articles that match nothing but added words are found as well.
//
// A word weighs the mean of its occurrences in the articles, damped as ranking damps them, and those
// with the greatest weight times idf are taken. An article counts by exp(score / kScoreSpread), so
// that the first of ten counts most where it is far ahead. Figures for other choices are in
// benchmarks/results/judged.md.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "searcher/query/query.h"

namespace dateline::searcher {

inline constexpr std::size_t kFeedbackArticles = 10;
inline constexpr std::size_t kAddedWords = 40;
inline constexpr double kAddedShare = 0.6;      // of the weight of all words
inline constexpr double kScoreSpread = 1.5;     // in scores of bm25.h
inline constexpr std::uint64_t kTooCommon = 5;  // a word in more than one article of so many

// One of the best articles, with its score.
struct FeedbackArticle {
  const Article* article = nullptr;
  double score = 0;
};

// What is known of the index.
struct FamilyStatistics {
  std::uint64_t articles = 0;
  double average_length = 1;  // in words

  // Articles that hold the word or another one of its stem, in any language.
  std::function<std::uint64_t(const std::string& word)> articles_with;
};

// The query, with its limits (NOT, dates, numbers, fields of the catalogue) as they were and at most
// kAddedWords others as alternatives to its words, the most telling first. Of a family of words with
// one stem the form that is most frequent in the articles stands for all, or the one that was typed:
// words of the query that the articles have weigh more than those that they do not have. Words that
// are shorter than three letters, have a digit, hold sentences together or are too common are not
// added. Without any to add, the query as it was.
Query expanded(const Query& query, std::span<const FeedbackArticle> best,
               const FamilyStatistics& statistics);

}  // namespace dateline::searcher
