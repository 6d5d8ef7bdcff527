// Days as CLDR prints them in the languages of newspapers: each is read as that day or not at all,
// never as another.
#include <gtest/gtest.h>
#include <unicode/gregocal.h>
#include <unicode/smpdtfmt.h>

#include <array>
#include <memory>
#include <string>

#include "indexer/enrichment/calendar_lexicon.h"
#include "indexer/enrichment/date_fold.h"
#include "indexer/enrichment/date_text.h"

namespace dateline::indexer {
namespace {

constexpr auto kLanguages = std::to_array<const char*>({
    "af", "am", "ar", "az", "be", "bg", "bn", "bs",  "ca", "cs", "cy", "da",      "de",
    "el", "en", "es", "et", "eu", "fa", "fi", "fil", "fr", "ga", "gl", "gu",      "he",
    "hi", "hr", "hu", "hy", "id", "is", "it", "ja",  "ka", "kk", "km", "kn",      "ko",
    "ky", "lo", "lt", "lv", "mk", "ml", "mn", "mr",  "ms", "mt", "my", "nb",      "ne",
    "nl", "pa", "pl", "ps", "pt", "ro", "ru", "si",  "sk", "sl", "sq", "sr",      "sr_Latn",
    "sv", "sw", "ta", "te", "th", "tr", "uk", "ur",  "uz", "vi", "zh", "zh_Hant", "zu",
});

// One day of each month; none can be read with day and month exchanged.
constexpr std::array<int, 12> kDays = {23, 14, 31, 17, 28, 13, 19, 25, 16, 22, 30, 21};

std::string print(const std::string& locale, icu::DateFormat::EStyle style, int month) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::DateFormat> format(
      icu::DateFormat::createDateInstance(style, icu::Locale(locale.c_str())));
  icu::GregorianCalendar calendar(*icu::TimeZone::getGMT(), status);
  format->setTimeZone(*icu::TimeZone::getGMT());
  calendar.clear();
  constexpr int kYear = 2019;
  constexpr int kNoon = 12;
  calendar.set(kYear, month, kDays.at(static_cast<std::size_t>(month)), kNoon, 0);
  icu::UnicodeString text;
  format->format(calendar.getTime(status), text);
  std::string utf8;
  text.toUTF8String(utf8);
  return utf8;
}

void expect_all_read(const std::string& locale) {
  for (const auto style :
       {icu::DateFormat::kFull, icu::DateFormat::kLong, icu::DateFormat::kMedium}) {
    for (int month = 0; month < 12; ++month) {
      const std::string text = print(locale, style, month);
      SCOPED_TRACE(locale + ": " + text);
      const std::chrono::year_month_day day{std::chrono::year{2019} / (month + 1) /
                                            kDays.at(static_cast<std::size_t>(month))};
      const auto as_line = parse_date_text(text);
      const auto as_field = parse_date_field(text);
      EXPECT_EQ(as_line ? to_iso(*as_line) : "no date", to_iso(day));
      EXPECT_EQ(as_field ? to_iso(*as_field) : "no date", to_iso(day));
    }
  }
}

TEST(DateLanguages, AreReadAsCldrPrintsThem) {
  for (const char* const language : kLanguages) {
    expect_all_read(std::string(language) + "@calendar=gregorian");
  }
}

TEST(DateLanguages, AreReadWithDigitsAndYearsOfTheirOwn) {
  for (const char* const locale :
       {"ar_EG@calendar=gregorian", "fa@calendar=gregorian", "bn", "mr@numbers=deva", "ne", "my",
        "th", "th@numbers=thai", "hi@numbers=deva"}) {
    expect_all_read(locale);
  }
}

// The same word is another month to a neighbour: the stops behind day and year tell them apart, or
// the weekday; where nothing does, the text is undated.
TEST(DateLanguages, TellNeighboursApart) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"22 listopada 2019", "2019-11-22"},    // Polish
      {"22. listopada 2019.", "2019-10-22"},  // Croatian
      {"22. listopadu 2019", "2019-11-22"},   // Czech
      {"utorak, 22. listopada 2019.", "2019-10-22"},
      {"Dydd Mawrth, 19 Mawrth 2019", "2019-03-19"},  // March and a Tuesday
      {"mar 14 mar 2023", "2023-03-14"},
  };
  for (const auto& [text, expected] : cases) {
    SCOPED_TRACE(text);
    const auto time = parse_date_field(text);
    EXPECT_EQ(time ? to_iso(*time) : "no date", expected);
  }
}

