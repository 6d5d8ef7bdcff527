// One day, week, month, quarter, year or decade, as people write it in a query or after --since.
//
//   by numbers   1987   1987-03   1987-03-05   19870305   2008q3   2008-q3   1980s
//   by names     feb 1987   5 feb 1987   feb 5 1987   feb 5, 1987   5th February 1987   q3 2008
//   by today     today   yesterday   this week   last month   last quarter   last 30 days
//
// Any case. Months by their names and abbreviations in the languages of common/month_names.h.
//
//   - this and last week, month, quarter and year are those of the calendar, whole; a week runs
//     from Monday to Sunday, as in ISO 8601. "last week" is the one before this week.
//   - "last 30 days" are 30 days of which the last is today; weeks count 7 days. "last 2 months"
//     (or quarters, years) begin the day after this day of the month two months ago, and end today:
//     on 31 March "last 1 month" are the days from 1 March, for 28 February is the day a month ago.
//   - A month or a day without its year, a year of two digits and 1/2/1987 are mistakes that say
//     what to write: to guess would find the wrong articles without a word.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <variant>

#include "common/publication_time.h"

namespace dateline::searcher {

// What a date code can hold; see common/publication_time.h.
inline constexpr std::chrono::year kFirstYear{1000};
inline constexpr std::chrono::year kLastYear{3041};

struct DateMistake {
  std::size_t offset = 0;  // bytes from the start of the text that was read
  std::string message;     // "'2023-13' is not a date: there is no month 13"
  bool was_meant = false;  // it has the form of a date, though it names none: "30 feb 1987"
};

// The days of the period, from its first to its last; never open. `today` is the day on which the
// query is asked, in the reader's zone; where it is no day ({}), "today" and the like are mistakes.
// Thread-safe, as are all functions of dates here.
std::variant<DayRange, DateMistake> read_period(std::string_view text,
                                                std::chrono::year_month_day today);

}  // namespace dateline::searcher
