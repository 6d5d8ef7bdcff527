// Articles that hold several words where they are asked for, which takes a look at positions.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "searcher/match/cursor/occurrence_cursor.h"

namespace dateline::searcher {

// What phrases and spots have in common. Candidates hold all words that are required, and are
// found from postings alone, the rarest word leading. In batches, positions are only looked at
// where a text as frequent as the rarest of the words would reach the minimum score.
class PositionalCursor : public MatchCursor {
 public:
  std::uint32_t next() override { return align(article_ + 1); }
  std::uint32_t advance(std::uint32_t target) override {
    return article_ >= target ? article_ : align(target);
  }
  bool confirm() override;
  double score() override {
    return scoring_(demand_.idf, article_, found_.count, found_.in_headline);
  }
  std::uint32_t collect(std::uint32_t from, std::uint32_t last, double min_score,
                        Candidates& candidates) override;
  void mark(MatchWindow& window) override;
  double max_score() const override { return demand_.idf; }
  std::uint64_t cost() const override { return by_cost_.front()->cost(); }
  bool has_doubts() const override { return true; }

 protected:
  struct Demand {
    float idf = 0;
    std::uint32_t least = 1;  // an article matches that has so many of what is counted

    // No article has more of what is counted than of any of the words; and what is counted stands
    // in the headline only where all of them do.
    bool is_bounded_by_words = true;
  };
  struct Found {
    std::uint32_t count = 0;
    bool in_headline = false;
  };

  // At least one word.
  PositionalCursor(std::vector<OccurrenceCursorPtr> required, const Scoring& scoring,
                   const Demand& demand);

  // Looks for what is counted in the article, on which all required words stand. What is not worth
  // finding may be given as less than it is.
  virtual Found find() = 0;

  // Whether so much would match and reach the score that is asked for.
  bool is_worth(const Found& found) const {
    return found.count >= demand_.least &&
           scoring_(demand_.idf, article_, found.count, found.in_headline) >= min_score_;
  }

  std::size_t required_words() const { return required_.size(); }
  OccurrenceCursor& required(std::size_t word) { return *required_[word]; }

 private:
  std::uint32_t align(std::uint32_t candidate);
  void drop_hopeless(double min_score, OccurrenceCandidates& candidates) const;
  bool others_allow(std::uint32_t occurrences, bool in_headline, double min_score);

  std::vector<OccurrenceCursorPtr> required_;
  std::vector<OccurrenceCursor*> by_cost_;  // the same, the rarest first
  Scoring scoring_;
  Demand demand_;
  double min_score_ = 0;         // of the candidates in work
  std::uint32_t confirmed_ = 0;  // the article that found_ is about
  Found found_;
};

}  // namespace dateline::searcher
