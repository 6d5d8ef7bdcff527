// Counts articles by day, from the column of dates; months, years and timelines come out of it.
#pragma once

#include <chrono>
#include <cstdint>
#include <vector>

#include "common/text_index/text_index.h"
#include "searcher/facets/facets.h"
#include "searcher/match/candidates.h"

namespace dateline::searcher {

// For the segments of one index, one after the other. Not thread-safe.
class DateCounter {
 public:
  // The indexes must outlive it. Takes 16 bytes for each day between the first and the last.
  explicit DateCounter(const std::vector<const TextIndex*>& indexes);

  // Counts the articles of a window. Throws Error(kCorrupt) where a date lies outside of the bounds
  // of its column.
  void count(std::size_t segment, const MatchWindow& window);

  Timeline timeline(Period unit) const;

 private:
  std::vector<const TextIndex*> indexes_;
  std::uint32_t first_day_ = 0;  // since the epoch of date codes

  // Of undated ones, then for each day of articles known by day or better, and by month only.
  std::vector<std::uint64_t> counts_;
};

}  // namespace dateline::searcher
