// Articles that hold one word of a query, scored by BM25.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "common/text_index/posting_cursor.h"
#include "common/text_index/text_index.h"
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

  std::uint32_t next() override { return article_ = postings_.next(); }
  std::uint32_t advance(std::uint32_t target) override {
    return article_ = postings_.advance(target);
  }
  double score() override { return scoring_(idf_, article_, weight()); }

  std::uint32_t collect(std::uint32_t from, std::uint32_t last, double min_score,
                        Candidates& batch) override;
  void require(Candidates& batch) override;
  void add(Candidates& batch) override;
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
  void collect_block(std::uint32_t end, double min_score, Candidates& batch);

  PostingCursor postings_;
  Scoring scoring_;
  float idf_;
  double max_score_;
};

// Neighbouring articles with the occurrences of a word in each.
struct OccurrenceBatch {
  std::size_t count = 0;
  std::array<std::uint32_t, kBlockPostings> articles;
  std::array<std::uint32_t, kBlockPostings> occurrences;
  std::array<bool, kBlockPostings> in_headline;
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

  // As PostingCursor::holds(); then it stands there.
  bool holds(std::uint32_t article);

  // As MatchCursor::collect(), without scores, and does not move past the first article found.
  // `min_score` is for a text that scores as the word would with `idf`, or less.
  std::uint32_t collect_occurrences(std::uint32_t from, std::uint32_t last, float idf,
                                    double min_score, OccurrenceBatch& batch);

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
