#include "searcher/query/period.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <vector>

#include "common/month_names.h"
#include "common/text/ascii.h"
#include "common/text/unicode.h"
#include "searcher/query/date_advice.h"

namespace dateline::searcher {
namespace {

using std::chrono::day;
using std::chrono::days;
using std::chrono::last;
using std::chrono::month;
using std::chrono::months;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month;
using std::chrono::year_month_day;

constexpr std::string_view kForms =
    "write 2023, 2023-01, 2023-01-13, 13 jan 2023, q1 2023, 1980s or last week, "
    "or a range: 2023-01..2023-03";
constexpr std::string_view kNoYear = "has no year; write feb 1987 or 5 feb 1987";
constexpr std::string_view kShortYear = "has a year of two digits; write all four: feb 1987";

// A day, or so many whole months from the first of one.
struct Period {
  unsigned year = 0;
  unsigned month = 1;
  std::optional<unsigned> day{};
  unsigned months = 12;
};

// What is wrong, to follow the quoted text.
struct Wrong {
  std::string what;
};

// Nothing where the text has another form.
using PeriodReading = std::optional<std::variant<Period, DayRange, Wrong>>;

std::optional<unsigned> read_number(std::string_view text, std::size_t digits) {
  if (text.size() != digits || !std::all_of(text.begin(), text.end(), ascii::is_digit)) {
    return std::nullopt;
  }
  unsigned number = 0;
  for (const char c : text) number = number * 10 + static_cast<unsigned>(c - '0');
  return number;
}

// 2023, 2023-01, 2023-01-13, 20230113.
PeriodReading read_figures(std::string_view word) {
  const bool compact = word.size() == 8;
  const std::size_t gap = compact ? 0 : 1;
  const auto y = read_number(word.substr(0, 4), 4);
  if (!y) return std::nullopt;
  if (word.size() == 4) return Period{*y};
  const auto m = read_number(word.substr(4 + gap, 2), 2);
  if (!m || *m == 0 || (!compact && word[4] != '-')) return std::nullopt;
  if (word.size() == 7) return Period{*y, *m, std::nullopt, 1};
  const auto d = read_number(word.substr(std::min(6 + 2 * gap, word.size())), 2);
  if (!d || *d == 0 || (!compact && word[7] != '-')) return std::nullopt;
  return Period{*y, *m, *d, 1};
}

PeriodReading quarter_of(unsigned y, unsigned quarter) {
  if (quarter < 1 || quarter > 4) return Wrong{"is not a date: a year has quarters 1 to 4"};
  return Period{y, quarter * 3 - 2, std::nullopt, 3};
}

// 1980s, 2008q3, 2008-q3.
PeriodReading read_figures_and_letter(std::string_view word) {
  const auto y = read_number(word.substr(0, 4), 4);
  if (!y) return std::nullopt;
  std::string_view rest = word.substr(4);
  if (rest == "s") {
    if (*y % 10 != 0) return Wrong{"is not a date: the year of a decade ends in 0"};
    return Period{*y, 1, std::nullopt, 120};
  }
  if (rest.starts_with('-')) rest.remove_prefix(1);
  if (rest.size() != 2 || rest.front() != 'q') return std::nullopt;
  const auto quarter = read_number(rest.substr(1), 1);
  return quarter ? quarter_of(*y, *quarter) : std::nullopt;
}

std::optional<unsigned> read_month(std::string_view word) {
  if (word.ends_with('.')) word.remove_suffix(1);
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint point = decode(word, at);
    const CharacterClass kind = classify(point.value);
    if (kind != CharacterClass::kWord && kind != CharacterClass::kIgnored) return std::nullopt;
    at += point.bytes;
  }
  constexpr std::size_t kLongestMonth = 16;
  std::string folded;
  append_folded(word, kLongestMonth, folded);
  const auto found = find_month(folded);
  if (!found) return std::nullopt;
  return unsigned{*found};
}

// "5", "05", "5th".
std::optional<unsigned> read_day(std::string_view word) {
  for (const std::string_view ordinal : {"st", "nd", "rd", "th"}) {
    if (word.ends_with(ordinal)) {
      word.remove_suffix(ordinal.size());
      break;
    }
  }
  if (word.empty() || word.size() > 2) return std::nullopt;
  return read_number(word, word.size());
}

struct Part {
  char kind = '?';  // y: four digits, d: one or two, m: the name of a month, q: a quarter
  unsigned value = 0;
};

Part part_of(std::string_view word) {
  if (const auto y = read_number(word, 4)) return {'y', *y};
  if (const auto d = read_day(word)) return {'d', *d};
  if (word.size() == 2 && word.front() == 'q') {
    if (const auto quarter = read_number(word.substr(1), 1)) return {'q', *quarter};
  }
  if (const auto m = read_month(word)) return {'m', *m};
  return {};
}

// The names of a month or a quarter with what belongs to them, in the orders in use.
PeriodReading read_names(const std::vector<std::string>& words) {
  constexpr unsigned kLongestMonthDays = 31;
  std::vector<Part> parts;
  std::string shape;
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::string_view word = words[i];
    if (i + 1 < words.size() && word.ends_with(',')) word.remove_suffix(1);
    parts.push_back(part_of(word));
    shape += parts.back().kind;
  }
  const auto value = [&](std::size_t i) { return parts[i].value; };
  if (shape == "my") return Period{value(1), value(0), std::nullopt, 1};
  if (shape == "qy") return quarter_of(value(1), value(0));
  if (shape == "dmy") return Period{value(2), value(1), value(0), 1};
  if (shape == "mdy") return Period{value(2), value(0), value(1), 1};
  if (shape == "mdd" || shape == "dmd" || shape == "qd") return Wrong{std::string(kShortYear)};
  if (shape == "md" && value(1) > kLongestMonthDays) return Wrong{std::string(kShortYear)};
  if (shape == "m" || shape == "md" || shape == "dm" || shape == "q") {
    return Wrong{std::string(kNoYear)};
  }
  return std::nullopt;
}

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
  const auto* found = std::ranges::find(kUnits, word, &Unit::name);
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

