#include "searcher/query/day_range.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <vector>

namespace dateline::searcher {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month_day;
using testing::HasSubstr;

constexpr year_month_day kToday = year{2024} / 3 / 31;  // a Sunday

struct DayRangeCase {
  std::string_view text;
  DayRange range;
};

void expect_read(const std::vector<DayRangeCase>& cases, year_month_day today = kToday) {
  for (const DayRangeCase& c : cases) {
    SCOPED_TRACE(c.text);
    const auto read = read_day_range(c.text, today);
    ASSERT_TRUE(std::holds_alternative<DayRange>(read)) << std::get<DateMistake>(read).message;
    EXPECT_EQ(to_query_text(std::get<DayRange>(read)), to_query_text(c.range));
    EXPECT_EQ(std::get<DayRange>(read), c.range);
  }
}

std::string mistake_in(std::string_view text, year_month_day today = kToday) {
  const auto read = read_day_range(text, today);
  const auto* mistake = std::get_if<DateMistake>(&read);
  return mistake == nullptr ? "" : mistake->message;
}

TEST(ReadDayRange, TakesAPeriodFromItsFirstToItsLastDay) {
  expect_read({
      {"2024", {year{2024} / 1 / 1, year{2024} / 12 / 31}},
      {"2024-02", {year{2024} / 2 / 1, year{2024} / 2 / 29}},
      {"2024-02-29", {year{2024} / 2 / 29, year{2024} / 2 / 29}},
      {"20240229", {year{2024} / 2 / 29, year{2024} / 2 / 29}},
      {"1980s", {year{1980} / 1 / 1, year{1989} / 12 / 31}},
      {"2008q3", {year{2008} / 7 / 1, year{2008} / 9 / 30}},
      {"2008-Q1", {year{2008} / 1 / 1, year{2008} / 3 / 31}},
      {"q4 2008", {year{2008} / 10 / 1, year{2008} / 12 / 31}},
  });
}

TEST(ReadDayRange, ReadsTheNamesOfMonthsInTheOrdersInUse) {
  const DayRange day = {year{1987} / 2 / 5, year{1987} / 2 / 5};
  const DayRange month = {year{1987} / 2 / 1, year{1987} / 2 / 28};
  for (const std::string_view text : {"feb 1987", "February 1987", "FEB. 1987", "Februar 1987",
                                      "février 1987", "  feb   1987 ", "feb, 1987"}) {
    expect_read({{text, month}});
  }
  for (const std::string_view text : {"5 feb 1987", "05 FEB 1987", "feb 5 1987", "feb 5, 1987",
                                      "February 5th, 1987", "5th February 1987"}) {
    expect_read({{text, day}});
  }
  expect_read({{"März 1987", {year{1987} / 3 / 1, year{1987} / 3 / 31}},
               {"may 1987", {year{1987} / 5 / 1, year{1987} / 5 / 31}}});
}

TEST(ReadDayRange, TellsPeriodsFromToday) {
  expect_read({
      {"today", {kToday, kToday}},
      {"Yesterday", {year{2024} / 3 / 30, year{2024} / 3 / 30}},
      {"this week", {year{2024} / 3 / 25, year{2024} / 3 / 31}},
      {"last week", {year{2024} / 3 / 18, year{2024} / 3 / 24}},
      {"this month", {year{2024} / 3 / 1, year{2024} / 3 / 31}},
      {"LAST MONTH", {year{2024} / 2 / 1, year{2024} / 2 / 29}},
      {"this quarter", {year{2024} / 1 / 1, year{2024} / 3 / 31}},
      {"last quarter", {year{2023} / 10 / 1, year{2023} / 12 / 31}},
      {"this year", {year{2024} / 1 / 1, year{2024} / 12 / 31}},
      {"last year", {year{2023} / 1 / 1, year{2023} / 12 / 31}},
  });
}

TEST(ReadDayRange, CountsBackFromTodayWithTodayInside) {
  expect_read({
      {"last 1 day", {kToday, kToday}},
      {"last 30 days", {year{2024} / 3 / 2, kToday}},
      {"last 2 weeks", {year{2024} / 3 / 18, kToday}},
      {"last 1 month", {year{2024} / 3 / 1, kToday}},     // 29 February is the day a month ago
      {"last 2 months", {year{2024} / 2 / 1, kToday}},    // 31 January
      {"last 4 quarters", {year{2023} / 4 / 1, kToday}},  // a whole year
      {"last 10 years", {year{2014} / 4 / 1, kToday}},
  });
  const year_month_day leap_day = year{2024} / 2 / 29;
  expect_read({{"last 1 year", {year{2023} / 3 / 1, leap_day}}}, leap_day);
}

TEST(ReadDayRange, BeginsTheWeekOnMondayWhateverTheDay) {
  for (int day = 25; day <= 31; ++day) {
    expect_read({{"last week", {year{2024} / 3 / 18, year{2024} / 3 / 24}}}, year{2024} / 3 / day);
  }
  expect_read({{"last week", {year{2023} / 12 / 25, year{2023} / 12 / 31}}}, year{2024} / 1 / 1);
}

TEST(ReadDayRange, ReadsRangesBetweenPeriodsOfAnyForm) {
  expect_read({
      {"2023-11..2024-02", {year{2023} / 11 / 1, year{2024} / 2 / 29}},
      {"2024-02-29..", {year{2024} / 2 / 29, std::nullopt}},
      {"..1970", {std::nullopt, year{1970} / 12 / 31}},
      {"feb 1987..mar 1988", {year{1987} / 2 / 1, year{1988} / 3 / 31}},
      {"5 feb 1987 .. 6 mar 1988", {year{1987} / 2 / 5, year{1988} / 3 / 6}},
      {"1980s..1990s", {year{1980} / 1 / 1, year{1999} / 12 / 31}},
      {"last month..yesterday", {year{2024} / 2 / 1, year{2024} / 3 / 30}},
      {"last year ..", {year{2023} / 1 / 1, std::nullopt}},
  });
}

TEST(ReadDayRange, RejectsWhatIsNotADateOrRange) {
  const std::string_view cases[] = {
      "",
      "..",
      "20",
      "202",
      "20230",
      "202301",
      "2023-1",
      "2023-01-1",
      "2023-001",
      "2023/01/01",
      "2023-01-",
      "2023-",
      "-2023",
      "2023-00",
      "2023-13",
      "2023-01-00",
      "2023-02-29",
      "2023-01-32",
      "0000",
      "3042",
      "2023-01-01x",
      "2023-0101",
      "202301-01",
      "2024..2023",
      "a..2023",
      "2023..b",
      "2023...",
      "1..2..3",
      "1985s",
      "2008q5",
      "2008q0",
      "2008-q",
      "q3",
      "feb",
      "5 feb",
      "feb 87",
      "5 feb 87",
      "30 feb 87",
      "0 feb 1987",
      "1987 feb",
      "feb 5 1987 x",
      "feb 5th th",
      "last",
      "last day",
      "this 3 days",
      "last 0 days",
      "last -1 days",
      "last 99999 days",
      "last 9999 years",
      "last 1.5 days",
      "last two days",
      "tomorrow",
      "3040s",
      "feb-1987",
      "f–eb 1987",
      "\xff 1987",
  };
  for (const auto text : cases) EXPECT_NE(mistake_in(text), "") << text;
}

TEST(ReadDayRange, SaysWhatIsWrongAndWhatToWrite) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"1/2/1987",
       "'1/2/1987' is ambiguous: write 1987-02-01 (1 February) or 1987-01-02 (2 January)"},
      {"1.2.1987", "'1.2.1987' is ambiguous: write 1987-02-01 (1 February) or 1987-01-02"},
      {"13/2/1987", "'13/2/1987' is written 1987-02-13 here"},
      {"2/13/1987", "'2/13/1987' is written 1987-02-13 here"},
      {"2/2/1987", "'2/2/1987' is written 1987-02-02 here"},
      {"1/2/87", "'1/2/87' is ambiguous: write the year first"},
      {"2/1987", "'2/1987' is written 1987-02 here"},
      {"1987/2/5", "'1987/2/5' is written 1987-02-05 here"},
      {"1987-2", "'1987-2' is written 1987-02 here"},
      {"1987-1989", "'1987-1989' is not a date; a range is written 1987..1989"},
      {"1987–1989", "a range is written 1987..1989"},
      {"99/99/1987", "'99/99/1987' is not a date; write 2023,"},
      {"feb", "'feb' has no year; write feb 1987"},
      {"5 feb", "'5 feb' has no year"},
      {"feb 87", "'feb 87' has a year of two digits; write all four"},
      {"30 feb 1987", "'30 feb 1987' is not a date: 1987-02 has 28 days"},
      {"q5 2008", "a year has quarters 1 to 4"},
      {"1985s", "the year of a decade ends in 0"},
      {"last 2000 years", "years run from 1000 to 3041"},
      {"soon", "'soon' is not a date; write 2023, 2023-01, 2023-01-13, 13 jan 2023, q1 2023,"},
      {"2024..2023", "the range '2024..2023' ends before it begins"},
  };
  for (const auto& [text, message] : cases) EXPECT_THAT(mistake_in(text), HasSubstr(message));
}