TEST(DateLanguages, AreReadAsNewspapersWriteThem) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"2 januari 2020", "2020-01-02"},
      {"2 maart 2020", "2020-03-02"},
      {"2 augusti 2020", "2020-08-02"},
      {"2. desember 2020", "2020-12-02"},
      {"2 stycznia 2020 r.", "2020-01-02"},
      {"2 січня 2020 року", "2020-01-02"},
      {"2 января 2020 года", "2020-01-02"},
      {"2 ЯНВАРЯ 2020", "2020-01-02"},
      {"2 Ιανουαρίου 2020", "2020-01-02"},
      {"2 KASIM 2020", "2020-11-02"},
      {"2 Ağustos 2020 Pazar", "2020-08-02"},
      {"2 de gener de 2020", "2020-01-02"},
      {"ngày 2 tháng 1 năm 2020", "2020-01-02"},
      {"2020年1月2日 10:05", "2020-01-02T10:05"},
      {"2018 年 10 月 7 日 17:04", "2018-10-07T17:04"},
      {"２０２０年１月２日", "2020-01-02"},
      {"二〇二〇年十二月三十一日", "2020-12-31"},
      {"令和2年1月2日", "2020-01-02"},
      {"平成元年1月8日", "1989-01-08"},
      {"民國109年1月2日", "2020-01-02"},
      {"١٣ يناير ٢٠٢٠", "2020-01-13"},
      {"۱۳ ژانویهٔ ۲۰۲۰", "2020-01-13"},
      {"१३ जनवरी २०२०", "2020-01-13"},
      {"๒๘ พฤษภาคม ๒๕๖๒", "2019-05-28"},
      {"2 كانون الثاني 2020", "2020-01-02"},
      {"2. Jänner 2020", "2020-01-02"},
  };
  for (const auto& [text, expected] : cases) {
    SCOPED_TRACE(text);
    const auto time = parse_date_text(text);
    EXPECT_EQ(time ? to_iso(*time) : "no date", expected);
  }
}

TEST(FoldDate, MakesOneSpellingOfAll) {
  EXPECT_EQ(fold_date("MÄRZ"), "marz");
  EXPECT_EQ(fold_date("Şubat KASIM İ"), "subat kasim i");
  EXPECT_EQ(fold_date("d’abril"), "dabril");
  EXPECT_EQ(fold_date("’20"), "'20");
  EXPECT_EQ(fold_date("٢٠٢٠ २०२० ２０２０"), "2020 2020 2020");
  EXPECT_EQ(fold_date("١٣\u200F/\u200F٥"), "13/5");
  EXPECT_EQ(fold_date("a—b"), "a-b");
  EXPECT_EQ(fold_date("\xFF"), "~");
  EXPECT_EQ(fold_date(""), "");
}

TEST(CalendarLexicon, KnowsPhrasesByTheirLanguages) {
  const CalendarLexicon& lexicon = CalendarLexicon::all();
  EXPECT_EQ(lexicon.find("no such word"), nullptr);
  const auto* listopad = lexicon.find("listopada");
  ASSERT_NE(listopad, nullptr);
  EXPECT_GE(listopad->size(), 2U);
  EXPECT_NE(lexicon.find("terca feira"), nullptr);
  EXPECT_NE(lexicon.find("พ ค"), nullptr);
}

}  // namespace
}  // namespace dateline::indexer
