// What is counted of all articles that match, beside the hits: facets and a timeline. Values.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::searcher {

// The periods that articles are counted by, from short to long.
enum class Period : std::uint8_t { kDay, kMonth, kYear };

inline constexpr std::size_t kMostFacets = 16;  // fields of one search

struct FacetOptions {
  // As facet_mistake() accepts them, in the order to count them in.
  std::vector<std::string> fields;
  std::size_t values = 10;  // of each field, at most
  std::optional<Period> timeline;

  bool none() const { return fields.empty() && !timeline; }
};

struct CountedValue {
  std::string value;  // as printed in the archive; a year as "2023", a month as "2023-01"
  std::uint64_t articles = 0;
  bool operator==(const CountedValue&) const = default;
};

// All counts are of live matching articles and exact. An article with several values counts for
// each.
struct Facet {
  std::string field;
  std::vector<CountedValue> values;  // most articles first, equal ones in order of their bytes
  std::uint64_t different = 0;       // values in all, those that `values` has no room for included
  std::uint64_t without = 0;         // articles that have no value
};

// A day, month or year with articles.
struct CountedPeriod {
  std::chrono::year_month_day first{};
  Period length = Period::kDay;
  std::uint64_t articles = 0;
  bool operator==(const CountedPeriod&) const = default;
};

// The articles of `periods` and `undated` together are all that match.
struct Timeline {
  Period unit = Period::kDay;

  // Ascending; those without articles are left out. Articles that are known by a longer period only
  // count for that: by day a month stands before its days, and a year before its months.
  std::vector<CountedPeriod> periods;
  std::uint64_t undated = 0;
};

// The day after the last of the period.
std::chrono::sys_days end_of(const CountedPeriod& period);

// "2023-01-13", "2023-01", "2023": what date: takes.
std::string to_string(const CountedPeriod& period);

std::string_view to_string(Period period);  // "day", "month", "year"

// The same articles by a longer unit.
Timeline coarser(const Timeline& timeline, Period unit);

}  // namespace dateline::searcher
