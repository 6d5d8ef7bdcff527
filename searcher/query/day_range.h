// Dates as people write them in a query or after --since: "2023", "2023-01", "2023-01-13" and
// ranges.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>

#include "common/publication_time.h"

namespace dateline::searcher {

struct DateMistake {
  std::size_t offset = 0;  // bytes from the start of the text that was read
  std::string message;     // "there is no month 13 in '2023-13'"
};

// One year, month or day, as the range of its days. Never open.
std::variant<DayRange, DateMistake> read_period(std::string_view text);

// A period, or two with ".." between them, either of which may be missing: the first day of the
// first to the last day of the last. Mistakes are also "..", and a last day before the first.
std::variant<DayRange, DateMistake> read_day_range(std::string_view text);

// The shortest text that read_day_range reads back as `range`, which must not be open on both
// sides.
std::string to_query_text(const DayRange& range);

}  // namespace dateline::searcher
