// The dates of a query: a period, or a range between two.
#pragma once

#include <chrono>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "common/publication_time.h"
#include "searcher/query/period.h"

namespace dateline::searcher {

// A period, or two with ".." between them, either of which may be missing: the first day of the
// first to the last day of the last. Blanks around ".." are allowed. Mistakes are also "..", and a
// last day before the first.
std::variant<DayRange, DateMistake> read_day_range(std::string_view text,
                                                   std::chrono::year_month_day today);

// The longest date in words is "5 feb 1987 .. 6 mar 1988".
inline constexpr std::size_t kMaxDateWords = 7;

// How many of `words`, which stand apart by blanks after "date:", belong to the date: as many as
// read_day_range can read, so that in `date:feb 1987 flood` it is two. Where nothing can be read,
// as many as were meant for a date ("30 feb 1987"), at least one, so that the mistake names them
// all. 0 only where there are no words.
std::size_t longest_date(std::span<const std::string_view> words,
                         std::chrono::year_month_day today);

// The days in figures, whatever words they were typed in: "1980s", "1987", "2008q3", "1987-02",
// "1987-02-05" where that is the whole range, else both ends as days: "2001-09-11..",
// "1987-02-01..1988-03-31". read_day_range reads it back as `range` on any day, if the range is not
// open on both sides and its years are 1000 to 3041.
std::string to_query_text(const DayRange& range);

}  // namespace dateline::searcher
