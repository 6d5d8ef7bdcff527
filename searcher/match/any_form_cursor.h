// A word with few lists, each of which is asked at every step.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "searcher/match/occurrence_cursor.h"

namespace dateline::searcher {

class AnyFormCursor final : public OccurrenceCursor {
 public:
  AnyFormCursor(const TextIndex& index, std::span<const Term> terms, const Scoring& scoring,
                float idf);

  std::uint32_t advance(std::uint32_t target) override;
  std::uint64_t cost() const override;
  bool holds(std::uint32_t article) override;
  std::uint32_t collect_occurrences(std::uint32_t from, std::uint32_t last, float idf,
                                    double min_score, OccurrenceBatch& batch) override;
  std::uint32_t occurrences() override;
  bool in_headline() override;
  void positions(std::vector<std::uint32_t>& positions) override;

 private:
  std::vector<PostingCursor> lists_;
  std::vector<std::uint32_t> of_list_;
};

}  // namespace dateline::searcher
