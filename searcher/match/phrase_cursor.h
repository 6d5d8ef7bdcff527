// Articles in which words stand one after the other.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "searcher/match/match_cursor.h"
#include "searcher/match/word_cursor.h"

namespace dateline::searcher {

// One place of a phrase: a word in any of its accepted forms, `offset` positions after the phrase's start.
struct PhraseWord {
  std::unique_ptr<AnyFormCursor> word;
  std::uint32_t offset = 0;
};

// Candidates hold all words; confirm() looks at positions, rarest word first, and only where the score that
// the candidate could reach is wanted.
class PhraseCursor final : public MatchCursor {
 public:
  enum class Where : std::uint8_t { kAnywhere, kHeadline };

  // `headlines` holds the words of each article's headline; it must outlive the cursor.
  PhraseCursor(std::vector<PhraseWord> words, const Scoring& scoring, float idf,
               std::span<const std::uint16_t> headlines, Where where);

  std::uint32_t next() override { return align(article_ + 1); }
  std::uint32_t advance(std::uint32_t target) override {
    return article_ >= target ? article_ : align(target);
  }
  bool confirm() override;
  double score() override;
  double max_score() const override { return idf_; }
  void set_min_score(double min_score) override { min_score_ = min_score; }
  std::uint64_t cost() const override { return words_.front().word->cost(); }

 private:
  std::uint32_t align(std::uint32_t candidate);
  bool can_reach_minimum();
  void find_starts();

  std::vector<PhraseWord> words_;  // by cost, ascending
  Scoring scoring_;
  float idf_;
  std::span<const std::uint16_t> headlines_;
  Where where_;
  double min_score_ = 0;
  std::uint32_t confirmed_ = 0;  // the article that starts_ is about
  std::vector<std::uint32_t> starts_;
  std::vector<std::uint32_t> positions_;
};

}  // namespace dateline::searcher
