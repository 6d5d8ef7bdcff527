// The grammar of printed dates: what a text says that is one date in plain letters and no more.
#pragma once

#include <optional>
#include <string_view>

#include "common/publication_time.h"
#include "indexer/enrichment/day_order.h"

namespace dateline::indexer {

struct DateGrammar {
  DayOrder order = DayOrder::kDayFirst;  // of numbers that can be read both ways
  bool year_alone = false;               // whether "1899" is a date, and "2020-00-00"
};

// Reads what DateScanner takes apart (see parse_date_text() for the forms), and ISO 8601's days of
// the year ("2020-002") and of the week ("2020-W01-4"). Sets `doubt`, but no origin.
//
// Of two digits the century is the last in which the day is not to come. Dates of three such
// numbers are read where one reading is possible, of which a year in front is the last choice
// with '/' and '.'. Thread-safe.
std::optional<PublicationTime> read_plain_date(std::string_view text, const DateGrammar& grammar);

// The same day with day and month exchanged; `time.doubt.order` is kEither.
PublicationTime with_day_and_month_exchanged(const PublicationTime& time);

// The year that this program runs in, by the system's clock.
int current_year();

}  // namespace dateline::indexer
