// When an article was published: a local time, how precisely it is known, and where it was found.
//
// The day printed on the article, in the paper's own zone, is the article's day: date searches and
// sorting use the local time and never convert between zones. All functions are thread-safe.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dateline {

enum class Precision : std::uint8_t { kNone = 0, kYear, kMonth, kDay, kMinute };  // ascending
enum class DateOrigin : std::uint8_t { kNone = 0, kField, kHeader, kDateline, kPath };

// What the print of a date leaves open, for whoever knows its archive to decide. Not stored.
struct DateDoubt {
  // How a date of numbers told its day from its month, if not by its form or by a name.
  enum class Order : std::uint8_t {
    kTold,
    kDayFirst,    // month first is impossible: "13/1/2020"
    kMonthFirst,  // day first is impossible: "1/13/2020"
    kEither,      // both are possible: "1/2/2020"
  };
  Order order = Order::kTold;
  bool american = false;  // a zone of the United States stands beside it, or the archive is theirs
  bool short_year = false;  // two digits: the century is a guess
  bool of_update = false;   // the print says that it is the day of a later version
  bool operator==(const DateDoubt&) const = default;
};

struct PublicationTime {
  std::chrono::local_time<std::chrono::minutes> local{};  // of a year, month or day its start
  std::optional<std::chrono::minutes> utc_offset;         // only where the source printed a zone
  Precision precision = Precision::kNone;                 // kNone: undated, all else is meaningless
  DateOrigin origin = DateOrigin::kNone;
  DateDoubt doubt{};

  bool dated() const { return precision != Precision::kNone; }
  std::chrono::year_month_day day() const;
  bool operator==(const PublicationTime&) const = default;
};

// "2023-01-13T09:41+05:30", "2023-01-13T09:41", "2023-01-13", "2023-01", "2023"; "" when undated.
std::string to_iso(const PublicationTime& time);

std::string to_iso(std::chrono::year_month_day day);  // "2023-01-13"

std::string_view to_string(Precision precision);  // "none", "year", "month", "day", "minute"
std::string_view to_string(DateOrigin origin);    // "none", "field", "header", "dateline", "path"

// Reads "1987-02-26" or "19870226". Returns nothing for any other shape and for days that do not
// exist (1987-02-29).
std::optional<std::chrono::year_month_day> parse_day(std::string_view text);

// A publication time packed into 32 bits for the date column of the text index: 0 is undated, else
// (minutes since 1000-01-01T00:00 << 2) | precision, from 0 for a year to 3 for a minute. Codes
// sort by time, a year or month before its days. Years 1000 to July 3041; anything outside is undated,
// and so is the year 1000 alone, whose code would be 0.
using DateCode = std::uint32_t;
inline constexpr DateCode kUndated = 0;

DateCode to_date_code(const PublicationTime& time);
PublicationTime from_date_code(DateCode code);  // without zone, origin and doubt

// A range of days, both ends inside; a missing end is open.
struct DayRange {
  std::optional<std::chrono::year_month_day> first;
  std::optional<std::chrono::year_month_day> last;

  // An article known by year or month only is inside when all of that is. Undated is never inside.
  bool contains(DateCode code) const;

  // Every code inside lies in [lowest(), highest()]; the reverse holds for days and minutes.
  DateCode lowest() const;
  DateCode highest() const;
  bool operator==(const DayRange&) const = default;
};

}  // namespace dateline