TEST(ReadDayRange, SaysWhereInARangeTheMistakeStands) {
  const auto read = read_day_range("1987 .. soon", kToday);
  ASSERT_TRUE(std::holds_alternative<DateMistake>(read));
  EXPECT_EQ(std::get<DateMistake>(read).offset, 8u);
}

TEST(ReadDayRange, CannotTellFromTodayWhereTodayIsNotKnown) {
  EXPECT_THAT(mistake_in("last week", year_month_day{}), HasSubstr("not known what day it is"));
  EXPECT_EQ(mistake_in("feb 1987", year_month_day{}), "");
}

TEST(ReadPeriod, RejectsRanges) {
  EXPECT_TRUE(std::holds_alternative<DateMistake>(read_period("2023..", kToday)));
}

TEST(LongestDate, TakesAsManyWordsAsReadAsADate) {
  const std::pair<std::vector<std::string_view>, std::size_t> cases[] = {
      {{}, 0},
      {{"1987"}, 1},
      {{"1987", "flood"}, 1},
      {{"feb", "1987", "flood"}, 2},
      {{"5", "feb", "1987", "flood", "dam"}, 3},
      {{"feb", "5,", "1987", "flood"}, 3},
      {{"q3", "2008", "results"}, 2},
      {{"2008", "q3", "results"}, 1},
      {{"1987", "may", "resign"}, 1},
      {{"last", "week", "flood"}, 2},
      {{"last", "30", "days", "flood"}, 3},
      {{"feb", "1987..mar", "1988", "flood"}, 3},
      {{"5", "feb", "1987", "..", "6", "mar", "1988", "flood"}, 7},
      {{"2001-09-11..", "attack"}, 1},
      {{"1987", "..", "1989", "flood"}, 3},
      {{"30", "feb", "1987", "flood"}, 3},  // no such day; the mistake is to name all of it
      {{"feb", "5", "flood"}, 2},
      {{"flood", "feb", "1987"}, 1},
      {{"last", "flood"}, 1},
  };
  for (const auto& [words, expected] : cases) {
    EXPECT_EQ(longest_date(words, kToday), expected) << testing::PrintToString(words);
  }
}

