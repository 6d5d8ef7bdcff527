// Articles that hold a word of a query in any of its forms, how often, and where.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "common/text_index/posting_cursor.h"
#include "common/text_index/text_index.h"
#include "searcher/match/cursor/match_cursor.h"
#include "searcher/ranking/scoring.h"

namespace dateline::searcher {

// Neighbouring articles with the occurrences of a word in each.
struct OccurrenceCandidates {
  std::size_t count = 0;
  std::array<std::uint32_t, kBlockPostings> articles;
  std::array<std::uint32_t, kBlockPostings> occurrences;
  std::array<bool, kBlockPostings> in_headline;
};

// A word that has one list or several: stems of several languages, spellings, an initialism and its
// pronoun, all that a pattern stands for. It occurs as often as all of them together.
class OccurrenceCursor : public MatchCursor {
 public:
  OccurrenceCursor(const Scoring& scoring, float idf) : scoring_(scoring), idf_(idf) {}

  std::uint32_t next() override { return advance(article_ + 1); }
  double score() override { return scoring_(idf_, article_, occurrences(), in_headline()); }
  double max_score() const override { return idf_; }

  // As PostingCursor::holds(); then it stands there.
  virtual bool holds(std::uint32_t article) = 0;

  // As collect(), without scores, and does not move past the first article found. `min_score` is
  // for a text that scores as the word would with `idf`, or less.
  virtual std::uint32_t collect_occurrences(std::uint32_t from, std::uint32_t last, float idf,
                                            double min_score, OccurrenceCandidates& candidates) = 0;

  // In the article it stands on: occurrences, and the positions of all lists together, ascending,
  // each once. Positions only of words, and once an article.
  virtual std::uint32_t occurrences() = 0;
  virtual bool in_headline() = 0;
  virtual void positions(std::vector<std::uint32_t>& positions) = 0;

 protected:
  Scoring scoring_;
  float idf_;
};

using OccurrenceCursorPtr = std::unique_ptr<OccurrenceCursor>;

// At least one term. The index must outlive the cursor.
OccurrenceCursorPtr open_forms(const TextIndex& index, std::span<const Term> terms,
                               const Scoring& scoring, float idf);

}  // namespace dateline::searcher
