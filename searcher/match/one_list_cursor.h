// How often and where a word stands that has one list.
#pragma once

#include <cstdint>
#include <vector>

#include "searcher/match/occurrence_cursor.h"

namespace dateline::searcher {

class OneListCursor final : public OccurrenceCursor {
 public:
  OneListCursor(const TextIndex& index, const Term& term, const Scoring& scoring, float idf)
      : OccurrenceCursor(scoring, idf), list_(index, term) {}

  std::uint32_t advance(std::uint32_t target) override {
    return article_ >= target ? article_ : article_ = list_.advance(target);
  }
  std::uint64_t cost() const override { return list_.articles(); }
  bool holds(std::uint32_t article) override;
  std::uint32_t collect_occurrences(std::uint32_t from, std::uint32_t last, float idf,
                                    double min_score, OccurrenceBatch& batch) override;
  std::uint32_t occurrences() override { return list_.occurrences(); }
  bool in_headline() override { return list_.in_headline(); }
  void positions(std::vector<std::uint32_t>& positions) override { list_.positions(positions); }

 private:
  PostingCursor list_;
};

}  // namespace dateline::searcher
