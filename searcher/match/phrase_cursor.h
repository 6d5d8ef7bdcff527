// Articles in which words stand one after the other.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "searcher/match/match_cursor.h"
#include "searcher/match/word_cursor.h"

namespace dateline::searcher {

// One way in which the words of a phrase may follow one another: the number of the word at each
// position.
using PhrasePattern = std::vector<std::uint32_t>;

// Candidates hold all words; confirm() looks at positions, rarest word first. In batches, positions
// are only looked at where a phrase as frequent as its rarest word would reach the minimum.
class PhraseCursor final : public MatchCursor {
 public:
  enum class Where : std::uint8_t { kAnywhere, kHeadline };

  struct Phrase {
    // The words of the patterns, at least one, then any others that stand in an article as often as
    // the phrase or more: pairs of neighbouring words.
    std::vector<std::unique_ptr<AnyFormCursor>> words;
    std::vector<PhrasePattern> patterns;
    Where where = Where::kAnywhere;
  };

  // `headlines` holds the words of each article's headline; it must outlive the cursor.
  PhraseCursor(Phrase phrase, const Scoring& scoring, float idf,
               std::span<const std::uint16_t> headlines);

  std::uint32_t next() override { return align(article_ + 1); }
  std::uint32_t advance(std::uint32_t target) override {
    return article_ >= target ? article_ : align(target);
  }
  bool confirm() override;
  double score() override;
  std::uint32_t collect(std::uint32_t from, std::uint32_t last, double min_score,
                        Candidates& batch) override;
  void mark(MatchWindow& window) override;
  double max_score() const override { return idf_; }
  std::uint64_t cost() const override { return words_.front().cursor->cost(); }
  bool has_doubts() const override { return true; }

 private:
  struct Word {
    std::unique_ptr<AnyFormCursor> cursor;
    std::uint32_t positions_of = 0;  // the article that the positions are of
    std::vector<std::uint32_t> positions;
  };
  struct Step {
    std::size_t word;
    std::uint32_t offset;
  };

  std::uint32_t align(std::uint32_t candidate);
  void drop_hopeless(double min_score, OccurrenceBatch& batch) const;
  bool others_allow(std::uint32_t article, std::uint32_t occurrences, bool in_headline,
                    double min_score);
  const std::vector<std::uint32_t>& positions(Word& word);
  void find_starts(const std::vector<Step>& steps);

  std::vector<Word> words_;                  // by cost, ascending
  std::vector<std::vector<Step>> patterns_;  // each by the cost of its words
  Where where_;
  Scoring scoring_;
  float idf_;
  std::span<const std::uint16_t> headlines_;
  std::uint32_t confirmed_ = 0;  // the article that starts_ is about
  std::vector<std::uint32_t> starts_;
  std::vector<std::uint32_t> of_pattern_;
};

}  // namespace dateline::searcher
