#include "searcher/match/cursor/positional_cursor.h"

#include <algorithm>
#include <array>

#include "searcher/ranking/bm25_block.h"

namespace dateline::searcher {

PositionalCursor::PositionalCursor(std::vector<OccurrenceCursorPtr> required,
                                   const Scoring& scoring, const Demand& demand)
    : required_(std::move(required)), scoring_(scoring), demand_(demand) {
  for (const OccurrenceCursorPtr& word : required_) by_cost_.push_back(word.get());
  std::stable_sort(by_cost_.begin(), by_cost_.end(),
                   [](const auto* a, const auto* b) { return a->cost() < b->cost(); });
}

std::uint32_t PositionalCursor::align(std::uint32_t candidate) {
  for (std::size_t i = 0; i < by_cost_.size();) {
    const std::uint32_t article = by_cost_[i]->advance(candidate);
    if (article == candidate) {
      ++i;
    } else if (article == kNoMoreArticles) {
      return article_ = article;
    } else {
      candidate = article;
      i = i == 0 ? 1 : 0;
    }
  }
  return article_ = candidate;
}

std::uint32_t PositionalCursor::collect(std::uint32_t from, std::uint32_t last, double min_score,
                                        Candidates& candidates) {
  candidates.clear();
  if (!demand_.is_bounded_by_words) min_score = 0;
  min_score_ = min_score;
  OccurrenceCandidates found;
  from = by_cost_.front()->collect_occurrences(from, last, demand_.idf, min_score, found);
  drop_hopeless(min_score, found);
  for (std::size_t i = 0; i < found.count; ++i) {
    article_ = found.articles[i];
    if (!others_allow(found.occurrences[i], found.in_headline[i], min_score)) continue;
    by_cost_.front()->holds(article_);
    if (confirm()) candidates.add(article_, score());
  }
  return from;
}

void PositionalCursor::mark(MatchWindow& window) {
  Candidates candidates;
  for (std::uint32_t from = std::max(window.first, 1u); from <= window.last();) {
    from = collect(from, window.last(), 0, candidates);
    for (std::size_t i = 0; i < candidates.count; ++i) window.set(candidates.articles[i]);
  }
}

// Whether all words after the first stand in the article, so often that the minimum can be reached.
bool PositionalCursor::others_allow(std::uint32_t occurrences, bool in_headline, double min_score) {
  const bool counts = demand_.is_bounded_by_words && (min_score > 0 || demand_.least > 1);
  for (std::size_t i = 1; i < by_cost_.size(); ++i) {
    OccurrenceCursor& cursor = *by_cost_[i];
    if (!cursor.holds(article_)) return false;
    if (!counts) continue;
    occurrences = std::min(occurrences, cursor.occurrences());
    in_headline = in_headline && cursor.in_headline();
  }
  if (!counts) return true;
  return occurrences >= demand_.least &&
         scoring_(demand_.idf, article_, occurrences, in_headline) >= min_score;
}

void PositionalCursor::drop_hopeless(double min_score, OccurrenceCandidates& candidates) const {
  if (min_score <= 0) return;
  std::array<std::uint32_t, kScoreBlock> weights{};
  std::array<float, kScoreBlock> scores;
  for (std::size_t i = 0; i < candidates.count; ++i) {
    weights[i] = candidates.occurrences[i] + (candidates.in_headline[i] ? kHeadlineBonus : 0);
  }
  const float best = bm25_block(demand_.idf, scoring_.norm, scoring_.lengths,
                                {candidates.articles.data(), candidates.count}, weights, scores);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < candidates.count && best >= min_score; ++i) {
    candidates.articles[kept] = candidates.articles[i];
    candidates.occurrences[kept] = candidates.occurrences[i];
    candidates.in_headline[kept] = candidates.in_headline[i];
    kept += scores[i] >= min_score ? 1 : 0;
  }
  candidates.count = kept;
}

bool PositionalCursor::confirm() {
  if (confirmed_ != article_) {
    confirmed_ = article_;
    found_ = find();
  }
  return found_.count >= demand_.least;
}

}  // namespace dateline::searcher
