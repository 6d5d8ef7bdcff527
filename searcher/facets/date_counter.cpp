#include "searcher/facets/date_counter.h"

#include <algorithm>

namespace dateline::searcher {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

// Codes are minutes and two bits of precision; see common/publication_time.h.
constexpr unsigned kPrecisionBits = 2;
constexpr std::uint32_t kMinutesOfDay = 24 * 60;
constexpr sys_days kEpoch{std::chrono::January / 1 / 1000};

std::uint32_t day_of(DateCode code) {
  return (code >> kPrecisionBits) / kMinutesOfDay;
}

bool is_month(DateCode code) {
  return (code & 3u) == static_cast<DateCode>(Precision::kMonth);
}

}  // namespace

DateCounter::DateCounter(const std::vector<const TextIndex*>& indexes) : indexes_(indexes) {
  DateCode lowest = ~DateCode{0};
  DateCode highest = 0;
  for (const TextIndex* index : indexes) {
    const auto bounds = index->date_bounds();
    for (std::size_t i = 0; i + 1 < bounds.size(); i += 2) {
      if (bounds[i + 1] == kUndated) continue;
      lowest = std::min(lowest, bounds[i]);
      highest = std::max(highest, bounds[i + 1]);
    }
  }
  const bool any = highest != 0;
  first_day_ = any ? day_of(lowest) : 0;
  counts_.resize(1 + (any ? 2 * (std::size_t{day_of(highest)} - day_of(lowest) + 1) : 0));
}

void DateCounter::count(std::size_t segment, const MatchWindow& window) {
  const TextIndex& index = *indexes_[segment];
  const auto dates = index.dates();
  window.for_each([&](std::uint32_t article) {
    const DateCode code = dates[article - 1];
    // A day before the first wraps around and is beyond all.
    const std::size_t slot =
        code == kUndated ? 0 : 1 + 2 * std::size_t{day_of(code) - first_day_} + is_month(code);
    if (slot >= counts_.size()) index.file().fail("a date is out of its bounds");
    ++counts_[slot];
  });
}

Timeline DateCounter::timeline(Period unit) const {
  Timeline days{Period::kDay, {}, counts_[0]};
  const sys_days first = kEpoch + std::chrono::days{first_day_};
  for (std::size_t slot = 1; slot < counts_.size(); slot += 2) {
    const year_month_day day{first + std::chrono::days{(slot - 1) / 2}};
    const std::uint64_t by_month = counts_[slot + 1];
    if (by_month > 0) days.periods.push_back({day, Period::kMonth, by_month});
    if (counts_[slot] > 0) days.periods.push_back({day, Period::kDay, counts_[slot]});
  }
  return unit == Period::kDay ? days : coarser(days, unit);
}

}  // namespace dateline::searcher
