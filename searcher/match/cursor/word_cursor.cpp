#include "searcher/match/cursor/word_cursor.h"

#include <algorithm>
#include <array>

#include "searcher/ranking/bm25_block.h"

namespace dateline::searcher {
namespace {

// So many bounds are read to know the most that a word scores in a range, and no more.
constexpr std::size_t kBoundsWorthReading = 12;

// Postings that can be marked in the time of looking up one article.
constexpr std::uint64_t kLookUpCost = 12;

}  // namespace

std::uint32_t pass_over_low_blocks(PostingCursor& postings, const Scoring& scoring, float idf,
                                   std::uint32_t target, double min_score) {
  if (!postings.has_bounds()) return idf < min_score ? kNoMoreArticles : target;
  while (target != kNoMoreArticles) {
    const std::uint32_t last = postings.look_ahead(target);
    if (last == kNoMoreArticles) return last;
    if (scoring.limit(idf, postings.bound()) >= min_score) break;
    target = last + 1;
  }
  return target;
}

// Of a list of many blocks, one comes near the idf, which no score passes: not worth a look at all.
WordCursor::WordCursor(const TextIndex& index, const Term& term, const Scoring& scoring, float idf)
    : postings_(index, term), scoring_(scoring), idf_(idf), max_score_(idf) {
  if (postings_.bounds().size() > kBoundsWorthReading) return;
  if (!postings_.has_bounds()) return;
  max_score_ = 0;
  for (const Bound& bound : postings_.bounds()) {
    max_score_ = std::max(max_score_, scoring_.limit(idf_, bound));
  }
}

double WordCursor::max_score(std::uint32_t from, std::uint32_t last) {
  if (!postings_.has_bounds()) return postings_.advance(from) > last ? 0 : max_score_;
  double most = 0;
  for (std::size_t blocks = 0; from <= last; ++blocks) {
    if (blocks == kBoundsWorthReading) return max_score_;
    const std::uint32_t block_last = postings_.look_ahead(from);
    if (block_last == kNoMoreArticles) break;
    most = std::max(most, scoring_.limit(idf_, postings_.bound()));
    from = block_last + 1;
  }
  return most;
}

std::uint32_t WordCursor::collect(std::uint32_t from, std::uint32_t last, double min_score,
                                  Candidates& candidates) {
  candidates.clear();
  if (min_score > 0) from = pass_over_low_blocks(postings_, scoring_, idf_, from, min_score);
  if (from > last || postings_.advance(from) > last) return std::max(from, postings_.article());
  const std::uint32_t end = postings_.end_in_block(last);
  collect_block(end, min_score, candidates);
  return postings_.block_last() <= last ? postings_.block_last() + 1 : last + 1;
}

// The articles of the block from where it stands to before its `end`-th.
void WordCursor::collect_block(std::uint32_t end, double min_score, Candidates& candidates) {
  const std::uint32_t begin = postings_.at();
  const std::uint32_t* const articles = postings_.block_articles() + begin;
  candidates.count = end - begin;
  std::copy_n(articles, candidates.count, candidates.articles.begin());
  if (idf_ == 0) {
    std::fill_n(candidates.scores.begin(), candidates.count, 0.0);
    return;
  }
  std::array<float, kBlockPostings> scores;
  std::array<std::uint32_t, kBlockPostings> weights{};
  std::copy_n(postings_.block_occurrences() + begin, candidates.count, weights.begin());
  postings_.for_each_headline(begin, end,
                              [&](std::uint32_t at) { weights[at - begin] += kHeadlineBonus; });
  const float best = bm25_block(idf_, scoring_.norm, scoring_.lengths, {articles, candidates.count},
                                weights, scores);
  if (best < min_score) {
    candidates.clear();
    return;
  }
  std::copy_n(scores.begin(), candidates.count, candidates.scores.begin());
  candidates.drop_below(min_score);
}

void WordCursor::require(Candidates& candidates) {
  candidates.keep_if([this](std::uint32_t article, double& sum) {
    if (!postings_.holds(article)) return false;
    if (idf_ != 0) sum += scoring_(idf_, article, weight());
    return true;
  });
}

void WordCursor::add(Candidates& candidates) {
  for (std::size_t i = 0; i < candidates.count && idf_ != 0; ++i) {
    const std::uint32_t article = candidates.articles[i];
    if (postings_.holds(article)) {
      candidates.scores[i] += scoring_(idf_, article, weight());
    }
  }
}

void WordCursor::mark(MatchWindow& window) {
  postings_.mark(window.first, window.bits);
}

// Few are looked up one by one; many are faster met by all that the word has in the window.
void WordCursor::keep(MatchWindow& window) {
  const std::uint64_t in_window = cost() * MatchWindow::kArticles / scoring_.lengths.size();
  if (window.count() * kLookUpCost < in_window) {
    window.for_each([&](std::uint32_t article) {
      if (!postings_.holds(article)) window.unset(article);
    });
    return;
  }
  MatchWindow own(window.first);
  mark(own);
  window &= own;
}

}  // namespace dateline::searcher
