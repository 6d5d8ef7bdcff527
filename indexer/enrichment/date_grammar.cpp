#include "indexer/enrichment/date_grammar.h"

#include <algorithm>
#include <array>

#include "indexer/enrichment/characters.h"
#include "indexer/enrichment/date_scanner.h"

namespace dateline::indexer {
namespace {

using std::chrono::day;
using std::chrono::days;
using std::chrono::local_days;
using std::chrono::minutes;
using std::chrono::month;
using std::chrono::year;
using std::chrono::year_month_day;
using Order = DateDoubt::Order;

constexpr unsigned kMonths = 12;

struct CalendarDate {
  unsigned year = 0;
  std::optional<unsigned> month{};  // nothing: a year
  std::optional<unsigned> day{};    // nothing: a month
  DateDoubt doubt{};
};

bool exists(int year_number, unsigned month_number, unsigned day_number) {
  return year_month_day{year{year_number}, month{month_number}, day{day_number}}.ok();
}

// Newspapers have been printed since 1605. A year before is one of another calendar (1398 of the
// Persian, 1441 of the Islamic), and so is one far ahead (2563 of the Thai).
constexpr unsigned kFirstYear = 1600;
constexpr unsigned kLastYear = 2099;

// The last century in which the year is not to come.
unsigned full_year(unsigned two_digits) {
  constexpr unsigned kCentury = 100;
  const auto now = static_cast<unsigned>(current_year());
  const unsigned of_this_century = now / kCentury * kCentury + two_digits;
  return of_this_century <= now ? of_this_century : of_this_century - kCentury;
}

CalendarDate with_short_year(unsigned two_digits, unsigned month_number, unsigned day_number) {
  CalendarDate date{full_year(two_digits), month_number, day_number};
  date.doubt.short_year = true;
  return date;
}

bool is_joined_by(const DateScanner& scanned, std::string_view signs) {
  const char sign = scanned.part(1).separator;
  if (sign == 0 || signs.find(sign) == std::string_view::npos) return false;
  return scanned.shape().size() < 3 || scanned.part(2).separator == sign;
}

// Day and month, in one of two orders, before the year.
CalendarDate in_order(unsigned first, unsigned second, unsigned year_number,
                      const DateGrammar& grammar) {
  CalendarDate date{year_number, second, first};
  if (first > kMonths || second > kMonths) {
    const bool month_first = second > kMonths;
    if (month_first) std::swap(date.month, date.day);
    date.doubt.order = month_first ? Order::kMonthFirst : Order::kDayFirst;
  } else if (first != second) {
    if (grammar.order == DayOrder::kMonthFirst) std::swap(date.month, date.day);
    date.doubt.order = Order::kEither;
  }
  return date;
}

// "12/31/99": three numbers of two digits.
std::optional<CalendarDate> read_short(const DateScanner& scanned, const DateGrammar& grammar) {
  const unsigned first = scanned.part(0).value;
  const unsigned second = scanned.part(1).value;
  const unsigned third = scanned.part(2).value;
  constexpr std::size_t kYearDigits = 2;
  const auto is_day = [](unsigned year_number, unsigned month_number, unsigned day_number) {
    return exists(static_cast<int>(full_year(year_number % 100)), month_number, day_number);
  };
  const bool year_last = scanned.part(2).digits == kYearDigits &&
                         (is_day(third, second, first) || is_day(third, first, second));
  const bool year_first = scanned.part(0).digits == kYearDigits && is_day(first, second, third);
  const bool hyphens = scanned.part(1).separator == '-' || scanned.part(1).separator == '_';
  if (!year_last && scanned.part(2).digits != kYearDigits) return std::nullopt;
  if (year_first && !year_last) return with_short_year(first, second, third);
  if (!year_last || (hyphens && year_first)) return std::nullopt;
  CalendarDate date = in_order(first, second, full_year(third), grammar);
  date.doubt.short_year = true;
  return date;
}

// Dates of numbers alone must join them by one sign throughout.
std::optional<CalendarDate> read_numbers(const DateScanner& scanned, const DateGrammar& grammar) {
  const std::string_view shape = scanned.shape();
  if (scanned.has_cut_year() || !is_joined_by(scanned, "-/._")) return std::nullopt;
  const unsigned first = scanned.part(0).value;
  const unsigned second = scanned.part(1).value;
  const auto year_or_month = [&](unsigned year_number, unsigned month_number) {
    return month_number == 0 && grammar.year_alone ? CalendarDate{year_number}
                                                   : CalendarDate{year_number, month_number};
  };
  if (shape == "yd") return year_or_month(first, second);
  if (shape == "dy") return year_or_month(second, first);
  const unsigned third = shape.size() == 3 ? scanned.part(2).value : 0;
  if (shape == "ydd") {
    if (third == 0 && grammar.year_alone) return year_or_month(first, second);
    return CalendarDate{first, second, third};
  }
  if (shape == "ddy") return in_order(first, second, third, grammar);
  if (shape == "ddd") return read_short(scanned, grammar);
  return std::nullopt;
}

// A day and a month by name, with a year in full or behind an apostrophe.
std::optional<CalendarDate> read_named(const DateScanner& scanned) {
  const std::string_view shape = scanned.shape();
  const auto value = [&](std::size_t i) { return scanned.part(i).value; };
  const std::size_t year_at = shape.find('y');
  if (year_at == std::string_view::npos) {
    // "2 Jan 20"; but "Jan 2 20" may have lost its century's digits to a clock.
    return shape == "dmd" && scanned.part(2).digits == 2
               ? std::optional(with_short_year(value(2), value(1), value(0)))
               : std::nullopt;
  }
  const std::size_t month_at = shape.find('m');
  const std::size_t day_at = shape.find('d');
  CalendarDate date{value(year_at), value(month_at)};
  if (day_at != std::string_view::npos) date.day = value(day_at);
  if (scanned.has_cut_year()) {
    date.year = full_year(date.year);
    date.doubt.short_year = true;
  }
  return date;
}

std::optional<CalendarDate> read_calendar(const DateScanner& scanned, const DateGrammar& grammar) {
  constexpr auto kNamed =
      std::to_array<std::string_view>({"dmd", "dmy", "mdy", "my", "ydm", "ym", "ymd"});
  const std::string_view shape = scanned.shape();
  if (shape.find('m') != std::string_view::npos) {
    const bool is_date = std::ranges::find(kNamed, shape) != kNamed.end();
    return is_date ? read_named(scanned) : std::nullopt;
  }
  if (shape == "y") {
    constexpr unsigned kFirst = 1500;  // a lower number in a field of dates is none
    const unsigned number = scanned.part(0).value;
    const bool is_year = grammar.year_alone && !scanned.has_cut_year() && !scanned.time_of_day() &&
                         !scanned.has_weekday() && number >= kFirst &&
                         number <= static_cast<unsigned>(current_year()) + 1;
    return is_year ? std::optional(CalendarDate{number}) : std::nullopt;
  }
  return shape.size() < 2 ? std::nullopt : read_numbers(scanned, grammar);
}

std::optional<PublicationTime> to_time(const CalendarDate& date, const DateScanner& scanned) {
  if (date.year < kFirstYear || date.year > kLastYear) return std::nullopt;
  const year_month_day printed{year{static_cast<int>(date.year)}, month{date.month.value_or(1)},
                               day{date.day.value_or(1)}};
  const auto time_of_day = scanned.time_of_day();
  if (!printed.ok() || (!date.day && time_of_day)) return std::nullopt;

  PublicationTime time;
  time.local = local_days{printed} + time_of_day.value_or(minutes{0});
  if (time_of_day) time.utc_offset = scanned.utc_offset();
  time.precision = !date.month   ? Precision::kYear
                   : !date.day   ? Precision::kMonth
                   : time_of_day ? Precision::kMinute
                                 : Precision::kDay;
  time.doubt = date.doubt;
  time.doubt.american = scanned.has_american_zone();
  time.doubt.of_update = scanned.of_update();
  return time;
}

std::optional<unsigned> read_digits(std::string_view text) {
  unsigned value = 0;
  for (const char c : text) {
    if (!is_digit(c)) return std::nullopt;
    value = value * 10 + static_cast<unsigned>(c - '0');
  }
  return value;
}

std::optional<PublicationTime> to_day(local_days on) {
  PublicationTime time;
  time.local = on;
  time.precision = Precision::kDay;
  return time;
}

// "2020-002", "2020-W01-4", "2020W014": days of the year and of the week.
std::optional<PublicationTime> read_iso_ordinal(std::string_view text) {
  const auto year_number = read_digits(text.substr(0, 4));
  if (!year_number || *year_number < kFirstYear) return std::nullopt;
  const local_days first{year{static_cast<int>(*year_number)} / 1 / 1};
  const bool ordinal = text.size() == 8 && text[4] == '-';
  if (ordinal) {
    const auto of_year = read_digits(text.substr(5));
    const unsigned year_days = year{static_cast<int>(*year_number)}.is_leap() ? 366 : 365;
    if (!of_year || *of_year == 0 || *of_year > year_days) return std::nullopt;
    return to_day(first + days{*of_year - 1});
  }
  const bool dashed = text.size() == 10;
  if (to_lower(text[dashed ? 5 : 4]) != 'w') return std::nullopt;
  if (dashed && (text[4] != '-' || text[8] != '-')) return std::nullopt;
  const auto week = read_digits(text.substr(dashed ? 6 : 5, 2));
  const auto weekday = read_digits(text.substr(dashed ? 9 : 7, 1));
  if (!week || !weekday || *week == 0 || *week > 53 || *weekday == 0 || *weekday > 7) {
    return std::nullopt;
  }
  // Week 1 holds the fourth of January.
  const local_days fourth = first + days{3};
  const unsigned from_monday = std::chrono::weekday{fourth}.iso_encoding() - 1;
  const local_days monday = fourth - days{from_monday};
  return to_day(monday + days{7 * (*week - 1) + *weekday - 1});
}

}  // namespace

int current_year() {
  static const int year_number = [] {
    const auto today = std::chrono::floor<days>(std::chrono::system_clock::now());
    return static_cast<int>(year_month_day{today}.year());
  }();
  return year_number;
}

std::optional<PublicationTime> read_plain_date(std::string_view text, const DateGrammar& grammar) {
  DateScanner scanner(text);
  if (scanner.scan()) {
    const auto date = read_calendar(scanner, grammar);
    return date ? to_time(*date, scanner) : std::nullopt;
  }
  constexpr std::size_t kOrdinalSizes[] = {8, 10};
  return std::ranges::find(kOrdinalSizes, text.size()) != std::end(kOrdinalSizes) &&
                 is_digit(text.front())
             ? read_iso_ordinal(text)
             : std::nullopt;
}

PublicationTime with_day_and_month_exchanged(const PublicationTime& time) {
  const local_days on = std::chrono::floor<days>(time.local);
  const year_month_day printed{on};
  PublicationTime exchanged = time;
  exchanged.local = local_days{printed.year() / static_cast<int>(unsigned{printed.day()}) /
                               static_cast<int>(unsigned{printed.month()})} +
                    (time.local - on);
  return exchanged;
}

}  // namespace dateline::indexer
