// Which of two numbers is the day, decided for a whole archive: a single 1/13/2020 tells it of all
// its 1/2/2020.
//
// An archive is read in parallel and written while it is read, so what a date near its end tells is
// known too late for those before. The first reading decides by what is beside a date and notes
// what it met; where that proves it wrong, the archive is read once more with what is known then.
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/article.h"
#include "indexer/enrichment/day_order.h"

namespace dateline::indexer {

// What the dates of one source tell.
struct DayEvidence {
  std::uint64_t only_day_first = 0;  // dates of numbers that cannot be read the other way
  std::uint64_t only_month_first = 0;
  std::uint64_t read_day_first = 0;  // those that can, decided by zone, language or guess
  std::uint64_t read_month_first = 0;
  std::uint64_t guessed = 0;  // among these: neither zone nor language tells
  std::uint64_t dropped = 0;  // beside these: a guess, and a year of two digits
  std::uint64_t proved = 0;   // beside all these: what evidence of the first reading decided
  std::string example;        // of one guessed or proved
  std::string dropped_example;

  // Dates with years of four digits tell the century of those with two.
  std::optional<int> first_year;
  std::optional<int> last_year;
  std::bitset<100> short_years;  // that were met
  std::uint64_t short_dates = 0;

  DayEvidence& operator+=(const DayEvidence& other);
  bool operator==(const DayEvidence&) const = default;
};

// By input, counted from 0 as the command line has them, and by source, of which "" is all those
// beyond kMostDaySources.
inline constexpr std::size_t kMostDaySources = 1024;
using DayNotes = std::map<std::pair<std::size_t, std::string>, DayEvidence>;

void add(DayNotes& notes, const DayNotes& others);

// What is known before an archive is read. settle() may run in any number of threads.
class DayOrders {
 public:
  // `told` is what the user says of all inputs.
  explicit DayOrders(std::optional<DayOrder> told = std::nullopt) : told_(told) {}

  // Reads the date of an article in the order that counts for it, and notes what it tells. In this
  // order: what the user says; the evidence of its source in its input, then of the input, where it
  // is not contradictory by half; a zone of the United States; a language other than English (day
  // first); day first, as a guess. A date with a year of two digits that would be a guess becomes
  // undated.
  void settle(Article& article, std::size_t input, DayNotes& notes) const;

  // Takes over what a reading met. Returns whether it was read otherwise than this tells, so that it
  // must be read again.
  bool learn(const DayNotes& met);

  // What a person must know after learn() of the last reading: days that were guessed or left out,
  // sources that hold both orders, and what is wrong because standard input cannot be read again. One line each,
  // without its end. `inputs` are their names.
  std::vector<std::string> tell(const DayNotes& notes,
                                const std::vector<std::string>& inputs) const;

 private:
  std::optional<DayOrder> order_of(std::size_t input, const std::string& source) const;
  const DayEvidence* evidence_of_years(std::size_t input) const;

  std::optional<DayOrder> told_;
  DayNotes known_;
  std::map<std::size_t, DayEvidence> known_of_inputs_;
};

}  // namespace dateline::indexer
