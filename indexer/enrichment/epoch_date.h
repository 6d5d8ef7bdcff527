// Times that programs count from 1970 on, as JSON exports hold them.
#pragma once

#include <optional>
#include <string_view>

#include "common/publication_time.h"

namespace dateline::indexer {

// Seconds of ten digits, alone: no date is printed so. Nothing beyond the year 2100, where an id or
// a telephone number is more likely.
std::optional<PublicationTime> read_epoch_seconds(std::string_view text);

// The text of a field that is a date: seconds (nine or ten digits), milliseconds (12, 13),
// microseconds (15, 16) and nanoseconds (18, 19), with a sign, a fraction or an exponent;
// "/Date(1577836800000+0100)/", and numbers of a day that a table wrote with a fraction
// ("20200102.0"). A negative number has five digits or more: -1 stands for nothing. What may be
// YYYYMMDD and the like is left to the grammar. UTC, but for Date() with a zone.
std::optional<PublicationTime> read_epoch(std::string_view text);

}  // namespace dateline::indexer
