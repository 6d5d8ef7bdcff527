// Which of two numbers of a printed date is the day.
#pragma once

#include <cstdint>

namespace dateline::indexer {

enum class DayOrder : std::uint8_t { kDayFirst, kMonthFirst };

}  // namespace dateline::indexer
