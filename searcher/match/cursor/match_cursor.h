// Finds the articles of one segment that match a part of a query, in ascending order.
//
// There are three ways to go through the same matches, and a cursor goes one of them:
//
//   walking     article by article: next() and advance() give candidates, confirm() tells whether a
//               candidate really matches, which for a phrase costs a look at positions, score() is
//               for confirmed ones. For those who jump about, as Xapian does.
//   in batches  collect(), require() and add(): a block of postings at a time with all scores, for
//               the best hits. What cannot reach the minimum score is passed over.
//   in windows  mark() and keep(): bits without scores, for counting.
#pragma once

#include <cstdint>
#include <memory>

#include "common/text_index/posting_cursor.h"
#include "searcher/match/cursor/candidates.h"

namespace dateline::searcher {

// One thread at a time. Targets, first articles and windows never fall from one call to the next.
// Every call may throw Error(kCorrupt).
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

  // Candidates that score less may be passed over from now on. Never falls.
  virtual void set_min_score(double /*min_score*/) {}

  // Replaces `candidates` by matches of [from, last], ascending; those under `min_score` may be
  // missing. Returns the article to go on from, past `last` when there are no more: until then
  // `candidates` may also be left empty.
  virtual std::uint32_t collect(std::uint32_t from, std::uint32_t last, double min_score,
                                Candidates& candidates);

  // Drops the candidates that do not match, and adds to the scores of the others.
  virtual void require(Candidates& candidates);

  // Adds to the scores of the candidates that match.
  virtual void add(Candidates& candidates);

  // Sets the bits of matches.
  virtual void mark(MatchWindow& window);

  // Unsets the bits of articles that do not match.
  virtual void keep(MatchWindow& window);

  // The most that an article scores: of all, and of [from, last].
  virtual double max_score() const = 0;
  virtual double max_score(std::uint32_t /*from*/, std::uint32_t /*last*/) { return max_score(); }

  // At least the number of candidates.
  virtual std::uint64_t cost() const = 0;

  // Whether confirm() does more than say yes.
  virtual bool has_doubts() const { return false; }

 protected:
  bool matches(std::uint32_t article) { return advance(article) == article && confirm(); }

  std::uint32_t article_ = 0;
};

using MatchCursorPtr = std::unique_ptr<MatchCursor>;

}  // namespace dateline::searcher
