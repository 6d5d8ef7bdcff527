#include "searcher/output/histogram.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace dateline::searcher {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr std::size_t kNarrowestBar = 4;
constexpr std::array<std::string_view, 9> kEighths = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"};

// A period, or how many are passed over.
struct BarLine {
  CountedPeriod period;
  std::int64_t passed_over = 0;
};

std::int64_t periods_between(year_month_day from, year_month_day to, Period unit) {
  const std::int64_t years = int{to.year()} - int{from.year()};
  if (unit == Period::kYear) return years;
  if (unit == Period::kDay) return (sys_days{to} - sys_days{from}).count();
  return years * 12 + unsigned{to.month()} - unsigned{from.month()};
}

// What lies between two periods that have articles.
void add_empty(year_month_day from, year_month_day to, Period unit, std::vector<BarLine>& lines) {
  const std::int64_t count = periods_between(from, to, unit);
  if (count > static_cast<std::int64_t>(kMostEmpty)) {
    lines.push_back({{}, count});
    return;
  }
  for (std::int64_t i = 0; i < count; ++i) {
    lines.push_back({{from, unit, 0}, 0});
    from = year_month_day{end_of(lines.back().period)};
  }
}

std::vector<BarLine> lines_of(const Timeline& timeline) {
  std::vector<BarLine> lines;
  year_month_day next{};
  for (const CountedPeriod& period : timeline.periods) {
    if (!lines.empty()) add_empty(next, period.first, timeline.unit, lines);
    lines.push_back({period, 0});
    const bool is_of_unit = period.length == timeline.unit;
    next = is_of_unit ? year_month_day{end_of(period)} : period.first;
  }
  return lines;
}

}  // namespace

// Rounded to the nearest eighth, but never to none: a period with one article is not empty.
std::string bar(std::uint64_t count, std::uint64_t most, std::size_t columns) {
  if (count == 0 || most == 0) return "";
  const double share = static_cast<double>(count) / static_cast<double>(most);
  const auto whole = static_cast<double>(columns * 8);
  const auto eighths =
      std::max<std::size_t>(1, static_cast<std::size_t>(std::lround(share * whole)));
  std::string text;
  for (std::size_t i = 0; i < eighths / 8; ++i) text += kEighths[8];
  text += kEighths[eighths % 8];
  return text;
}

Timeline fit_for_lines(const Timeline& timeline) {
  Timeline fitting = timeline;
  while (fitting.unit != Period::kYear && lines_of(fitting).size() > kMostLines) {
    fitting = coarser(fitting, fitting.unit == Period::kDay ? Period::kMonth : Period::kYear);
  }
  return fitting;
}

std::vector<std::string> histogram_lines(const Timeline& timeline, std::size_t columns) {
  std::uint64_t most = 0;
  std::size_t label_columns = 1;
  for (const CountedPeriod& period : timeline.periods) {
    most = std::max(most, period.articles);
    label_columns = std::max(label_columns, to_string(period).size());
  }
  const std::size_t count_columns = fmt::formatted_size("{}", most);
  const std::size_t taken = label_columns + count_columns + 4;
  const std::size_t bar_columns =
      columns == 0 ? kPlainBarColumns : std::max(columns, taken + kNarrowestBar) - taken;
  std::vector<std::string> texts;
  for (const BarLine& line : lines_of(timeline)) {
    if (line.passed_over > 0) {
      texts.push_back(fmt::format("…  {} {}s", line.passed_over, to_string(timeline.unit)));
      continue;
    }
    std::string text = fmt::format("{:<{}}  {:>{}}", to_string(line.period), label_columns,
                                   line.period.articles, count_columns);
    if (line.period.articles > 0) text += "  " + bar(line.period.articles, most, bar_columns);
    texts.push_back(std::move(text));
  }
  return texts;
}

}  // namespace dateline::searcher
