#include "searcher/facets/facets.h"

#include <fmt/format.h>

#include <algorithm>

namespace dateline::searcher {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

year_month_day start_of(year_month_day day, Period length) {
  if (length == Period::kYear) return day.year() / std::chrono::January / 1;
  if (length == Period::kMonth) return day.year() / day.month() / 1;
  return day;
}

}  // namespace

sys_days end_of(const CountedPeriod& period) {
  using std::chrono::days;
  if (period.length == Period::kDay) return sys_days{period.first} + days{1};
  if (period.length == Period::kMonth) return sys_days{period.first + std::chrono::months{1}};
  return sys_days{period.first + std::chrono::years{1}};
}

std::string to_string(const CountedPeriod& period) {
  std::string text = fmt::format("{:04}", int{period.first.year()});
  if (period.length == Period::kYear) return text;
  text += fmt::format("-{:02}", unsigned{period.first.month()});
  if (period.length == Period::kMonth) return text;
  return text + fmt::format("-{:02}", unsigned{period.first.day()});
}

std::string_view to_string(Period period) {
  constexpr std::string_view kNames[] = {"day", "month", "year"};
  return kNames[static_cast<std::size_t>(period)];
}

// Periods ascend, so those of one longer period stand side by side, a month before its days. What
// is known by the year only is of no month.
Timeline coarser(const Timeline& timeline, Period unit) {
  Timeline coarse{unit, {}, timeline.undated};
  for (const CountedPeriod& period : timeline.periods) {
    const Period length = std::max(unit, period.length);
    const year_month_day first = start_of(period.first, length);
    if (coarse.periods.empty() || coarse.periods.back().first != first ||
        coarse.periods.back().length != length) {
      coarse.periods.push_back({first, length, 0});
    }
    coarse.periods.back().articles += period.articles;
  }
  return coarse;
}

}  // namespace dateline::searcher
