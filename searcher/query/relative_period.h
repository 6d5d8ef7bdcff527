// Periods that are told from today: yesterday, last week, last 30 days. What each means is said in
// period.h.
#pragma once

#include <chrono>
#include <optional>
#include <span>
#include <string>

#include "common/publication_time.h"

namespace dateline::searcher {

// Whether the words, in lower case, tell a period from today.
bool is_relative_period(std::span<const std::string> words);

// Its days. `today` must be a day and the words as above; the years are not held within any bounds.
DayRange relative_period(std::span<const std::string> words, std::chrono::year_month_day today);

}  // namespace dateline::searcher
