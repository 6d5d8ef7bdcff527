// Reads dates as newspapers, agencies, JSON exports and HTTP headers print them, in the languages of
// newspapers.
//
// A line of text and a field that is known to be a date are asked of different functions: prose
// that begins with a date ("March 2004 was wet") is no date line, but in a field of dates it is one
// with a remainder. All functions are thread-safe, take any bytes and read no further than
// kMaxDateBytes. A control character ends the text.
//
// English, machine forms and five more languages are read by one scanner of bytes. What it cannot
// read is folded and looked up in the words of all languages (calendar_lexicon.h), which are loaded
// when the first such text is met.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string_view>

#include "common/publication_time.h"
#include "indexer/enrichment/day_order.h"

namespace dateline::indexer {

// A longer text is no date.
inline constexpr std::size_t kMaxDateBytes = 192;

// A line that is a date and nothing else. Understands, with or without a time of day and a zone:
//   2023-01-13T09:41:00.5+05:30  20230113T094100Z  2017-05-01 14:04:36  20061020  20061020181500
//   2023-01-13T09Z  2023_01_13   2023-013          2023-W02-5
//   Fri Oct 20, 2006 6:15pm EDT  Jan 13, 2023 / 09:41 AM IST  13th January, 2023  Feb. 26, 1987
//   26-FEB-1987 15:01:01.79      Fri, 13 Jan 2023 09:41:00 GMT  Sunday, 06-Nov-94 08:49:37 GMT
//   Sun Nov  6 08:49:37 1994     13. Januar 2023, 9.41 Uhr      13 de enero de 2023
//   13 января 2023 г.            2023年1月13日                  ngày 13 tháng 1 năm 2023
//   13/12/2017  13.12.2017       12/31/99  2 Jan 20  Jan 2, '20
//   March 2004  2004-03  3/2004  May/June 2020   a month
//   Jan. 2-3, 2020               of a range or a list the first
//   1673600000                   ten digits alone: seconds since 1970, in UTC
//   Updated 5 Jan 2020, Published 2 Jan 2020     the publication, whatever the order
//   January 2, 2020 Thursday Late Edition - Final         Sunday, January 2, 2020; A01
//
// The local day as printed stays; a zone only sets utc_offset. A zone abbreviation that is unknown
// or depends on the season (ET) is passed over, and so is midnight in words or as 24:00, which is
// of two days.
//
// `order` is how numbers are read of which each may be the day. `doubt` of the result says that
// they may, and what else the text left open.
//
// Returns nothing for a weekday, a bare year, a day without its year, for days and times that do
// not exist, and where languages differ on what a word means. `origin` of the result is not set.
std::optional<PublicationTime> parse_date_text(std::string_view text,
                                               DayOrder order = DayOrder::kDayFirst);

// A field that is known to be a date. Beside the above:
//   - any remainder that holds no part of a second date, and a clock that cannot be read, which
//     costs the clock alone;
//   - epochs in seconds to nanoseconds, "/Date(1577836800000)/" (see epoch_date.h);
//   - a year: "1899", "1899-00-00", "Summer 1899", "c. 1899"; with a month "1899-05-00".
std::optional<PublicationTime> parse_date_field(std::string_view text,
                                                DayOrder order = DayOrder::kDayFirst);

// Reads a day printed without its year: "Feb 26", "26 February", "Friday, Feb. 26". February 29 is
// one.
std::optional<std::chrono::month_day> parse_yearless_day(std::string_view text);

// Whether the text is the name of a weekday and no more: "Friday", "(Fri.)".
bool is_weekday(std::string_view text);

}  // namespace dateline::indexer
