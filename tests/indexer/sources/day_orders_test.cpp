// Ten archives as they might be: what their dates of numbers are read as, and what is told of it.
#include "indexer/sources/day_orders.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "indexer/enrichment/date_text.h"

namespace dateline::indexer {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

struct Printed {
  std::string date;
  std::string source;
  std::string language = "en";
  std::size_t input = 0;
};

// Reads as a run does: once, and again where the first reading proves itself wrong.
class Reading {
 public:
  explicit Reading(std::vector<Printed> archive, std::optional<DayOrder> told = std::nullopt,
                   bool once = false)
      : orders_(told) {
    read(archive);
    if (orders_.learn(notes_) && !once) {
      ++again_;
      read(archive);
      EXPECT_FALSE(orders_.learn(notes_)) << "a third reading would differ";
    }
    told_ = orders_.tell(notes_, {"us/", "uk/", "-"});
  }

  const std::vector<std::string>& days() const { return days_; }
  const std::vector<std::string>& told() const { return told_; }
  int again() const { return again_; }

 private:
  void read(const std::vector<Printed>& archive) {
    days_.clear();
    notes_.clear();
    for (const Printed& printed : archive) {
      Article article;
      article.source = printed.source;
      article.language = printed.language;
      article.published = parse_date_field(printed.date).value_or(PublicationTime{});
      orders_.settle(article, printed.input, notes_);
      days_.push_back(to_iso(article.published));
    }
  }

