#include "indexer/enrichment/dateline.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <vector>

namespace dateline::indexer {
namespace {

struct DatelineCase {
  std::string_view body;
  std::string_view place;
  std::string_view agency;
  std::string_view date;  // ISO, "--02-26" for a day without a year
  std::string_view story;
};

std::string date_of(const Dateline& dateline) {
  if (!dateline.yearless_day) return to_iso(dateline.published);
  return fmt::format("--{:02}-{:02}", unsigned{dateline.yearless_day->month()},
                     unsigned{dateline.yearless_day->day()});
}

void expect_read(const DatelineCase& expected) {
  SCOPED_TRACE(expected.body);
  const auto dateline = parse_dateline(expected.body);
  ASSERT_TRUE(dateline);
  EXPECT_EQ(dateline->place, expected.place);
  EXPECT_EQ(dateline->agency, expected.agency);
  EXPECT_EQ(date_of(*dateline), expected.date);
  EXPECT_EQ(expected.body.substr(dateline->end), expected.story);
}

TEST(ParseDateline, ReadsPlaceAgencyAndDate) {
  const DatelineCase cases[] = {
      {"WASHINGTON (UrduPoint News / Sputnik - 13th January, 2023) Talks opened", "WASHINGTON",
       "UrduPoint News / Sputnik", "2023-01-13", "Talks opened"},
      {"SALVADOR, Feb 26 - Showers fell", "SALVADOR", "", "--02-26", "Showers fell"},
      {"NEW YORK (Reuters) - Shares rose", "NEW YORK", "Reuters", "", "Shares rose"},
      {"NEW YORK  (Reuters) -Shares rose", "NEW YORK", "Reuters", "", "Shares rose"},
      {"NEW YORK (Reuters) - eBay rose", "NEW YORK", "Reuters", "", "eBay rose"},
      {"WASHINGTON \u2013 Talks opened", "WASHINGTON", "", "", "Talks opened"},
      {"BERLIN\u2014Talks opened", "BERLIN", "", "", "Talks opened"},
      {"LONDON, March 3 (AP) -- Talks opened", "LONDON", "AP", "--03-03", "Talks opened"},
      {"PARIS (AFP) \u2014 Talks opened", "PARIS", "AFP", "", "Talks opened"},
      {"KUALA LUMPUR, Malaysia (AP) - Police said", "KUALA LUMPUR, Malaysia", "AP", "",
       "Police said"},
      {"RALEIGH, N.C. (AP) _ Police said", "RALEIGH, N.C.", "AP", "", "Police said"},
      {"CHICAGO  Nov 2 (Reuters) - Shares rose", "CHICAGO", "Reuters", "--11-02", "Shares rose"},
      {"LONDON Feb 10 - (Reuters) - Shares rose", "LONDON", "Reuters", "--02-10", "Shares rose"},
      {"BOSTON, Jan. 13, 2023 (AP) - Snow fell", "BOSTON", "AP", "2023-01-13", "Snow fell"},
      {"PARIS (AFP, 13 Jan 2023) Talks opened", "PARIS", "AFP", "2023-01-13", "Talks opened"},
      {"SYDNEY, Friday (Reuters) - Shares rose", "SYDNEY", "Reuters", "", "Shares rose"},
      {"New Delhi, Jan 13 (PTI) The government", "New Delhi", "PTI", "--01-13", "The government"},
      {"Berlin (dpa) - Die Regierung", "Berlin", "dpa", "", "Die Regierung"},
      {"The Hague, Jan 13 - Judges met", "The Hague", "", "--01-13", "Judges met"},
      {"SAINT-DENIS/PARIS (Reuters) - Police", "SAINT-DENIS/PARIS", "Reuters", "", "Police"},
      {"ST. LOUIS (Hollywood Reporter) - A film", "ST. LOUIS", "Hollywood Reporter", "", "A film"},
      {"RIO de JANEIRO \u2013 Talks opened", "RIO de JANEIRO", "", "", "Talks opened"},
      {"M\u00DCNCHEN (dpa/lby) - Regen", "M\u00DCNCHEN", "dpa/lby", "", "Regen"},
      {"(Reuters) - Shares rose", "", "Reuters", "", "Shares rose"},
      {"REUTERS - Shares rose", "", "REUTERS", "", "Shares rose"},
      {"April 25 - Rice prices rose", "", "", "--04-25", "Rice prices rose"},
      {"  TOKYO, Feb. 29 \u2013\n\nSnow fell", "TOKYO", "", "--02-29", "Snow fell"},
      {"MADRID (EFE).- El gobierno", "MADRID", "EFE", "", "El gobierno"},
      {"Lisboa, 2 jan (Lusa) \u2013 O governo", "Lisboa", "Lusa", "--01-02", "O governo"},
      {"(ANSA) - ROMA - Il governo", "ROMA", "ANSA", "", "Il governo"},
      {"PARIS, AFP - Le gouvernement", "PARIS", "AFP", "", "Le gouvernement"},
      {"BEIJING, Jan. 2 (Xinhua) -- Talks opened", "BEIJING", "Xinhua", "--01-02", "Talks opened"},
      {"TOKYO, Jan. 2, Kyodo - Talks opened", "TOKYO", "Kyodo", "--01-02", "Talks opened"},
      {"NORTHPORT, Jan. 2, 2020 /PRNewswire/ -- The firm", "NORTHPORT", "PRNewswire", "2020-01-02",
       "The firm"},
      {"NEW YORK--(BUSINESS WIRE)--The firm", "NEW YORK", "BUSINESS WIRE", "", "The firm"},
      {"\u041C\u041E\u0421\u041A\u0412\u0410 (\u0420\u0435\u0439\u0442\u0435\u0440) - "
       "\u0412\u043B\u0430\u0441\u0442\u0438",
       "\u041C\u041E\u0421\u041A\u0412\u0410", "\u0420\u0435\u0439\u0442\u0435\u0440", "",
       "\u0412\u043B\u0430\u0441\u0442\u0438"},
      {"JAKARTA, EXAMPLE.com - Talks opened", "JAKARTA", "", "", "Talks opened"},
      {"Salt Lake City (AP) - The council", "Salt Lake City", "AP", "", "The council"},
      {"Ho Chi Minh City (VNA) - The council", "Ho Chi Minh City", "VNA", "", "The council"},
      {"Frankfurt am Main (dpa) - Der Rat", "Frankfurt am Main", "dpa", "", "Der Rat"},
      {"NEWPORT NEWS, Va. (AP) - The council", "NEWPORT NEWS, Va.", "AP", "", "The council"},
  };
  for (const auto& expected : cases) expect_read(expected);
}

TEST(ParseDateline, PassesOverNotesAndBylines) {
  struct BylineCase {
    std::string_view body, byline, place;
  };
  const BylineCase cases[] = {
      {"By Jane Doe WASHINGTON, Jan 3 (Reuters) - Talks", "By Jane Doe", "WASHINGTON"},
      {"By  Jane Doe  and  John J. Roe NEW YORK  (Reuters) - Talks",
       "By  Jane Doe  and  John J. Roe", "NEW YORK"},
      {"By Jane Doe\n\nWASHINGTON (AP) - Talks", "By Jane Doe", "WASHINGTON"},
      {"Jane Doe and John Roe\nWASHINGTON (AP) - Talks", "Jane Doe and John Roe", "WASHINGTON"},
      {"(Adds comment, shares)\n\n  By Jane Doe PARIS Dec 4 (Reuters) - Talks", "By Jane Doe",
       "PARIS"},
      {"(Corrects fifth paragraph) PARIS (Reuters) - Talks", "", "PARIS"},
      {"Corrects net income in paragraph 14.\n\nPARIS (Reuters) - Talks", "", "PARIS"},
  };
  for (const auto& [body, byline, place] : cases) {
    SCOPED_TRACE(body);
    const auto dateline = parse_dateline(body);
    ASSERT_TRUE(dateline);
    EXPECT_EQ(dateline->byline, byline);
    EXPECT_EQ(dateline->place, place);
    EXPECT_EQ(body.substr(dateline->end), "Talks");
  }
}

TEST(ParseDateline, LeavesOrdinaryOpeningsAlone) {
  const std::string_view cases[] = {
      "",
      " ",
      "WASHINGTON",
      "WASHINGTON -",
      "(",
      "()",
      "( - ) -",
      "-",
      "\u2014",
      "President Joe Biden \u2013 who arrived late \u2013 spoke",
      "US President Joe Biden and Prime Minister Kishida met (again) on Friday",
      "US - Japan talks opened",
      "NATO (North Atlantic Treaty Organization) said",
      "NATO \u2013 Talks opened",               // a body, not a place
      "PREVIEW - US, Japan set to hold talks",  // a label of the desk
      "UPDATE 1 - Shares rise",
      "OPEC - the cartel - met",
      "G7 - Talks opened",
      "Apple (AAPL) - the maker of phones",  // no agency that we know, no capitals
      "BMW (Germany's carmaker) - Shares",
      "In Paris, Jan 13 - Talks opened",
      "On Jan. 13 - a Friday - talks opened",
      "WASHINGTON said: talks (AP) - opened",
      "By the time (Reuters) - Talks",
      "THE PRESIDENT SAID TODAY THAT HE WOULD GO (AP) - Talks",  // too long a run for a place
      "Jan 13, 2023 was a Friday - Talks",
      "Sometimes, the mighty fall. In the case of Rome (AP) - Talks",
      "Talks Open In Geneva, Envoys Say Before Second Night (Bloomberg) -- The envoys",
      "Getty Images (AP) - The envoys met",
      "The Old Bridge (AP) \u2014 The council met",
      "REUTERS/Jane Doe (Reuters) - The council met",
      "FILE - The old bridge is seen in spring.",
      "EDITOR\u2019S NOTE - The council met",
      "EDITORS' NOTE - The council met",
      "WATCH - The council meets",
      "TEMPO.CO, Jakarta - The council met",
      "PHOTO GALLERY - The council meets",
      "TALKS OPEN - ENVOYS TIRED",
      "TALKS OPEN - Envoys tired\n\nThe envoys met on Monday.",
      "ENVOYS OPEN LONG TALKS - Both sides said that they would stay.",
  };
  for (const auto body : cases) {
    SCOPED_TRACE(body);
    EXPECT_FALSE(parse_dateline(body));
  }
}

TEST(ParseDateline, PassesOverTheHeadlineSaidAgain) {
  struct HeadlineCase {
    std::string_view headline, body, byline, place;
  };
  const HeadlineCase cases[] = {
      {"Market Shuts", "Market Shuts\nPARIS (AP) - Talks", "", "PARIS"},
      {"Market Shuts", "MARKET SHUTS\n\nPARIS, Jan 2 (Reuters) - Talks", "", "PARIS"},
      {"Market Shuts", "Market Shuts In Paris\n\n(Reuters) - Talks", "", ""},
      {"Market Shuts In Paris", "Market Shuts\n\nPARIS (AP) - Talks", "", "PARIS"},
      {"Market Shuts In Paris", "Market Shuts\u2026\n\nPARIS (AP) - Talks", "", "PARIS"},
      {"Market Shuts", "Market Shuts\nBy Jane Doe\nPARIS (AP) - Talks", "By Jane Doe", "PARIS"},
      {"Market Shuts", "Jane Doe\nPARIS (AP) - Talks", "Jane Doe", "PARIS"},
  };
  for (const auto& [headline, body, byline, place] : cases) {
    SCOPED_TRACE(body);
    const auto dateline = parse_dateline(body, headline);
    ASSERT_TRUE(dateline);
    EXPECT_EQ(dateline->byline, byline);
    EXPECT_EQ(dateline->place, place);
    EXPECT_EQ(body.substr(dateline->end), "Talks");
  }
}

RC_GTEST_PROP(ParseDateline, EndsInsideTheBodyWhateverItIsMadeOf, ()) {
  const auto parts =
      *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(std::vector<std::string>{
          "PARIS",  "By ",  "Jane ",     "(",      ")",      "AP",    "Reuters",
          " - ",    " ",    "\n",        "\n\n",   "Jan 13", ", ",    "2023",
          "\u2014", "\xE2", "Corrects ", "Friday", "A",      "lower "}));
  std::string body;
  for (const auto& part : parts) body += part;
  const auto dateline = parse_dateline(body);
  if (!dateline) return;
  RC_ASSERT(dateline->end <= body.size());
  for (const auto view : {dateline->place, dateline->agency, dateline->byline}) {
    RC_ASSERT(view.empty() || (view.data() >= body.data() &&
                               view.data() + view.size() <= body.data() + body.size()));
  }
}

RC_GTEST_PROP(ParseDateline, ReadsBackWhatIsPrinted, ()) {
  const auto place = *rc::gen::elementOf(std::vector<std::string>{
      "PARIS", "NEW YORK", "ST. LOUIS", "KUALA LUMPUR, Malaysia", "LOS ANGELES/TOKYO"});
  const auto agency = *rc::gen::elementOf(std::vector<std::string>{"AP", "Reuters", "PTI", "dpa"});
  const auto day =
      *rc::gen::elementOf(std::vector<std::string>{"", ", Jan 3", " Nov 21", ", 3 May 2004"});
  const auto dash = *rc::gen::elementOf(std::vector<std::string>{" - ", " -- ", " \u2013 ", " "});
  const std::string body = place + day + " (" + agency + ")" + dash + "Talks opened";
  const auto dateline = parse_dateline(body);
  RC_ASSERT(dateline.has_value());
  RC_ASSERT(dateline->place == place);
  RC_ASSERT(dateline->agency == agency);
  RC_ASSERT(body.substr(dateline->end) == "Talks opened");
}

}  // namespace
}  // namespace dateline::indexer