// Whether the words, in lower case, tell a period from today.
bool is_relative_period(std::span<const std::string> words) {
  if (words.size() == 1) return words[0] == "today" || words[0] == "yesterday";
  if (words.size() == 2) {
    const Unit* unit = find_unit(words[1]);
    return (words[0] == "this" || words[0] == "last") && unit != nullptr && unit->name != "day";
  }
  return words.size() == 3 && words[0] == "last" && read_count(words[1]) > 0 &&
         find_units(words[2]) != nullptr;
}

// Its days. `today` must be a day; the years are not held within any bounds.
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

PeriodReading read_relative(const std::vector<std::string>& words, year_month_day today) {
  if (!is_relative_period(words)) return std::nullopt;
  if (!today.ok()) return Wrong{"cannot be read here: it is not known what day it is"};
  return relative_period(words, today);
}

PeriodReading read(std::string_view text, const std::vector<std::string>& words,
                   year_month_day today) {
  if (words.size() == 1) {
    if (auto figures = read_figures(words.front())) return figures;
    if (auto figures = read_figures_and_letter(words.front())) return figures;
    if (auto advice = advice_on_numbers(text)) return Wrong{*std::move(advice)};
  }
  if (auto names = read_names(words)) return names;
  return read_relative(words, today);
}

std::variant<DayRange, Wrong> days_of(const Period& period) {
  const auto wrong = [](std::string reason) { return Wrong{"is not a date: " + reason}; };
  if (period.month > 12) return wrong(fmt::format("there is no month {}", period.month));
  const year_month first = year{static_cast<int>(period.year)} / month{period.month};
  const year_month_day last_day = (first + months{static_cast<int>(period.months) - 1}) / last;
  if (!period.day) return DayRange{year_month_day{first / 1}, last_day};
  if (*period.day == 0 || *period.day > unsigned{last_day.day()}) {
    return wrong(fmt::format("{:04}-{:02} has {} days", period.year, period.month,
                             unsigned{last_day.day()}));
  }
  const year_month_day exactly = first / day{*period.day};
  return DayRange{exactly, exactly};
}

std::variant<DayRange, Wrong> within_bounds(DayRange range) {
  if (range.first->year() >= kFirstYear && range.last->year() <= kLastYear) return range;
  return Wrong{
      fmt::format("is not a date: years run from {} to {}", int{kFirstYear}, int{kLastYear})};
}

// Lower-case ASCII, apart by blanks; more than any period has are not told apart.
std::vector<std::string> words_of(std::string_view text) {
  constexpr std::size_t kMostWords = 4;
  std::vector<std::string> words;
  for (std::size_t at = 0; at < text.size() && words.size() < kMostWords;) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) words.push_back(ascii::lower(text.substr(at, end - at)));
    at = end + 1;
  }
  return words;
}

}  // namespace

std::variant<DayRange, DateMistake> read_period(std::string_view text, year_month_day today) {
  const PeriodReading reading = read(text, words_of(text), today);
  if (!reading) return DateMistake{0, fmt::format("'{}' is not a date; {}", text, kForms), false};
  std::variant<DayRange, Wrong> days;
  if (const auto* period = std::get_if<Period>(&*reading)) days = days_of(*period);
  if (const auto* range = std::get_if<DayRange>(&*reading)) days = *range;
  if (const auto* wrong = std::get_if<Wrong>(&*reading)) days = *wrong;
  if (const auto* range = std::get_if<DayRange>(&days)) days = within_bounds(*range);
  if (const auto* range = std::get_if<DayRange>(&days)) return *range;
  return DateMistake{0, fmt::format("'{}' {}", text, std::get<Wrong>(days).what), true};
}

}  // namespace dateline::searcher
