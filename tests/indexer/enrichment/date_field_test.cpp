// Fields that are known to be dates: whatever stands beside the day, epochs, years alone.
#include <date/date.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <span>
#include <string>
#include <vector>

#include "indexer/enrichment/date_text.h"

namespace dateline::indexer {
namespace {

struct DateFieldCase {
  std::string_view text;
  std::string_view iso;
};

std::string iso_of_field(std::string_view text) {
  const auto time = parse_date_field(text);
  return time ? to_iso(*time) : "no date";
}

void expect_read_in_field(std::span<const DateFieldCase> cases) {
  for (const auto& [text, expected] : cases) {
    SCOPED_TRACE(text);
    EXPECT_EQ(iso_of_field(text), expected);
  }
}

TEST(ParseDateField, ReadsWhateverStandsBesideTheDay) {
  const DateFieldCase cases[] = {
      {"January 13, 2023 was cold", "2023-01-13"},
      {"Communication, mardi 14 mars 2006, p. 16", "2006-03-14"},
      {"Vol. 3, No. 12, January 2, 2020", "2020-01-02"},
      {"Hamburg, den 2. Januar 2020", "2020-01-02"},
      {"2 de enero de 2020 a las 10:05 horas", "2020-01-02T10:05"},
      {"2 мая 2020 в 10:05", "2020-05-02T10:05"},
      {"Thu, 25 Feb 2016 00:00:00 Europe/Brussels", "2016-02-25T00:00"},
      {"ISODate(\"2020-01-02T03:04:05Z\")", "2020-01-02T03:04+00:00"},
      {"Timestamp('2020-01-02 00:00:00')", "2020-01-02T00:00"},
      {"2020-01-02T25:99", "2020-01-02"},  // the clock alone is lost
      {"Jan 13, 2023 9:41:00:00", "2023-01-13"},
      {"2020-01-02+01:00", "2020-01-02"},
      {"20200102.0", "2020-01-02"},
      // Parts of a second date, days that do not exist, other calendars.
      {"2 January 2020, May Day edition", "no date"},
      {"January 2, 2020 January 3, 2021", "no date"},
      {"30 February 2020", "no date"},
      {"7 خرداد 1398", "no date"},
      {"خرداد 1400", "no date"},
      {"2020-13-45", "no date"},
      {"3 days ago", "no date"},
      {"None", "no date"},
      {"", "no date"},
  };
  expect_read_in_field(cases);
}

TEST(ParseDateField, ReadsEpochs) {
  const DateFieldCase cases[] = {
      {"1577836800", "2020-01-01T00:00+00:00"},
      {"1577836800000", "2020-01-01T00:00+00:00"},
      {"1577836800000000", "2020-01-01T00:00+00:00"},
      {"1577836800000000000", "2020-01-01T00:00+00:00"},
      {"1577836800.123", "2020-01-01T00:00+00:00"},
      {"1.5778368e+18", "2020-01-01T00:00+00:00"},
      {"936489600", "1999-09-05T00:00+00:00"},
      {"936489600000", "1999-09-05T00:00+00:00"},
      {"-86400", "1969-12-31T00:00+00:00"},
      {"-86400000", "1967-04-07T00:00+00:00"},
      {"/Date(1577836800000)/", "2020-01-01T00:00+00:00"},
      {"/Date(1577836800000+0100)/", "2020-01-01T01:00+01:00"},
      {"/Date(-86400000)/", "1969-12-31T00:00+00:00"},
      {"5551234567", "no date"},
      {"91234567", "no date"},
      {"-1", "no date"},
      {"0", "no date"},
      {"/Date()/", "no date"},
      {"/Date(1e99)/", "no date"},
      {"99999999999999999999999999", "no date"},
  };
  expect_read_in_field(cases);
  EXPECT_FALSE(parse_date_text("1577836800000"));  // a line of digits is an id
}

TEST(ParseDateField, ReadsYearsAlone) {
  const DateFieldCase cases[] = {
      {"1899", "1899"},
      {"1899-00-00", "1899"},
      {"1899-05-00", "1899-05"},
      {"1899-00", "1899"},
      {"c. 1899", "1899"},
      {"circa 1899", "1899"},
      {"[1899]", "1899"},
      {"1899?", "1899"},
      {"Summer 1899", "1899"},
      {"Q1 1999", "1999"},
      {"2016.0", "2016"},
      {"May/June 2020", "2020-05"},
      {"1899年", "1899"},
      {"1899-00-05", "no date"},
      {"1890s", "no date"},
      {"1899-1901", "no date"},
      {"1899/00", "1899"},
      {"Winter 1920/21", "no date"},
      {"Reuters 1999", "no date"},
      {"1234", "no date"},
      {"2999", "no date"},
      {"Friday 1999", "no date"},
      {"12", "no date"},
  };
  expect_read_in_field(cases);
  EXPECT_EQ(parse_date_field("1899")->precision, Precision::kYear);
  EXPECT_FALSE(parse_date_text("1899"));  // a line may be anything
  EXPECT_FALSE(parse_date_text("1899-00-00"));
}

RC_GTEST_PROP(ParseDateField, ReadsWhatTheLineReads, ()) {
  constexpr int kDaysBefore = 200'000;
  constexpr int kDaysAfter = 300'000;
  const date::local_days day{date::days{*rc::gen::inRange(-kDaysBefore, kDaysAfter)}};
  const std::string format = *rc::gen::elementOf(std::vector<std::string>{
      "%Y-%m-%d", "%A, %d %B %Y", "%b %d, %Y", "%d/%m/%Y", "%d.%m.%Y", "%Y/%m/%d"});
  const std::string text = date::format(format, day);
  RC_ASSERT(parse_date_field(text) == parse_date_text(text));
}

// Every form, cut at every byte: nothing but a date or none.
TEST(ParseDateField, ReadsRomanMonths) {
  const DateFieldCase cases[] = {
      {"2.I.2020", "2020-01-02"},    {"12.XI.2020", "2020-11-12"},  {"3/IV/2020", "2020-04-03"},
      {"31-XII-2019", "2019-12-31"}, {"2 VIII 2020", "2020-08-02"}, {"2. IX. 2020", "2020-09-02"},
      {"31.II.2020", "no date"},
  };
  expect_read_in_field(cases);
}

TEST(ParseDateField, ReadsNoYearOfAnotherCalendar) {
  const DateFieldCase cases[] = {
      {"1398/10/12", "no date"}, {"1399-01-15", "no date"},       {"1441/05/07", "no date"},
      {"2563-01-02", "no date"}, {"2/1/2563", "no date"},         {"2 January 2563", "no date"},
      {"1441", "no date"},       {"2 มกราคม 2563", "2020-01-02"}, {"1605-03-01", "1605-03-01"},
  };
  expect_read_in_field(cases);
}

TEST(ParseDateField, SurvivesFormsCutAtEveryByte) {
  const std::string_view forms[] = {
      "Updated: 5 January 2020 10.05 GMT | Published: 2 January 2020, Page A1",
      "вторник, 28 мая 2019 г. в 10:05",
      "2020年12月31日 下午3时05分",
      "令和2年1月2日（木）",
      "ngày 28 tháng 5 năm 2019",
      "วันอังคารที่ 28 พฤษภาคม พ.ศ. 2562",
      "الثلاثاء، 28 مايو 2019",
      "2019(e)ko maiatzaren 28(a), asteartea",
      "/Date(1577836800000+0100)/",
      "Dec. 30 - Jan. 2, '20; A01",
  };
  for (const std::string_view form : forms) {
    for (std::size_t size = 0; size <= form.size(); ++size) {
      SCOPED_TRACE(form.substr(0, size));
      for (const auto& time :
           {parse_date_text(form.substr(0, size)), parse_date_field(form.substr(0, size))}) {
        EXPECT_TRUE(!time || (time->dated() && time->day().ok()));
      }
    }
  }
}

}  // namespace
}  // namespace dateline::indexer
