#include "searcher/query/day_range.h"

#include <fmt/format.h>

#include <algorithm>

namespace dateline::searcher {
namespace {

using std::chrono::year_month_day;

constexpr std::string_view kDots = "..";

std::string iso(const year_month_day& date) {
  return fmt::format("{:04}-{:02}-{:02}", int{date.year()}, unsigned{date.month()},
                     unsigned{date.day()});
}

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = std::min(text.find_first_not_of(' '), text.size());
  text.remove_prefix(begin);
  return text.substr(0, text.find_last_not_of(' ') + 1);
}

// One side of a range; of a mistake the offset is that in the whole text.
std::variant<DayRange, DateMistake> read_side(std::string_view text, std::string_view side,
                                              year_month_day today) {
  auto period = read_period(side, today);
  if (auto* mistake = std::get_if<DateMistake>(&period)) {
    mistake->offset += static_cast<std::size_t>(side.data() - text.data());
  }
  return period;
}

std::string joined(std::span<const std::string_view> words) {
  std::string text;
  for (const std::string_view word : words) {
    if (!text.empty()) text += ' ';
    text += word;
  }
  return text;
}

}  // namespace

std::variant<DayRange, DateMistake> read_day_range(std::string_view text, year_month_day today) {
  const std::size_t dots = text.find(kDots);
  if (dots == std::string_view::npos) return read_side(text, trimmed(text), today);
  const std::string_view from = trimmed(text.substr(0, dots));
  const std::string_view to = trimmed(text.substr(dots + kDots.size()));
  if (from.empty() && to.empty()) {
    return DateMistake{
        0, "'..' has a date on neither side; write 2023-01..2023-03, 2023.. or ..2023", false};
  }
  DayRange range;
  if (!from.empty()) {
    auto period = read_side(text, from, today);
    if (std::holds_alternative<DateMistake>(period)) return period;
    range.first = std::get<DayRange>(period).first;
  }
  if (!to.empty()) {
    auto period = read_side(text, to, today);
    if (std::holds_alternative<DateMistake>(period)) return period;
    range.last = std::get<DayRange>(period).last;
  }
  if (range.first && range.last && *range.last < *range.first) {
    return DateMistake{0, fmt::format("the range '{}' ends before it begins", text), true};
  }
  return range;
}

std::size_t longest_date(std::span<const std::string_view> words, year_month_day today) {
  if (words.empty()) return 0;
  std::size_t meant = 1;
  for (std::size_t taken = std::min(words.size(), kMaxDateWords); taken > 0; --taken) {
    const auto read = read_day_range(joined(words.first(taken)), today);
    if (std::holds_alternative<DayRange>(read)) return taken;
    if (std::get<DateMistake>(read).was_meant) meant = std::max(meant, taken);
  }
  return meant;
}

std::string to_query_text(const DayRange& range) {
  if (range.first && range.last) {
    const std::string first = iso(*range.first);
    const unsigned quarter = (unsigned{range.first->month()} + 2) / 3;
    const std::string periods[] = {
        first.substr(0, 4),
        first.substr(0, 4) + 's',
        first.substr(0, 7),
        first,
        fmt::format("{}q{}", first.substr(0, 4), quarter),
    };
    for (const std::string& text : periods) {
      const auto period = read_period(text, {});
      const auto* days = std::get_if<DayRange>(&period);
      if (days != nullptr && *days == range) return text;
    }
  }
  return (range.first ? iso(*range.first) : "") + ".." + (range.last ? iso(*range.last) : "");
}

}  // namespace dateline::searcher