  DayOrders orders_;
  DayNotes notes_;
  std::vector<std::string> days_;
  std::vector<std::string> told_;
  int again_ = 0;
};

TEST(DayOrders, ReadAnAmericanArchiveByOneDateThatTells) {
  const Reading reading({{"1/2/2020", ""}, {"1/5/2020", ""}, {"1/13/2020", ""}, {"2/3/2020", ""}});
  EXPECT_THAT(reading.days(), ElementsAre("2020-01-02", "2020-01-05", "2020-01-13", "2020-02-03"));
  EXPECT_EQ(reading.again(), 1);
  EXPECT_THAT(reading.told(), IsEmpty());
}

TEST(DayOrders, ReadAEuropeanArchiveOnce) {
  const Reading reading({{"1/2/2020", ""}, {"25/2/2020", ""}});
  EXPECT_THAT(reading.days(), ElementsAre("2020-02-01", "2020-02-25"));
  EXPECT_EQ(reading.again(), 0);
  EXPECT_THAT(reading.told(), IsEmpty());
}

TEST(DayOrders, TellOfAGuess) {
  const Reading reading({{"1/2/2020", ""}, {"3/4/2020", ""}, {"5/5/2020", ""}});
  EXPECT_THAT(reading.days(), ElementsAre("2020-02-01", "2020-04-03", "2020-05-05"));
  EXPECT_THAT(reading.told(),
              ElementsAre("2 articles of 'us/' have a day that can be read in two ways, such as "
                          "1/2/2020; read day first, because nothing tells; --month-first reads "
                          "them the other way"));
}

TEST(DayOrders, DecideEachInputForItself) {
  const Reading reading({{"1/2/2020", "", "en", 0},
                         {"1/13/2020", "", "en", 0},
                         {"1/2/2020", "", "en", 1},
                         {"13/1/2020", "", "en", 1}});
  EXPECT_THAT(reading.days(), ElementsAre("2020-01-02", "2020-01-13", "2020-02-01", "2020-01-13"));
  EXPECT_THAT(reading.told(), IsEmpty());
}

TEST(DayOrders, DecideEachSourceForItselfWhereItTells) {
  const Reading reading({{"1/2/2020", "Gazette"},
                         {"1/13/2020", "Gazette"},
                         {"1/14/2020", "Gazette"},
                         {"1/15/2020", "Gazette"},
                         {"1/2/2020", "Ledger"},
                         {"13/1/2020", "Ledger"},
                         {"1/2/2020", "Herald"}});  // as most of the input
  EXPECT_THAT(reading.days(), ElementsAre("2020-01-02", "2020-01-13", "2020-01-14", "2020-01-15",
                                          "2020-02-01", "2020-01-13", "2020-01-02"));
  EXPECT_THAT(reading.told(), IsEmpty());
}

TEST(DayOrders, AreToldByAZoneOfTheUnitedStates) {
  const Reading reading({{"1/2/2020 10:05 AM EST", ""}, {"3/4/2020 10:05 ET", ""}});
  EXPECT_THAT(reading.days(), ElementsAre("2020-01-02T10:05-05:00", "2020-03-04T10:05"));
  EXPECT_EQ(reading.again(), 0);
  EXPECT_THAT(reading.told(), IsEmpty());
}

TEST(DayOrders, AreToldByAnotherLanguage) {
  const Reading reading({{"1.2.2020", "", "de"}, {"3/4/2020", "", "fr"}});
  EXPECT_THAT(reading.days(), ElementsAre("2020-02-01", "2020-04-03"));
  EXPECT_THAT(reading.told(), IsEmpty());
}

TEST(DayOrders, TellOfASourceThatHasBoth) {
  const Reading reading(
      {{"1/2/2020", "Gazette"}, {"1/13/2020", "Gazette"}, {"13/1/2020", "Gazette"}});
  EXPECT_EQ(reading.days().front(), "2020-02-01");
  EXPECT_THAT(reading.told(),
              ElementsAre(HasSubstr("'us/' (Gazette) has 1 dates with the day first "
                                    "and 1 with the month first; 1 that can be")));
  const Reading slip({{"1/2/2020", ""},
                      {"1/13/2020", ""},
                      {"1/14/2020", ""},
                      {"1/15/2020", ""},
                      {"13/1/2020", ""}});
  EXPECT_EQ(slip.days().front(), "2020-01-02");
  EXPECT_THAT(slip.told(), ElementsAre(HasSubstr("are read month first; --day-first reads")));
}

TEST(DayOrders, FollowTheUserWhateverTheArchiveTells) {
  const Reading month_first({{"1/2/2020", ""}, {"13/1/2020", ""}}, DayOrder::kMonthFirst);
  EXPECT_THAT(month_first.days(), ElementsAre("2020-01-02", "2020-01-13"));
  EXPECT_EQ(month_first.again(), 0);
  EXPECT_THAT(month_first.told(), IsEmpty());
  const Reading day_first({{"1/2/2020 10:05 EST", ""}, {"1/13/2020", ""}}, DayOrder::kDayFirst);
  EXPECT_EQ(day_first.days().front(), "2020-02-01T10:05-05:00");
}

TEST(DayOrders, SayWhatCouldNotBeReadAgain) {
  const Reading reading({{"1/2/2020", "", "en", 2}, {"1/13/2020", "", "en", 2}}, std::nullopt,
                        true);
  EXPECT_EQ(reading.days().front(), "2020-02-01");
  EXPECT_THAT(reading.told(), ElementsAre(HasSubstr(
                                  "warning: 1 dates of '-', such as 1/2/2020, are read day first, "
                                  "but a later one has the month first")));
}

TEST(DayOrders, GiveYearsOfTwoDigitsTheCenturyOfTheOthers) {
  const Reading reading({{"25/7/22", ""}, {"25 July 1921", ""}, {"25/7/1925", ""}});
  EXPECT_THAT(reading.days(), ElementsAre("1922-07-25", "1921-07-25", "1925-07-25"));
  EXPECT_EQ(reading.again(), 1);
  const Reading recent({{"25/7/22", ""}, {"25/7/2020", ""}});
  EXPECT_THAT(recent.days(), ElementsAre("2022-07-25", "2020-07-25"));
  EXPECT_EQ(recent.again(), 0);
}

TEST(DayOrders, LeaveShortDatesUndatedUnlessTheOrderIsKnown) {
  const Reading guess({{"5/11/18", ""}, {"6/11/18", ""}});
  EXPECT_THAT(guess.days(), ElementsAre("", ""));
  EXPECT_THAT(guess.told(), ElementsAre(HasSubstr("2 articles of 'us/' count as undated")));
  const Reading proved({{"5/11/18", ""}, {"5/13/2018", ""}});
  EXPECT_THAT(proved.days(), ElementsAre("2018-05-11", "2018-05-13"));
  const Reading told({{"5/11/18", ""}}, DayOrder::kDayFirst);
  EXPECT_THAT(told.days(), ElementsAre("2018-11-05"));
}

TEST(DayOrders, HoldNoMoreSourcesThanTheirBound) {
  std::vector<Printed> archive;
  for (std::size_t i = 0; i < kMostDaySources + 50; ++i) {
    archive.push_back({"1/2/2020", "source " + std::to_string(i)});
  }
  archive.push_back({"1/13/2020", "one more"});
  const Reading reading(archive);
  EXPECT_EQ(reading.days().front(), "2020-01-02");
  EXPECT_EQ(reading.days().back(), "2020-01-13");
}

}  // namespace
}  // namespace dateline::indexer
