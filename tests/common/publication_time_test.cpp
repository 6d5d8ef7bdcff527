#include "common/publication_time.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace dateline {
namespace {

using namespace std::chrono_literals;
using std::chrono::local_days;
using std::chrono::minutes;
using std::chrono::year_month_day;

PublicationTime at(year_month_day day, minutes of_day, Precision precision) {
  PublicationTime time;
  time.local = local_days{day} + of_day;
  time.precision = precision;
  return time;
}

DateCode code_of(year_month_day day, Precision precision = Precision::kDay) {
  return to_date_code(at(day, 0min, precision));
}

// Days that the codes cover and a little more on both sides.
year_month_day any_day() {
  constexpr int kEarliest = -360'000;  // in the year 984
  constexpr int kLatest = 400'000;     // in the year 3065
  const std::chrono::days since_epoch{*rc::gen::inRange(kEarliest, kLatest)};
  return year_month_day{local_days{since_epoch}};
}

PublicationTime any_time() {
  const auto day = any_day();
  const minutes since_midnight{*rc::gen::inRange(0, 24 * 60)};
  const auto known =
      *rc::gen::element(Precision::kYear, Precision::kMonth, Precision::kDay, Precision::kMinute);
  return at(day, since_midnight, known);
}

DayRange any_range() {
  DayRange range;
  if (*rc::gen::arbitrary<bool>()) range.first = any_day();
  if (*rc::gen::arbitrary<bool>()) range.last = any_day();
  return range;
}

TEST(ToIso, WritesNoMoreThanIsKnown) {
  auto time = at(2023y / 1 / 13, 9h + 41min, Precision::kMinute);
  EXPECT_EQ(to_iso(time), "2023-01-13T09:41");
  time.utc_offset = 5h + 30min;
  EXPECT_EQ(to_iso(time), "2023-01-13T09:41+05:30");
  time.utc_offset = -(3h + 30min);
  EXPECT_EQ(to_iso(time), "2023-01-13T09:41-03:30");
  time.utc_offset = 0min;
  EXPECT_EQ(to_iso(time), "2023-01-13T09:41+00:00");
  time.precision = Precision::kDay;
  EXPECT_EQ(to_iso(time), "2023-01-13");
  time.precision = Precision::kMonth;
  EXPECT_EQ(to_iso(time), "2023-01");
  time.precision = Precision::kYear;
  EXPECT_EQ(to_iso(time), "2023");
  EXPECT_EQ(to_iso(PublicationTime{}), "");
}

TEST(ParseDay, ReadsBothShapes) {
  EXPECT_EQ(parse_day("1987-02-26"), 1987y / 2 / 26);
  EXPECT_EQ(parse_day("19870226"), 1987y / 2 / 26);
  EXPECT_EQ(parse_day("2000-02-29"), 2000y / 2 / 29);
}

TEST(ParseDay, RejectsWhatIsNotADay) {
  const std::string_view cases[] = {
      "",           "1987",       "1987-2-26",   "26-02-1987", "1987/02/26",
      "1987-02-29",  // not a leap year
      "1900-02-29",  // divisible by four, yet not a leap year
      "19870230",    // no such day
      "1987-00-10", "1987-0a-26", "1987-02-26 ", "-1870226",   "1987-02-2x",
  };
  for (const auto text : cases) {
    SCOPED_TRACE(text);
    EXPECT_EQ(parse_day(text), std::nullopt);
  }
}

TEST(DateCode, PacksMinutesSinceTheYearThousandWithThePrecision) {
  EXPECT_EQ(code_of(1000y / 1 / 2, Precision::kYear), 0u);  // no code is left for this one year
  EXPECT_EQ(code_of(1001y / 5 / 2, Precision::kYear), (1440u * 365) << 2);
  EXPECT_EQ(code_of(1000y / 1 / 1, Precision::kMonth), 1u);
  EXPECT_EQ(code_of(1000y / 1 / 2), (1440u << 2) + 2);
  EXPECT_EQ(to_date_code(at(1000y / 1 / 1, 1min, Precision::kMinute)), (1u << 2) + 3);
}

TEST(DateCode, IsUndatedForWhatIsNotInItsYears) {
  EXPECT_EQ(to_date_code(PublicationTime{}), kUndated);
  EXPECT_EQ(code_of(999y / 12 / 31), kUndated);
  EXPECT_NE(code_of(3041y / 1 / 1), kUndated);
  EXPECT_EQ(code_of(3042y / 1 / 1), kUndated);
  EXPECT_FALSE(from_date_code(kUndated).dated());
}

RC_GTEST_PROP(DateCode, ComesBackAsTheTimeThatWentIn, ()) {
  const PublicationTime time = any_time();
  const DateCode code = to_date_code(time);
  RC_PRE(code != kUndated);
  const PublicationTime back = from_date_code(code);
  RC_ASSERT(to_iso(back) == to_iso(time));
  RC_ASSERT(to_date_code(back) == code);
}

RC_GTEST_PROP(DateCode, SortsByTime, ()) {
  const PublicationTime a = any_time();
  const PublicationTime b = any_time();
  const DateCode code_a = to_date_code(a);
  const DateCode code_b = to_date_code(b);
  RC_PRE(code_a != kUndated && code_b != kUndated);
  if (from_date_code(code_a).local < from_date_code(code_b).local) RC_ASSERT(code_a < code_b);
}

TEST(DayRange, HoldsBothItsEndsAndWholeMonthsOnly) {
  const DayRange range{2023y / 1 / 11, 2023y / 2 / 28};
  EXPECT_FALSE(range.contains(code_of(2023y / 1 / 10)));
  EXPECT_TRUE(range.contains(code_of(2023y / 1 / 11)));
  EXPECT_TRUE(range.contains(to_date_code(at(2023y / 2 / 28, 1439min, Precision::kMinute))));
  EXPECT_FALSE(range.contains(code_of(2023y / 3 / 1)));
  EXPECT_FALSE(range.contains(code_of(2023y / 1 / 1, Precision::kMonth)));
  EXPECT_TRUE(range.contains(code_of(2023y / 2 / 1, Precision::kMonth)));
  EXPECT_FALSE(range.contains(kUndated));
}

TEST(DayRange, HoldsAYearWhereAllOfItIsInside) {
  const DateCode year = code_of(1899y / 7 / 1, Precision::kYear);
  EXPECT_TRUE((DayRange{1899y / 1 / 1, 1899y / 12 / 31}.contains(year)));
  EXPECT_TRUE((DayRange{1890y / 1 / 1, std::nullopt}.contains(year)));
  EXPECT_FALSE((DayRange{1899y / 1 / 2, 1899y / 12 / 31}.contains(year)));
  EXPECT_FALSE((DayRange{1899y / 1 / 1, 1899y / 12 / 30}.contains(year)));
}

TEST(DayRange, IsOpenWhereAnEndIsMissingButNeverHoldsTheUndated) {
  EXPECT_TRUE(DayRange{}.contains(code_of(1000y / 1 / 1)));
  EXPECT_TRUE(DayRange{}.contains(code_of(3041y / 1 / 1)));
  EXPECT_FALSE(DayRange{}.contains(kUndated));
  EXPECT_GT(DayRange{}.lowest(), kUndated);
}

TEST(DayRange, IsEmptyBeyondWhatCanBeCoded) {
  const DayRange late{4000y / 1 / 1, std::nullopt};
  EXPECT_GT(late.lowest(), late.highest());
  const DayRange early{std::nullopt, 500y / 1 / 1};
  EXPECT_GT(early.lowest(), early.highest());
}

RC_GTEST_PROP(DayRange, LiesBetweenItsLowestAndHighestCode, ()) {
  const DayRange range = any_range();
  const DateCode code = to_date_code(any_time());
  const bool between = range.lowest() <= code && code <= range.highest();
  if (range.contains(code)) RC_ASSERT(between);
  if (between && from_date_code(code).precision >= Precision::kDay) {
    RC_ASSERT(range.contains(code));
  }
}

}  // namespace
}  // namespace dateline
