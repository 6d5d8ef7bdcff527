// Articles that hold one word of a query, scored by BM25.
#pragma once

#include <cstdint>

#include "common/text_index/posting_cursor.h"
#include "common/text_index/text_index.h"
#include "searcher/match/cursor/match_cursor.h"
#include "searcher/ranking/scoring.h"

namespace dateline::searcher {

// The first article from `target` on in a block that can reach the minimum score.
std::uint32_t pass_over_low_blocks(PostingCursor& postings, const Scoring& scoring, float idf,
                                   std::uint32_t target, double min_score);

// A word with one posting list.
class WordCursor final : public MatchCursor {
 public:
  WordCursor(const TextIndex& index, const Term& term, const Scoring& scoring, float idf);

  std::uint32_t next() override { return article_ = postings_.next(); }
  std::uint32_t advance(std::uint32_t target) override {
    return article_ = postings_.advance(target);
  }
  double score() override { return scoring_(idf_, article_, weight()); }

  std::uint32_t collect(std::uint32_t from, std::uint32_t last, double min_score,
                        Candidates& candidates) override;
  void require(Candidates& candidates) override;
  void add(Candidates& candidates) override;
  void mark(MatchWindow& window) override;
  void keep(MatchWindow& window) override;

  double max_score() const override { return max_score_; }
  double max_score(std::uint32_t from, std::uint32_t last) override;
  std::uint64_t cost() const override { return postings_.articles(); }

 private:
  // Occurrences of the article it stands on as they are scored.
  std::uint32_t weight() {
    return postings_.occurrences() + (postings_.in_headline() ? kHeadlineBonus : 0);
  }
  void collect_block(std::uint32_t end, double min_score, Candidates& candidates);

  PostingCursor postings_;
  Scoring scoring_;
  float idf_;
  double max_score_;
};

}  // namespace dateline::searcher
