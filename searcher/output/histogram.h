// A timeline drawn as bars, a line a period.
//
// Up to kMostEmpty periods without articles in a row are lines of their own, more are one line that
// says how many. What would be more than kMostLines lines is drawn by a longer period, and says so,
// unless the width is not limited: a file holds all.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "searcher/facets/facets.h"

namespace dateline::searcher {

inline constexpr std::size_t kMostEmpty = 3;
inline constexpr std::size_t kMostLines = 100;
inline constexpr std::size_t kPlainBarColumns = 40;  // where the width is not limited

// "█████▌": `count` of `most` in a bar of so many columns at most, to an eighth of a column; at
// least an eighth unless it is none.
std::string bar(std::uint64_t count, std::uint64_t most, std::size_t columns);

// The timeline as it fits into kMostLines lines, or by year.
Timeline fit_for_lines(const Timeline& timeline);

// Lines without their ends, "2023-01-13  12  ██████▌" or "…  17 days". `columns`: the width of a
// line, 0 where it is not limited.
std::vector<std::string> histogram_lines(const Timeline& timeline, std::size_t columns);

}  // namespace dateline::searcher