TEST(ToQueryText, WritesAPeriodShortAndARangeByItsDays) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"1987", "1987"},
      {"1980S", "1980s"},
      {"q3 2008", "2008q3"},
      {"february 1987", "1987-02"},
      {"feb 5, 1987", "1987-02-05"},
      {"jan 1987..mar 1987", "1987q1"},
      {"last 30 days", "2024-03-02..2024-03-31"},
      {"last week..", "2024-03-18.."},
      {"..feb 1987", "..1987-02-28"},
  };
  for (const auto& [typed, written] : cases) {
    const auto read = read_day_range(typed, kToday);
    const auto* range = std::get_if<DayRange>(&read);
    EXPECT_EQ(range == nullptr ? "" : to_query_text(*range), written) << typed;
  }
}

year_month_day any_day() {
  const sys_days first{year{1000} / 1 / 1};
  const sys_days last{year{3041} / 12 / 31};
  return year_month_day{first + days{*rc::gen::inRange<long>(0, (last - first).count() + 1)}};
}

RC_GTEST_PROP(ToQueryText, IsReadBackAsTheSameDays, ()) {
  DayRange range;
  const int open = *rc::gen::inRange(0, 4);
  if (open != 1) range.first = any_day();
  if (open != 2) range.last = any_day();
  if (range.first && range.last && *range.last < *range.first) std::swap(range.first, range.last);
  const auto read = read_day_range(to_query_text(range), any_day());
  RC_ASSERT(std::holds_alternative<DayRange>(read));
  RC_ASSERT(std::get<DayRange>(read) == range);
}

RC_GTEST_PROP(ToQueryText, IsReadBackWhateverWordsWereTyped, ()) {
  const std::vector<std::string> words = {
      "last",   "this",  "week", "month", "quarter", "year", "3",      "17",    "400", "days",
      "months", "today", "..",   "feb",   "5",       "1987", "2008q3", "1980s", "q3"};
  std::string typed;
  for (const std::string& next :
       *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(words))) {
    typed += next + ' ';
  }
  const year_month_day today = any_day();
  const auto read = read_day_range(typed, today);
  const auto* range = std::get_if<DayRange>(&read);
  if (range == nullptr) return;
  const auto again = read_day_range(to_query_text(*range), year_month_day{});
  RC_ASSERT(std::get<DayRange>(again) == *range);
}

}  // namespace
}  // namespace dateline::searcher
