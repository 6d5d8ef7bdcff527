#include "indexer/enrichment/date_text.h"

#include <algorithm>
#include <charconv>

#include "indexer/enrichment/characters.h"
#include "indexer/enrichment/date_scanner.h"

// No std::regex, locale or stream: an export of a million articles has several dates in each.
// date::parse of Howard Hinnant's library is a stream reader of one given format; it is the second
// opinion in the tests instead.

namespace dateline::indexer {
namespace {

using std::chrono::day;
using std::chrono::local_days;
using std::chrono::minutes;
using std::chrono::month;
using std::chrono::year;
using std::chrono::year_month_day;

struct CalendarDate {
  unsigned year = 0;
  unsigned month = 0;
  std::optional<unsigned> day{};  // nothing: a month
};

// POSIX: 69 to 99 are of the last century.
unsigned full_year(unsigned two_digits) {
  constexpr unsigned kPivot = 69;
  return two_digits < kPivot ? 2000 + two_digits : 1900 + two_digits;
}

bool is_joined_by(const DateScanner& scanned, std::string_view signs) {
  const char sign = scanned.part(1).separator;
  if (sign == 0 || signs.find(sign) == std::string_view::npos) return false;
  return scanned.shape().size() < 3 || scanned.part(2).separator == sign;
}

// Dates of numbers alone must join them by one sign throughout.
std::optional<CalendarDate> read_numbers(const DateScanner& scanned) {
  const std::string_view shape = scanned.shape();
  if (!is_joined_by(scanned, "-/.")) return std::nullopt;
  const unsigned first = scanned.part(0).value;
  const unsigned second = scanned.part(1).value;
  if (shape == "yd") return CalendarDate{first, second};
  if (shape == "dy") return CalendarDate{second, first};
  if (shape == "ydd") return CalendarDate{first, second, scanned.part(2).value};
  if (shape != "ddy") return std::nullopt;
  constexpr unsigned kMonths = 12;
  const unsigned year_number = scanned.part(2).value;
  if (second > kMonths) return CalendarDate{year_number, first, second};
  return CalendarDate{year_number, second, first};
}

std::optional<CalendarDate> read_calendar(const DateScanner& scanned) {
  const std::string_view shape = scanned.shape();
  const auto value = [&](std::size_t i) { return scanned.part(i).value; };
  if (shape == "dmy") return CalendarDate{value(2), value(1), value(0)};
  if (shape == "mdy") return CalendarDate{value(2), value(0), value(1)};
  if (shape == "ymd") return CalendarDate{value(0), value(1), value(2)};
  if (shape == "my") return CalendarDate{value(1), value(0)};
  if (shape == "ym") return CalendarDate{value(0), value(1)};
  if (shape == "dmd" && is_joined_by(scanned, "-")) {
    return CalendarDate{full_year(value(2)), value(1), value(0)};
  }
  return shape.size() < 2 ? std::nullopt : read_numbers(scanned);
}

std::optional<PublicationTime> to_time(const CalendarDate& date, const DateScanner& scanned) {
  constexpr unsigned kFirstYear = 1000;  // what a DateCode can hold
  constexpr unsigned kLastYear = 2999;
  if (date.year < kFirstYear || date.year > kLastYear) return std::nullopt;
  const year_month_day printed{year{static_cast<int>(date.year)}, month{date.month},
                               day{date.day.value_or(1)}};
  if (!printed.ok() || (!date.day && scanned.time_of_day())) return std::nullopt;

  PublicationTime time;
  time.local = local_days{printed} + scanned.time_of_day().value_or(minutes{0});
  time.utc_offset = scanned.utc_offset();
  time.precision = !date.day               ? Precision::kMonth
                   : scanned.time_of_day() ? Precision::kMinute
                                           : Precision::kDay;
  return time;
}

std::optional<PublicationTime> read_epoch_seconds(std::string_view digits) {
  constexpr std::int64_t kLatest = 4'102'444'800;  // the year 2100: beyond it, more likely an id
  std::int64_t seconds = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), seconds);
  if (digits.front() == '0' || seconds >= kLatest) return std::nullopt;
  PublicationTime time;
  time.local = local_days{} + minutes{seconds / 60};
  time.utc_offset = minutes{0};
  time.precision = Precision::kMinute;
  return time;
}

// Where wire codes begin: old agency records carry them behind the date.
std::size_t find_control(std::string_view text) {
  const auto is_control = [](char c) { return c >= '\0' && c < ' ' && !is_blank(c); };
  return static_cast<std::size_t>(std::ranges::find_if(text, is_control) - text.begin());
}

}  // namespace

// Ten digits alone are seconds since 1970: no date is printed so.
std::optional<PublicationTime> parse_date_text(std::string_view text) {
  constexpr std::size_t kEpochDigits = 10;
  text = trim(text.substr(0, find_control(text)));
  if (text.empty() || text.size() > kMaxDateBytes) return std::nullopt;
  if (text.size() == kEpochDigits && std::all_of(text.begin(), text.end(), is_digit)) {
    return read_epoch_seconds(text);
  }
  DateScanner scanner(text);
  if (!scanner.scan()) return std::nullopt;
  const auto date = read_calendar(scanner);
  return date ? to_time(*date, scanner) : std::nullopt;
}

std::optional<std::chrono::month_day> parse_yearless_day(std::string_view text) {
  if (text.size() > kMaxDateBytes) return std::nullopt;
  DateScanner scanner(text);
  if (!scanner.scan() || scanner.time_of_day()) return std::nullopt;
  const std::string_view shape = scanner.shape();
  if (shape != "md" && shape != "dm") return std::nullopt;
  const std::size_t month_at = shape == "md" ? 0 : 1;
  const std::chrono::month_day printed{month{scanner.part(month_at).value},
                                       day{scanner.part(1 - month_at).value}};
  if (!printed.ok()) return std::nullopt;
  return printed;
}

bool is_weekday(std::string_view text) {
  if (text.size() > kMaxDateBytes) return false;
  DateScanner scanner(text);
  return scanner.scan() && scanner.has_weekday() && scanner.shape().empty() &&
         !scanner.time_of_day();
}

}  // namespace dateline::indexer
