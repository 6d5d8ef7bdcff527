#include "searcher/query/relative_period.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace dateline::searcher {
namespace {

using std::chrono::days;
using std::chrono::last;
using std::chrono::month;
using std::chrono::months;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month;
using std::chrono::year_month_day;

// Days or months are 0: a unit is so many of the one or of the other.
struct Unit {
  std::string_view name;
  int days;
  int months;
};

constexpr std::array<Unit, 5> kUnits = {
    {{"day", 1, 0}, {"week", 7, 0}, {"month", 0, 1}, {"quarter", 0, 3}, {"year", 0, 12}}};

constexpr std::size_t kMostDigits = 4;

const Unit* find_unit(std::string_view word) {
  const auto* found = std::find_if(kUnits.begin(), kUnits.end(),
                                   [word](const Unit& unit) { return unit.name == word; });
  return found == kUnits.end() ? nullptr : found;
}

const Unit* find_units(std::string_view word) {
  if (word.ends_with('s')) word.remove_suffix(1);
  return find_unit(word);
}

// 0 where it is no number.
int read_count(std::string_view word) {
  const bool is_number =
      !word.empty() && word.size() <= kMostDigits &&
      std::all_of(word.begin(), word.end(), [](char c) { return '0' <= c && c <= '9'; });
  return is_number ? std::stoi(std::string(word)) : 0;
}

DayRange between(sys_days first, sys_days last_day) {
  return {year_month_day{first}, year_month_day{last_day}};
}

// The unit of the calendar that the day lies in.
DayRange calendar_unit(const Unit& unit, sys_days around) {
  if (unit.days > 0) {
    const sys_days monday = around - (std::chrono::weekday{around} - std::chrono::Monday);
    return between(monday, monday + days{unit.days - 1});
  }
  const year_month_day date{around};
  const unsigned before = unsigned{date.month()} - 1;
  const unsigned first_month = before - before % static_cast<unsigned>(unit.months) + 1;
  const year_month first = date.year() / month{first_month};
  return between(sys_days{first / 1}, sys_days{(first + months{unit.months - 1}) / last});
}

// So many units, the last day of which is today.
DayRange rolling_units(const Unit& unit, int count, year_month_day today) {
  const sys_days end{today};
  if (unit.days > 0) return between(end - days{count * unit.days - 1}, end);
  const year_month start = today.year() / today.month() - months{count * unit.months};
  const auto day = std::min(today.day(), year_month_day{start / last}.day());
  return between(sys_days{start / day} + days{1}, end);
}

}  // namespace

bool is_relative_period(std::span<const std::string> words) {
  if (words.size() == 1) return words[0] == "today" || words[0] == "yesterday";
  if (words.size() == 2) {
    const Unit* unit = find_unit(words[1]);
    return (words[0] == "this" || words[0] == "last") && unit != nullptr && unit->name != "day";
  }
  return words.size() == 3 && words[0] == "last" && read_count(words[1]) > 0 &&
         find_units(words[2]) != nullptr;
}

DayRange relative_period(std::span<const std::string> words, year_month_day today) {
  const sys_days day{today};
  if (words.size() == 1) {
    return words[0] == "today" ? between(day, day) : between(day - days{1}, day - days{1});
  }
  if (words.size() == 3) return rolling_units(*find_units(words[2]), read_count(words[1]), today);
  const Unit& unit = *find_unit(words[1]);
  const DayRange current = calendar_unit(unit, day);
  if (words[0] == "this") return current;
  return calendar_unit(unit, sys_days{*current.first} - days{1});
}

}  // namespace dateline::searcher
