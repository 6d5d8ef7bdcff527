#include "searcher/query/day_range.h"

#include <gtest/gtest.h>

namespace dateline::searcher {
namespace {

using std::chrono::year;

TEST(ReadDayRange, TakesAPeriodFromItsFirstToItsLastDay) {
  struct Case {
    std::string_view text;
    DayRange range;
  };
  const Case cases[] = {
      {"2024", {year{2024} / 1 / 1, year{2024} / 12 / 31}},
      {"2024-02", {year{2024} / 2 / 1, year{2024} / 2 / 29}},
      {"2024-02-29", {year{2024} / 2 / 29, year{2024} / 2 / 29}},
      {"20240229", {year{2024} / 2 / 29, year{2024} / 2 / 29}},
      {"2023-11..2024-02", {year{2023} / 11 / 1, year{2024} / 2 / 29}},
      {"2024-02-29..", {year{2024} / 2 / 29, std::nullopt}},
      {"..1970", {std::nullopt, year{1970} / 12 / 31}},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.text);
    const auto read = read_day_range(c.text);
    ASSERT_TRUE(std::holds_alternative<DayRange>(read)) << std::get<DateMistake>(read).message;
    EXPECT_EQ(std::get<DayRange>(read), c.range);
  }
}

TEST(ReadDayRange, RejectsWhatIsNotADateOrRange) {
  const std::string_view cases[] = {
      "",          "..",         "20",         "202",        "20230",   "202301",  "2023-1",
      "2023-01-1", "2023-001",   "2023/01/01", "2023-01-",   "2023-",   "-2023",   "2023-00",
      "2023-13",   "2023-01-00", "2023-02-29", "2023-01-32", "0000",    "3042",    "2023-01-01x",
      "2023-0101", "202301-01",  "2024..2023", "a..2023",    "2023..b", "2023...", "1..2..3",
  };
  for (const auto text : cases) {
    EXPECT_TRUE(std::holds_alternative<DateMistake>(read_day_range(text))) << text;
  }
}

TEST(ReadPeriod, RejectsRanges) {
  EXPECT_TRUE(std::holds_alternative<DateMistake>(read_period("2023..")));
}

}  // namespace
}  // namespace dateline::searcher
