// Articles that hold one word of a query, scored by BM25.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "common/text_index/posting_cursor.h"
#include "searcher/match/match_cursor.h"
#include "searcher/ranking/bm25.h"

namespace dateline::searcher {

// What turns occurrences in a segment into scores. The lengths must outlive its users.
struct Scoring {
  std::span<const std::uint16_t> lengths;
  LengthNorm norm;

  float operator()(float idf, std::uint32_t article, std::uint32_t occurrences) const {
    return bm25(idf, occurrences, norm(lengths[article - 1]));
  }
  // The most that any posting under the bound can score.
  double limit(float idf, const Bound& bound) const;
};

// A word with one posting list.
class WordCursor final : public MatchCursor {
 public:
  WordCursor(const TextIndex& index, const Term& term, const Scoring& scoring, float idf);

  std::uint32_t next() override;
  std::uint32_t advance(std::uint32_t target) override;
  double score() override { return scoring_(idf_, article_, weighted(postings_.at())); }
  double max_score() const override { return max_score_; }
  ScoreBound bound(std::uint32_t target) override;
  void set_min_score(double min_score) override { min_score_ = min_score; }
  std::uint64_t cost() const override { return postings_.articles(); }
  void add_scores(ScoreWindow& window, std::uint32_t last) override;

  PostingCursor& postings() { return postings_; }

 private:
  std::uint32_t weighted(std::uint32_t at) {
    const std::uint32_t occurrences = postings_.block_occurrences()[at];
    const bool in_headline = (postings_.block_headlines()[at / 64] >> (at % 64) & 1) != 0;
    return occurrences + (in_headline ? kHeadlineBonus : 0);
  }
  void scan_short_list(const TextIndex& index, const Term& term);
  std::uint32_t pass_over_low_blocks(std::uint32_t target);

  PostingCursor postings_;
  Scoring scoring_;
  float idf_;
  double max_score_ = 0;
  std::uint32_t last_article_ = kNoMoreArticles;  // of a list without bounds
  double min_score_ = 0;
  std::uint32_t worthwhile_until_ = 0;  // the block up to here can reach min_score_
};

// A word with several lists: stems of several languages, spellings, an initialism and its pronoun.
// It occurs as often as all of them together.
class AnyFormCursor final : public MatchCursor {
 public:
  AnyFormCursor(const TextIndex& index, std::span<const Term> terms, const Scoring& scoring,
                float idf);

  std::uint32_t next() override { return advance(article_ + 1); }
  std::uint32_t advance(std::uint32_t target) override;
  double score() override;
  double max_score() const override { return idf_; }
  std::uint64_t cost() const override;

  // In the article it stands on: occurrences, and the positions of all lists together, ascending.
  std::uint32_t occurrences();
  bool in_headline();
  void positions(std::vector<std::uint32_t>& positions);

 private:
  std::vector<PostingCursor> lists_;
  std::vector<std::uint32_t> of_list_;
  Scoring scoring_;
  float idf_;
};

}  // namespace dateline::searcher
