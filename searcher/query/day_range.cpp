#include "searcher/query/day_range.h"

#include <fmt/format.h>

#include <array>
#include <chrono>
#include <optional>

namespace dateline::searcher {
namespace {

using std::chrono::day;
using std::chrono::last;
using std::chrono::month;
using std::chrono::year;
using std::chrono::year_month_day;

constexpr std::string_view kForms =
    "write 2023, 2023-01 or 2023-01-13, or a range: 2023-01..2023-03";

// What a date code can hold; see common/publication_time.h.
constexpr int kFirstYear = 1000;
constexpr int kLastYear = 3041;

std::optional<unsigned> read_number(std::string_view text, std::size_t digits) {
  if (text.size() != digits) return std::nullopt;
  unsigned number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + static_cast<unsigned>(c - '0');
  }
  return number;
}

// "2023-01-13" or "20230113" into its numbers; those that are not written are 0.
std::optional<std::array<unsigned, 3>> read_numbers(std::string_view text) {
  const bool compact = text.size() == 8 && text.find('-') == std::string_view::npos;
  const std::size_t gap = compact ? 0 : 1;
  std::array<unsigned, 3> numbers{};
  std::size_t at = 0;
  for (std::size_t part = 0; part < 3 && (part == 0 || at < text.size()); ++part) {
    if (part > 0 && gap == 1 && text[at] != '-') return std::nullopt;
    if (part > 0) at += gap;
    const std::size_t digits = part == 0 ? 4 : 2;
    const auto number = read_number(text.substr(std::min(at, text.size()), digits), digits);
    if (!number || (part > 0 && *number == 0)) return std::nullopt;
    numbers[part] = *number;
    at += digits;
  }
  if (at != text.size()) return std::nullopt;
  return numbers;
}

std::optional<std::string> reason_against(const std::array<unsigned, 3>& numbers) {
  const auto [y, m, d] = numbers;
  if (static_cast<int>(y) < kFirstYear || static_cast<int>(y) > kLastYear) {
    return fmt::format("years run from {} to {}", kFirstYear, kLastYear);
  }
  if (m > 12) return fmt::format("there is no month {}", m);
  if (d == 0) return std::nullopt;
  const unsigned days{(year{static_cast<int>(y)} / month{m} / last).day()};
  if (d > days) return fmt::format("{:04}-{:02} has {} days", y, m, days);
  return std::nullopt;
}

DayRange days_of(const std::array<unsigned, 3>& numbers) {
  const year y{static_cast<int>(numbers[0])};
  const month first_month{numbers[1] == 0 ? 1 : numbers[1]};
  const month last_month{numbers[1] == 0 ? 12 : numbers[1]};
  if (numbers[2] != 0) {
    const year_month_day exactly = y / first_month / day{numbers[2]};
    return {exactly, exactly};
  }
  return {year_month_day{y / first_month / 1}, year_month_day{y / last_month / last}};
}

std::string iso(const year_month_day& date) {
  return fmt::format("{:04}-{:02}-{:02}", int{date.year()}, unsigned{date.month()},
                     unsigned{date.day()});
}

}  // namespace

std::variant<DayRange, DateMistake> read_period(std::string_view text) {
  const auto numbers = read_numbers(text);
  if (!numbers) return DateMistake{0, fmt::format("'{}' is not a date; {}", text, kForms)};
  if (const auto reason = reason_against(*numbers)) {
    return DateMistake{0, fmt::format("'{}' is not a date: {}", text, *reason)};
  }
  return days_of(*numbers);
}

std::variant<DayRange, DateMistake> read_day_range(std::string_view text) {
  const std::size_t dots = text.find("..");
  if (dots == std::string_view::npos) return read_period(text);
  const std::string_view from = text.substr(0, dots);
  const std::string_view to = text.substr(dots + 2);
  if (from.empty() && to.empty()) {
    return DateMistake{0, fmt::format("'..' has a date on neither side; {}", kForms)};
  }
  DayRange range;
  if (!from.empty()) {
    auto period = read_period(from);
    if (std::holds_alternative<DateMistake>(period)) return period;
    range.first = std::get<DayRange>(period).first;
  }
  if (!to.empty()) {
    auto period = read_period(to);
    if (auto* mistake = std::get_if<DateMistake>(&period)) {
      mistake->offset = dots + 2;
      return period;
    }
    range.last = std::get<DayRange>(period).last;
  }
  if (range.first && range.last && *range.last < *range.first) {
    return DateMistake{0, fmt::format("the range '{}' ends before it begins", text)};
  }
  return range;
}

std::string to_query_text(const DayRange& range) {
  if (range.first && range.last) {
    const std::string first = iso(*range.first);
    for (const std::size_t bytes : {4u, 7u, 10u}) {
      const auto period = read_period(first.substr(0, bytes));
      const auto* days = std::get_if<DayRange>(&period);
      if (days != nullptr && *days == range) return first.substr(0, bytes);
    }
  }
  return (range.first ? iso(*range.first) : "") + ".." + (range.last ? iso(*range.last) : "");
}

}  // namespace dateline::searcher
