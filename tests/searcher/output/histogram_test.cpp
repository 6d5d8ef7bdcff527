#include "searcher/output/histogram.h"

#include <gmock/gmock.h>

#include "common/terminal_text.h"

namespace dateline::searcher {
namespace {

using std::chrono::year;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

TEST(Bar, IsAsLongAsItsShareToAnEighth) {
  EXPECT_EQ(bar(8, 8, 3), "███");
  EXPECT_EQ(bar(4, 8, 3), "█▌");
  EXPECT_EQ(bar(1, 8, 2), "▎");
  EXPECT_EQ(bar(7, 8, 1), "▉");
}

TEST(Bar, IsSeenWhereThereIsAnythingAndNotWhereThereIsNothing) {
  EXPECT_EQ(bar(1, 1'000'000, 10), "▏");
  EXPECT_EQ(bar(0, 10, 10), "");
  EXPECT_EQ(bar(0, 0, 10), "");
}

TEST(HistogramLines, ShowAFewEmptyPeriodsAndCountMore) {
  const Timeline days{Period::kDay,
                      {{year{2023} / 1 / 30, Period::kDay, 12},
                       {year{2023} / 2 / 2, Period::kDay, 3},
                       {year{2023} / 2 / 7, Period::kDay, 6}},
                      0};
  EXPECT_THAT(histogram_lines(days, 20), ElementsAre("2023-01-30  12  ████",  //
                                                     "2023-01-31   0",        //
                                                     "2023-02-01   0",        //
                                                     "2023-02-02   3  █",     //
                                                     "…  4 days",             //
                                                     "2023-02-07   6  ██"));
}

TEST(HistogramLines, StepOverTheEndsOfYears) {
  const Timeline months{
      Period::kMonth,
      {{year{1999} / 12 / 1, Period::kMonth, 1}, {year{2000} / 2 / 1, Period::kMonth, 1}},
      0};
  EXPECT_THAT(histogram_lines(months, 0),
              ElementsAre(testing::StartsWith("1999-12  1  █"), "2000-01  0",
                          testing::StartsWith("2000-02  1  █")));
  const Timeline years{
      Period::kYear,
      {{year{1000} / 1 / 1, Period::kYear, 2}, {year{3040} / 1 / 1, Period::kYear, 1}},
      0};
  EXPECT_THAT(histogram_lines(years, 15), ElementsAre("1000  2  ██████", "…  2039 years",  //
                                                      "3040  1  ███"));
}

// One known by month only lies in the month, not in a gap of it.
TEST(HistogramLines, PutMonthsBetweenDays) {
  const Timeline days{Period::kDay,
                      {{year{2023} / 1 / 31, Period::kDay, 1},
                       {year{2023} / 2 / 1, Period::kMonth, 1},
                       {year{2023} / 2 / 1, Period::kDay, 1},
                       {year{2023} / 3 / 1, Period::kMonth, 1},
                       {year{2023} / 3 / 3, Period::kDay, 1}},
                      0};
  EXPECT_THAT(
      histogram_lines(days, 19),
      ElementsAre("2023-01-31  1  ████", "2023-02     1  ████", "2023-02-01  1  ████", "…  27 days",
                  "2023-03     1  ████", "2023-03-01  0", "2023-03-02  0", "2023-03-03  1  ████"));
}

// What is known by its year alone is of no month, and of the year as all the others are.
TEST(HistogramLines, PutYearsBeforeTheirMonths) {
  const Timeline days{Period::kDay,
                      {{year{1899} / 1 / 1, Period::kYear, 2},
                       {year{1899} / 1 / 1, Period::kMonth, 1},
                       {year{1899} / 1 / 1, Period::kDay, 1},
                       {year{1899} / 1 / 3, Period::kDay, 1}},
                      0};
  EXPECT_THAT(histogram_lines(coarser(days, Period::kMonth), 16),
              ElementsAre("1899     2  ██▋", "1899-01  3  ████"));
  EXPECT_THAT(coarser(days, Period::kYear).periods,
              ElementsAre(CountedPeriod{year{1899} / 1 / 1, Period::kYear, 5}));
}

TEST(HistogramLines, AreNoWiderThanAskedFor) {
  Timeline days{Period::kDay, {}, 0};
  for (unsigned day = 1; day <= 28; ++day) {
    days.periods.push_back({year{2023} / 2 / day, Period::kDay, day * day * day});
  }
  for (const std::size_t columns : {24u, 40u, 80u, 200u}) {
    std::size_t widest = 0;
    for (const auto& line : histogram_lines(days, columns)) {
      widest = std::max(widest, display_width(line));
    }
    EXPECT_EQ(widest, columns);
  }
}

TEST(HistogramLines, AreNoneWhereNothingIsDated) {
  EXPECT_THAT(histogram_lines({Period::kDay, {}, 12}, 80), IsEmpty());
}

Timeline every_other_day(unsigned count) {
  Timeline days{Period::kDay, {}, 5};
  std::chrono::sys_days day{year{2001} / 9 / 11};
  for (unsigned i = 0; i < count; ++i) {
    days.periods.push_back({day, Period::kDay, 1});
    day += std::chrono::days{2};
  }
  return days;
}

TEST(FitForLines, KeepsWhatFits) {
  const Timeline days = every_other_day(50);
  EXPECT_THAT(histogram_lines(days, 80), SizeIs(99));
  EXPECT_EQ(fit_for_lines(days).unit, Period::kDay);
}

TEST(FitForLines, CountsByMonthOrYearWhereDaysAreTooMany) {
  const Timeline months = fit_for_lines(every_other_day(51));
  EXPECT_EQ(months.unit, Period::kMonth);
  EXPECT_THAT(months.periods, ElementsAre(CountedPeriod{year{2001} / 9 / 1, Period::kMonth, 10},
                                          CountedPeriod{year{2001} / 10 / 1, Period::kMonth, 16},
                                          CountedPeriod{year{2001} / 11 / 1, Period::kMonth, 15},
                                          CountedPeriod{year{2001} / 12 / 1, Period::kMonth, 10}));
  EXPECT_EQ(months.undated, 5u);
  EXPECT_EQ(fit_for_lines(every_other_day(20'000)).unit, Period::kYear);
}

}  // namespace
}  // namespace dateline::searcher
