// Reads dates as newspapers, agencies, JSON exports and HTTP headers print them.
//
// The whole text must be the date: what is left over makes it no date, so that a line of prose
// which begins with one ("March 2004 was wet") is never taken for a date line. Blanks around it, a
// weekday, and small words ("Published:", "um", "de") are part of a date; a control character ends
// it. All functions are thread-safe, take any bytes and read no further than kMaxDateBytes.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string_view>

#include "common/publication_time.h"

namespace dateline::indexer {

// A longer text is no date.
inline constexpr std::size_t kMaxDateBytes = 96;

// Understands, with or without a time of day and a zone after it:
//   2023-01-13T09:41:00.5+05:30  20230113T094100Z  2017-05-01 14:04:36  20061020  20061020181500
//   Fri Oct 20, 2006 6:15pm EDT  Jan 13, 2023 / 09:41 AM IST  13th January, 2023  Feb. 26, 1987
//   26-FEB-1987 15:01:01.79      Fri, 13 Jan 2023 09:41:00 GMT  Sunday, 06-Nov-94 08:49:37 GMT
//   Sun Nov  6 08:49:37 1994     13. Januar 2023, 9.41 Uhr      13 de enero de 2023
//   13/12/2017  13.12.2017       day first; month first only where day first is impossible
//   March 2004  2004-03  3/2004  a month
//   1673600000                   ten digits alone: seconds since 1970, in UTC
//
// The local day as printed stays; a zone only sets utc_offset. A zone abbreviation that is unknown
// or depends on the season (ET) is passed over. Midnight is a time of day like any other.
//
// Returns nothing for a weekday, a bare year, a day without its year, and for days and times that
// do not exist. `origin` of the result is not set.
std::optional<PublicationTime> parse_date_text(std::string_view text);

// Reads a day printed without its year: "Feb 26", "26 February", "Friday, Feb. 26". February 29 is
// one.
std::optional<std::chrono::month_day> parse_yearless_day(std::string_view text);

// Whether the text is the name of a weekday and no more: "Friday", "(Fri.)".
bool is_weekday(std::string_view text);

}  // namespace dateline::indexer
