#include "indexer/enrichment/date_text.h"

#include <date/date.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <span>
#include <string>
#include <utility>
#include <vector>

namespace dateline::indexer {
namespace {

using namespace std::chrono_literals;

std::string iso(std::string_view text) {
  const auto time = parse_date_text(text);
  return time ? to_iso(*time) : "no date";
}

struct DateTextCase {
  std::string_view text;
  std::string_view iso;
};

void expect_read(std::span<const DateTextCase> cases) {
  for (const auto& [text, expected] : cases) {
    SCOPED_TRACE(text);
    EXPECT_EQ(iso(text), expected);
  }
}

TEST(ParseDateText, ReadsWhatMachinesPrint) {
  const DateTextCase cases[] = {
      {"2023-01-13", "2023-01-13"},
      {"2023-01-13T09:41", "2023-01-13T09:41"},
      {"2023-01-13T09:41:59", "2023-01-13T09:41"},
      {"2023-01-13T09:41:59.123456Z", "2023-01-13T09:41+00:00"},
      {"2023-01-13t09:41z", "2023-01-13T09:41+00:00"},
      {"2023-01-13T09:41+05:30", "2023-01-13T09:41+05:30"},
      {"2023-01-13T09:41:00-0330", "2023-01-13T09:41-03:30"},
      {"2023-01-13 09:41:00 +00:00", "2023-01-13T09:41+00:00"},
      {"2023-01-13T09:41+05:30[Asia/Kolkata]", "2023-01-13T09:41+05:30"},  // java.time
      {"20230113T094100Z", "2023-01-13T09:41+00:00"},
      {"20230113T0941", "2023-01-13T09:41"},
      {"2017-05-01 14:04:36", "2017-05-01T14:04"},
      {"2017-05-01 14:04:36,790", "2017-05-01T14:04"},     // ISO allows the comma, Python logs it
      {"2016-12-31T23:59:60Z", "2016-12-31T23:59+00:00"},  // a leap second
      {"20061020", "2006-10-20"},
      {"20061020181500", "2006-10-20T18:15"},
      {"200610201815", "2006-10-20T18:15"},
      {"2004-03", "2004-03"},
      {"1673602860", "2023-01-13T09:41+00:00"},
      {"Fri, 13 Jan 2023 09:41:00 GMT", "2023-01-13T09:41+00:00"},
      {"Fri, 13 Jan 2023 09:41:00 +0100 (CET)", "2023-01-13T09:41+01:00"},
      {"13 Jan 2023 09:41 -0500", "2023-01-13T09:41-05:00"},
      {"Sunday, 06-Nov-94 08:49:37 GMT", "1994-11-06T08:49+00:00"},  // RFC 850
      {"Sun Nov  6 08:49:37 1994", "1994-11-06T08:49"},              // asctime
      {"Fri Oct 20 18:15:00 EDT 2006", "2006-10-20T18:15-04:00"},    // date(1)
  };
  expect_read(cases);
}

TEST(ParseDateText, ReadsWhatNewspapersAndAgenciesPrint) {
  const DateTextCase cases[] = {
      {"26-FEB-1987 15:01:01.79", "1987-02-26T15:01"},
      {"Fri Oct 20, 2006 6:15pm EDT", "2006-10-20T18:15-04:00"},
      {"13th January, 2023", "2023-01-13"},
      {"Jan 13, 2023 / 09:41 AM IST", "2023-01-13T09:41+05:30"},
      {"January 13, 2023", "2023-01-13"},
      {"Feb. 26, 1987", "1987-02-26"},
      {"the 1st of May 2003", "2003-05-01"},
      {"26 FEB 1987", "1987-02-26"},
      {"26FEB1987", "1987-02-26"},
      {"2006 October 20", "2006-10-20"},
      {" (Friday, October 20, 2006) ", "2006-10-20"},
      {"March 2004", "2004-03"},
      {"Sept. 2004", "2004-09"},
      {"Published: Jan 13, 2023", "2023-01-13"},
      {"Updated 9:41 a.m. EST, January 13, 2023", "2023-01-13T09:41-05:00"},
      {"Jan 13, 2023 at 4:30 p.m. EST (21:30 GMT)",
       "2023-01-13T16:30-05:00"},  // the first is local
      {"Jan. 13, 2023, 6 PM", "2023-01-13T18:00"},
      {"Jan 13, 2023 9.41 AM", "2023-01-13T09:41"},
      {"Jan 13, 2023 12:05 AM", "2023-01-13T00:05"},
      {"Jan 13, 2023 12:05 PM", "2023-01-13T12:05"},
      {"Jan 13, 2023 13:41 PM", "2023-01-13T13:41"},      // printed by careless templates
      {"Jan 13, 2023 9:41\u202FAM", "2023-01-13T09:41"},  // as browsers print it since 2023
      {"13\u00A0January\u00A02023", "2023-01-13"},
      {"Jan 13, 2023 \u2013 09:41", "2023-01-13T09:41"},
      {"Jan 13, 2023 9:41 AM ET", "2023-01-13T09:41"},    // EST or EDT: no offset
      {"Jan 13, 2023 9:41 AM XYZT", "2023-01-13T09:41"},  // a zone we do not know
      {"Jan 13, 2023 09:41 GMT+2", "2023-01-13T09:41+02:00"},
      {"Jan 13, 2023 09:41 UTC+05:30", "2023-01-13T09:41+05:30"},
      {"09:41 13-01-2023", "2023-01-13T09:41"},  // -01 is a month here, not a zone
  };
  expect_read(cases);
}

TEST(ParseDateText, ReadsNumbersDayFirstUnlessThatIsImpossible) {
  const DateTextCase cases[] = {
      {"13/12/2017", "2017-12-13"},
      {"12/13/2017", "2017-12-13"},
      {"03/04/2017", "2017-04-03"},
      {"13.12.2017", "2017-12-13"},
      {"3. 4. 2017", "2017-04-03"},
      {"3-4-2017", "2017-04-03"},
      {"2017/5/1", "2017-05-01"},
      {"03/2004", "2004-03"},
      {"1/13/2023 9:41 AM", "2023-01-13T09:41"},
  };
  expect_read(cases);
}

TEST(ParseDateText, ReadsSixLanguages) {
  const DateTextCase cases[] = {
      {"Freitag, 13. Januar 2023 um 9.41 Uhr", "2023-01-13T09:41"},
      {"5. März 2023, 9 Uhr", "2023-03-05T09:00"},
      {"Mo., 13.01.2023, 09:41 Uhr MEZ", "2023-01-13T09:41+01:00"},
      {"Publié le 1er août 2022 à 18h30", "2022-08-01T18:30"},
      {"le 1er août 2022 à 18h30", "2022-08-01T18:30"},
      {"lundi 5 FÉVRIER 2018", "2018-02-05"},
      {"mar. 14 mars 2023", "2023-03-14"},  // a Tuesday
      {"mar 14 mar 2023", "2023-03-14"},    // the same, in Spanish
      {"14 mar 2023", "2023-03-14"},
      {"viernes, 13 de enero de 2023", "2023-01-13"},
      {"1º de março de 2017", "2017-03-01"},
      {"venerdì 13 gennaio 2023 alle ore 09:41", "2023-01-13T09:41"},
      {"13 dic. 2017", "2017-12-13"},
  };
  expect_read(cases);
}

TEST(ParseDateText, KeepsTheLocalDayWhateverTheZone) {
  const auto time = parse_date_text("Fri Oct 20, 2006 11:59pm PDT");
  ASSERT_TRUE(time);
  EXPECT_EQ(time->day(), 2006y / 10 / 20);
  EXPECT_EQ(time->utc_offset, -7h);
}

TEST(ParseDateText, TellsHowPreciselyItIsKnown) {
  EXPECT_EQ(parse_date_text("March 2004")->precision, Precision::kMonth);
  EXPECT_EQ(parse_date_text("3 March 2004")->precision, Precision::kDay);
  EXPECT_EQ(parse_date_text("3 March 2004 00:00")->precision, Precision::kMinute);
  EXPECT_EQ(parse_date_text("3 March 2004")->origin, DateOrigin::kNone);
}

TEST(ParseDateText, RejectsWhatDatesNothing) {
  const std::string_view cases[] = {
      "",
      " ",
      ".",
      "Friday",
      "on Friday",
      "2023",
      "January",
      "January 13",
      "13 January",
      "09:41",
      "Friday 09:41",
      "Jan 2023 09:41",             // a time needs its day
      "January 13, 2023 was cold",  // the whole text must be a date
      "US Jan 13, 2023",
      "Jan 13, 2023 and",
      "9/11",
      "G7",
      "2+2",
      "5551234567",  // a telephone number
      "0123456789",
      "12345",
      "123456",
      "20061020123",
      "May 5 2006 10",
      "Jan Feb 2006",
      "13 01 2023",  // numbers alone need their sign
      "13/01-2023",
      "1.13/2023",
      "0012-01-13",  // before all codes
      "9999-01-13",
      "Published",
      "T09:41",
      "2023-01-13T",
      "Jan 13, 2023 9:41:00:00",
      "Jan 13, 2023 9:41 10:41",
      "Donaudampfschifffahrtsgesellschaft 13, 2023",
      "\xC3",
      "\xFF\xFE",
      "13 J\xC3",  // a letter cut in two
  };
  for (const auto text : cases) {
    SCOPED_TRACE(text);
    EXPECT_EQ(iso(text), "no date");
  }
  EXPECT_EQ(iso("January 13, 2023" + std::string(kMaxDateBytes, ',')), "no date");
}

TEST(ParseDateText, RejectsDaysAndTimesThatDoNotExist) {
  const std::string_view cases[] = {
      "February 30, 2006",
      "29 Feb 2023",
      "2023-02-29",
      "20230229",
      "31/04/2017",
      "13/13/2017",  // impossible either way
      "Jan 0, 2023",
      "2023-00-13",
      "2023-13",
      "0/2004",
      "Jan 32, 2023",
      "2023-01-13T23:60",
      "2023-01-13 10:00:61",
      "Jan 13, 2023 13:41 AM",
      "2023-01-13T09:41+15:00",
      "2023-01-13T09:41+05:60",
      "20230113T2500",
      "20230113246000",
  };
  for (const auto text : cases) {
    SCOPED_TRACE(text);
    EXPECT_EQ(iso(text), "no date");
  }
}

TEST(ParseDateText, ReadsClocksAsTheyArePrinted) {
  const DateTextCase cases[] = {
      {"Thu 2 Jan 2020 10.05 GMT", "2020-01-02T10:05+00:00"},
      {"10.05 EST, January 2, 2020", "2020-01-02T10:05-05:00"},
      {"Thursday 2 January 2020 10.05am GMT", "2020-01-02T10:05+00:00"},
      {"2 January 2020 10.05", "2020-01-02T10:05"},
      {"2. januar 2020 kl. 10.05", "2020-01-02T10:05"},
      {"2. tammikuuta 2020 klo 10", "2020-01-02T10:00"},
      {"2 Jan 2020 1005 GMT", "2020-01-02T10:05+00:00"},
      {"May 2, 2020 12:34 p.m. Eastern Time", "2020-05-02T12:34"},
      {"Jan. 2, 2020 noon", "2020-01-02T12:00"},
      {"Jan. 2, 2020 12 noon", "2020-01-02T12:00"},
      {"noon, Jan. 2, 2020", "2020-01-02T12:00"},
      {"12:00 Noon, January 2, 2020", "2020-01-02T12:00"},
      {"Jan. 2, 2020 midnight", "2020-01-02"},  // of which day is not said
      {"2020-01-02T24:00:00Z", "2020-01-02"},
      {"2020-01-02 24:00", "2020-01-02"},
      {"2020-01-02T03Z", "2020-01-02T03:00+00:00"},
      {"2020-12-05T23:15:0Z", "2020-12-05T23:15+00:00"},
      {"January 2, 2020 GMT", "2020-01-02"},
      {"2020年12月31日 下午3时05分", "2020-12-31T15:05"},
      {"2020년 1월 2일 오후 3시 5분", "no date"},  // a minute of one digit
  };
  expect_read(cases);
}

TEST(ParseDateText, ReadsOtherFormsOfNumbers) {
  const DateTextCase cases[] = {
      {"2020_05_02", "2020-05-02"},     {"2020-002", "2020-01-02"},
      {"2020-366", "2020-12-31"},       {"2019-366", "no date"},
      {"2020-W01-4", "2020-01-02"},     {"2020W014", "2020-01-02"},
      {"2020-W54-1", "no date"},        {"[2020-05-02]", "2020-05-02"},
      {"\"2020-05-02\"", "2020-05-02"},
  };
  expect_read(cases);
}

TEST(ParseDateText, ReadsYearsOfTwoDigitsWhereOneReadingIsPossible) {
  const DateTextCase cases[] = {
      {"12/31/99", "1999-12-31"},
      {"31.12.99", "1999-12-31"},
      {"31.12.99 14:05", "1999-12-31T14:05"},
      {"25/7/22", "2022-07-25"},
      {"2-Jan-20", "2020-01-02"},
      {"2 Jan 20", "2020-01-02"},
      {"Jan. 2, '20", "2020-01-02"},
      {"99-12-31", "1999-12-31"},
      {"99/12/31", "1999-12-31"},
      {"05-11-18", "no date"},
      {"1-2-3", "no date"},
      {"20.2.1", "no date"},
      {"32-13-99", "no date"},
      {"Jan 2 20", "no date"},
      {"Sat, 2 May 20 12:34:56 GMT", "2020-05-02T12:34+00:00"},
  };
  expect_read(cases);
  EXPECT_TRUE(parse_date_text("31.12.99")->doubt.short_year);
  EXPECT_TRUE(parse_date_text("Jan. 2, '20")->doubt.short_year);
  EXPECT_FALSE(parse_date_text("31.12.1999")->doubt.short_year);
}

TEST(ParseDateText, TellsWhetherDayAndMonthCouldBeExchanged) {
  using Order = DateDoubt::Order;
  const std::pair<std::string_view, Order> cases[] = {
      {"1/2/2020", Order::kEither},         {"13/2/2020", Order::kDayFirst},
      {"1/13/2020", Order::kMonthFirst},    {"2/2/2020", Order::kTold},
      {"2020-01-02", Order::kTold},         {"2 Jan 2020", Order::kTold},
      {"01.02.2020 10:05", Order::kEither},
  };
  for (const auto& [text, order] : cases) {
    SCOPED_TRACE(text);
    EXPECT_EQ(parse_date_text(text)->doubt.order, order);
  }
  EXPECT_EQ(to_iso(*parse_date_text("1/2/2020", DayOrder::kMonthFirst)), "2020-01-02");
  EXPECT_TRUE(parse_date_text("1/2/2020 10:05 AM EST")->doubt.american);
  EXPECT_TRUE(parse_date_text("1/2/2020 10:05 AM ET")->doubt.american);
  EXPECT_FALSE(parse_date_text("1/2/2020 10:05 GMT")->doubt.american);
}

TEST(ParseDateText, TakesThePublicationWhateverTheOrder) {
  const DateTextCase cases[] = {
      {"Updated 5 Jan 2020, Published 2 Jan 2020", "2020-01-02"},
      {"Published: 2 January 2020 | Updated: 5 January 2020", "2020-01-02"},
      {"Updated: 5 January 2020 10:05 | Published: 2 January 2020 09:00", "2020-01-02T09:00"},
      {"First published on Thu 2 Jan 2020 10.05 GMT", "2020-01-02T10:05+00:00"},
      {"Last updated January 5, 2020", "2020-01-05"},
      {"dated May 2, 2020", "2020-05-02"},
      {"Date: 2 January 2020", "2020-01-02"},
      {"2 January 2020 (updated 3 January 2020)", "2020-01-02"},
      {"Veröffentlicht am 2. Januar 2020, aktualisiert am 5. Januar 2020", "2020-01-02"},
      {"Publié le 2 janvier 2020 à 10h05, mis à jour le 5 janvier 2020 à 11h00",
       "2020-01-02T10:05"},
      {"Publié le 02/01/2020 à 10h05, mis à jour le 13/01/2020 à 11h00", "2020-01-02T10:05"},
      {"Mise à jour : 5 janvier 2020 - Publié le 2 janvier 2020", "2020-01-02"},
      {"Publicado el 2 de enero de 2020 a las 10:05, actualizado a las 12:00", "2020-01-02T10:05"},
      {"입력 2020.01.02 10:05 수정 2020.01.05 11:00", "2020-01-02T10:05"},
      {"Mis à jour le 5 janvier 2020 à 10:05 - Publié le 2 janvier 2020", "2020-01-02"},
      {"Publié le 2 janvier 2020 - Mis à jour le 5 janvier 2020 à 10h05", "2020-01-02"},
      {"Mise à jour : 5 janvier 2020", "2020-01-05"},
  };
  expect_read(cases);
  for (const std::string_view text :
       {"Updated: 5 January 2020", "Last modified on 5 January 2020",
        "Stand: 5. Januar 2020, 10:05 Uhr", "Mis à jour le 5 janvier 2020 à 10h05"}) {
    SCOPED_TRACE(text);
    EXPECT_TRUE(parse_date_text(text)->doubt.of_update);
  }
  EXPECT_FALSE(parse_date_text("Published/Updated: 5 January 2020")->doubt.of_update);
}

TEST(ParseDateText, TakesTheOrderThatTheWeekdayTells) {
  using Order = DateDoubt::Order;
  struct {
    std::string_view text;
    std::string_view iso;
    Order order;
  } const cases[] = {
      {"Thu 01/02/2020", "2020-01-02", Order::kMonthFirst},
      {"Sat, 1/2/2020 10:05", "2020-02-01T10:05", Order::kDayFirst},
      {"Donnerstag, 02.01.2020", "2020-01-02", Order::kDayFirst},
      {"jeudi 02/01/2020", "2020-01-02", Order::kDayFirst},
      {"четверг, 02.01.2020", "2020-01-02", Order::kDayFirst},
      {"1/2/2020 (Thursday)", "2020-01-02", Order::kMonthFirst},
      {"Monday 1/2/2020", "2020-02-01", Order::kEither},  // neither
      {"Friday 3/1/2020", "2020-01-03", Order::kDayFirst},
      {"Wed 1/4/2020", "2020-04-01", Order::kDayFirst},
      {"Sunday 2/2/2020", "2020-02-02", Order::kTold},
      {"1/2/2020 10:05 GMT", "2020-02-01T10:05+00:00", Order::kEither},
  };
  for (const auto& [text, iso, order] : cases) {
    SCOPED_TRACE(text);
    for (const DayOrder asked : {DayOrder::kDayFirst, DayOrder::kMonthFirst}) {
      const auto time = parse_date_text(text, asked);
      ASSERT_TRUE(time);
      EXPECT_EQ(time->doubt.order, order);
      if (order == Order::kEither && asked == DayOrder::kMonthFirst) continue;
      EXPECT_EQ(to_iso(*time), iso);
    }
  }
}

TEST(ParseDateText, KnowsWhatPapersPrintBehindTheDay) {
  const DateTextCase cases[] = {
      {"January 2, 2020 Thursday Late Edition - Final", "2020-01-02"},
      {"Thursday, January 2, 2020 Late Edition", "2020-01-02"},
      {"June 17, 1995, CITY EDITION", "1995-06-17"},
      {"Sunday, January 2, 2020; A01", "2020-01-02"},
      {"Monday, 2 May 2020, Page A1", "2020-05-02"},
  };
  expect_read(cases);
}

TEST(ParseDateText, TakesTheFirstOfARangeOrAList) {
  const DateTextCase cases[] = {
      {"Jan. 2-3, 2020", "2020-01-02"},
      {"2-3 January 2020", "2020-01-02"},
      {"2./3. Januar 2020", "2020-01-02"},
      {"Jan. 2 and 3, 2020", "2020-01-02"},
      {"Jan. 30 - Feb. 2, 2020", "2020-01-30"},
      {"Dec. 30 - Jan. 2, 2020", "2019-12-30"},
      {"30 December 2019 – 2 January 2020", "2019-12-30"},
      {"2020-01-02/2020-01-05", "2020-01-02"},
      {"2020-01-02, 2020-01-05", "2020-01-02"},
      {"2 January, 14 and 15 March 2020", "no date"},  // 14 is no year
  };
  expect_read(cases);
}

TEST(ParseDateText, LeavesProseAlone) {
  for (const std::string_view text :
       {"March 2004 was wet", "January 13, 2023 was cold", "Olympics 2020: 12 athletes to watch",
        "12 May 2020 report on floods", "May 5 2020 riots in pictures", "2 Jan 2020 | Ann Roe",
        "Election 2020: what 12 states say", "February 30, 2020 Late Edition"}) {
    SCOPED_TRACE(text);
    EXPECT_EQ(iso(text), "no date");
  }
}

TEST(ParseYearlessDay, ReadsADayOfAnyYear) {
  EXPECT_EQ(parse_yearless_day("Feb 26"), std::chrono::February / 26);
  EXPECT_EQ(parse_yearless_day("26 February"), std::chrono::February / 26);
  EXPECT_EQ(parse_yearless_day(" Friday, Feb. 26 "), std::chrono::February / 26);
  EXPECT_EQ(parse_yearless_day("Feb 29"), std::chrono::February / 29);
  for (const std::string_view text :
       {"", "Feb", "26", "Feb 30", "Feb 26, 1987", "26/2", "Feb 26 09:41", "Feb 26 was"}) {
    SCOPED_TRACE(text);
    EXPECT_EQ(parse_yearless_day(text), std::nullopt);
  }
}

TEST(IsWeekday, IsTheNameAlone) {
  for (const std::string_view text :
       {"Friday", "FRIDAY", "Fri.", "(Freitag)", "on Friday", "sábado"}) {
    SCOPED_TRACE(text);
    EXPECT_TRUE(is_weekday(text));
  }
  for (const std::string_view text :
       {"", "Friday 13", "Fri Jan", "Fried", "Friday 9:41", "Friday it"}) {
    SCOPED_TRACE(text);
    EXPECT_FALSE(is_weekday(text));
  }
}

// Howard Hinnant's formatter as the second opinion.
RC_GTEST_PROP(ParseDateText, ReadsBackWhatAnotherLibraryPrints, ()) {
  constexpr int kDaysBefore = 135'000;  // the year 1600
  constexpr int kDaysAfter = 47'000;    // the year 2098
  const date::local_days day{date::days{*rc::gen::inRange(-kDaysBefore, kDaysAfter)}};
  const std::chrono::minutes of_day{*rc::gen::inRange(0, 24 * 60)};
  const std::string format = *rc::gen::elementOf(std::vector<std::string>{
      "%Y-%m-%dT%H:%M", "%Y%m%d%H%M", "%Y-%m-%d %T", "%a %b %d %T %Y", "%A, %d %B %Y %I:%M %p",
      "%b %d, %Y %H:%M", "%d/%m/%Y %H:%M", "%H:%M %d.%m.%Y", "%d-%b-%Y %T", "%Y/%m/%d %I:%M%p"});
  const std::string text = date::format(format, day + of_day);
  const auto time = parse_date_text(text);
  RC_ASSERT(time.has_value());
  RC_ASSERT(to_iso(*time) == date::format("%Y-%m-%dT%H:%M", day + of_day));
}

RC_GTEST_PROP(ParseDateText, ReadsBackEveryIsoDate, ()) {
  PublicationTime time;
  time.precision = Precision::kMinute;
  time.local += std::chrono::minutes{*rc::gen::inRange(-190'000'000, 67'000'000)};
  time.utc_offset = std::chrono::minutes{*rc::gen::inRange(-14 * 60, 14 * 60 + 1)};
  RC_ASSERT(parse_date_text(to_iso(time)) == time);
}

RC_GTEST_PROP(ParseDateText, SurvivesAnyRunOfItsOwnParts, ()) {
  const auto parts =
      *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(std::vector<std::string>{
          "2023", "13", "1", "Jan", "mar", "T",   "Z",   "+",  "-",        ":",    ".",   "(",
          ")",    "[",  " ", "am",  "h",   "GMT", "Fri", "th", "20230113", "\xC3", "\xA0"}));
  std::string text;
  for (const auto& part : parts) text += part;
  const auto time = parse_date_text(text);
  if (time) RC_ASSERT(time->dated() && time->day().ok());
}

}  // namespace
}  // namespace dateline::indexer
