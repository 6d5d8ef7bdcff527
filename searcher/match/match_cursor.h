// Walks over the articles of one segment that match a part of a query, in ascending order.
//
// Candidates come from next() and advance(); confirm() tells whether a candidate really matches,
// which for a phrase costs a look at positions; score() is for confirmed ones. Bounds let the walk
// pass over what cannot reach the page: set_min_score() says what is still wanted.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <memory>

#include "common/text_index/posting_cursor.h"

namespace dateline::searcher {

// No article in [target, last] scores more than `score`, for the target that was asked for.
struct ScoreBound {
  double score = 0;
  std::uint32_t last = kNoMoreArticles;
};

// Scores of some neighbouring articles: those that match have their bit set.
struct ScoreWindow {
  static constexpr std::uint32_t kArticles = 4'096;

  std::uint32_t first = 0;
  std::array<double, kArticles> scores{};
  std::array<std::uint64_t, kArticles / 64> matched{};

  void add(std::uint32_t article, double score) {
    const std::uint32_t at = article - first;
    matched[at / 64] |= std::uint64_t{1} << (at % 64);
    scores[at] += score;
  }
};

// One thread at a time. Every move may throw Error(kCorrupt).
class MatchCursor {
 public:
  MatchCursor() = default;
  MatchCursor(const MatchCursor&) = delete;
  MatchCursor& operator=(const MatchCursor&) = delete;
  virtual ~MatchCursor() = default;

  // The candidate it stands on, 0 before the first move, kNoMoreArticles after the last.
  std::uint32_t article() const { return article_; }

  // Moves to the next candidate, or to the first that is not before `target` (which must be past
  // the start; a target behind leaves it where it is). Returns article().
  virtual std::uint32_t next() = 0;
  virtual std::uint32_t advance(std::uint32_t target) = 0;

  virtual bool confirm() { return true; }
  virtual double score() = 0;

  // Over all articles.
  virtual double max_score() const = 0;

  // Of the articles from `target` on, up to where the bound holds. Targets must not fall.
  virtual ScoreBound bound(std::uint32_t target) {
    static_cast<void>(target);
    return {max_score(), kNoMoreArticles};
  }

  // Articles that score less may be passed over from now on. Never falls.
  virtual void set_min_score(double min_score) { static_cast<void>(min_score); }

  // At least the number of candidates.
  virtual std::uint64_t cost() const = 0;

  // Adds the scores of all confirmed articles from where it stands (at or after window.first) to
  // `last`, and stands on the first one after.
  virtual void add_scores(ScoreWindow& window, std::uint32_t last) {
    for (advance(window.first); article_ <= last; next()) {
      if (confirm()) window.add(article_, score());
    }
  }

 protected:
  std::uint32_t article_ = 0;
};

using MatchCursorPtr = std::unique_ptr<MatchCursor>;

}  // namespace dateline::searcher
