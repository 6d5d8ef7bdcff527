#include "common/publication_time.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <limits>

namespace dateline {
namespace {

using std::chrono::days;
using std::chrono::local_days;
using std::chrono::local_time;
using std::chrono::minutes;
using std::chrono::year_month_day;

constexpr local_days kEpoch{std::chrono::January / 1 / 1000};
constexpr unsigned kPrecisionBits = 2;
constexpr DateCode kPrecisionMask = (1u << kPrecisionBits) - 1;
// Never issued, so that a range which begins after all that can be coded is empty.
constexpr DateCode kBeyond = std::numeric_limits<DateCode>::max();
constexpr std::int64_t kMinutesEnd = kBeyond >> kPrecisionBits;

// The code of a minute, clamped to kUndated before all codes and kBeyond after them.
DateCode clamped_code(local_time<minutes> time, Precision precision) {
  const std::int64_t since_epoch = (time - kEpoch).count();
  if (since_epoch < 0) return kUndated;
  if (since_epoch >= kMinutesEnd) return kBeyond;
  const auto finest = static_cast<DateCode>(precision) - static_cast<DateCode>(Precision::kYear);
  return static_cast<DateCode>(since_epoch) << kPrecisionBits | finest;
}

local_time<minutes> floor_to(local_time<minutes> time, Precision precision) {
  const local_days day = std::chrono::floor<days>(time);
  if (precision == Precision::kMinute) return time;
  if (precision == Precision::kDay) return day;
  const year_month_day date{day};
  const bool of_year = precision == Precision::kYear;
  return local_days{date.year() / (of_year ? std::chrono::January : date.month()) / 1};
}

std::optional<unsigned> read_digits(std::string_view text) {
  unsigned value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + static_cast<unsigned>(c - '0');
  }
  return value;
}

}  // namespace

year_month_day PublicationTime::day() const {
  return year_month_day{std::chrono::floor<days>(local)};
}

std::string to_iso(year_month_day day) {
  return fmt::format("{:04}-{:02}-{:02}", int{day.year()}, unsigned{day.month()},
                     unsigned{day.day()});
}

std::string to_iso(const PublicationTime& time) {
  if (!time.dated()) return "";
  const std::string iso = to_iso(time.day());
  if (time.precision == Precision::kYear) return iso.substr(0, iso.find('-'));
  if (time.precision == Precision::kMonth) return iso.substr(0, iso.rfind('-'));
  if (time.precision == Precision::kDay) return iso;

  const auto of_day = (time.local - std::chrono::floor<days>(time.local)).count();
  const std::string minute = fmt::format("{}T{:02}:{:02}", iso, of_day / 60, of_day % 60);
  if (!time.utc_offset) return minute;
  const auto offset = time.utc_offset->count();
  const auto size = std::abs(offset);
  return minute + fmt::format("{}{:02}:{:02}", offset < 0 ? '-' : '+', size / 60, size % 60);
}

std::string_view to_string(Precision precision) {
  constexpr std::array<std::string_view, 5> kNames = {"none", "year", "month", "day", "minute"};
  return kNames.at(static_cast<std::size_t>(precision));
}

std::string_view to_string(DateOrigin origin) {
  constexpr std::array<std::string_view, 5> kNames = {"none", "field", "header", "dateline",
                                                      "path"};
  return kNames.at(static_cast<std::size_t>(origin));
}

std::optional<year_month_day> parse_day(std::string_view text) {
  const bool dashed = text.size() == 10;
  if (!dashed && text.size() != 8) return std::nullopt;
  if (dashed && (text[4] != '-' || text[7] != '-')) return std::nullopt;

  const std::size_t dash = dashed ? 1 : 0;
  const auto year = read_digits(text.substr(0, 4));
  const auto month = read_digits(text.substr(4 + dash, 2));
  const auto day = read_digits(text.substr(6 + 2 * dash, 2));
  if (!year || !month || !day) return std::nullopt;

  const year_month_day date{std::chrono::year{static_cast<int>(*year)}, std::chrono::month{*month},
                            std::chrono::day{*day}};
  if (!date.ok()) return std::nullopt;
  return date;
}

DateCode to_date_code(const PublicationTime& time) {
  if (!time.dated()) return kUndated;
  const DateCode code = clamped_code(floor_to(time.local, time.precision), time.precision);
  return code == kBeyond ? kUndated : code;
}

PublicationTime from_date_code(DateCode code) {
  PublicationTime time;
  if (code == kUndated || code == kBeyond) return time;
  time.local = kEpoch + minutes{code >> kPrecisionBits};
  time.precision =
      static_cast<Precision>((code & kPrecisionMask) + static_cast<DateCode>(Precision::kYear));
  return time;
}

bool DayRange::contains(DateCode code) const {
  const PublicationTime time = from_date_code(code);
  if (!time.dated()) return false;
  local_days begin = std::chrono::floor<days>(time.local);
  local_days end = begin;
  if (time.precision < Precision::kDay) {
    const year_month_day date{begin};
    const bool of_year = time.precision == Precision::kYear;
    begin = local_days{date.year() / (of_year ? std::chrono::January : date.month()) / 1};
    end = local_days{date.year() / (of_year ? std::chrono::December : date.month()) /
                     std::chrono::last};
  }
  return (!first || begin >= local_days{*first}) && (!last || end <= local_days{*last});
}

DateCode DayRange::lowest() const {
  constexpr DateCode kLowestDated = 1;
  if (!first) return kLowestDated;
  return std::max(kLowestDated, clamped_code(local_days{*first}, Precision::kYear));
}

DateCode DayRange::highest() const {
  constexpr DateCode kHighestDated = kBeyond - 1;
  if (!last) return kHighestDated;
  const auto last_minute = local_days{*last} + days{1} - minutes{1};
  return std::min(kHighestDated, clamped_code(last_minute, Precision::kMinute));
}

}  // namespace dateline
