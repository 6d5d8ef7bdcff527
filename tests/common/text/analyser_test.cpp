#include "common/text/analyser.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "tests/common/text/token_matchers.h"

namespace dateline {
namespace {

using Cases = std::vector<std::pair<std::string, std::string>>;

void expect_analysed(const Cases& cases) {
  for (const auto& [text, expected] : cases) EXPECT_EQ(analysed(text), expected) << text;
}

TEST(Analyser, FoldsCaseAccentsAndCompatibilityForms) {
  expect_analysed({
      {"The Prime Minister", "the prime minister"},
      {"Müller FRANÇOIS Škoda Łódź", "muller francois skoda lodz"},
      {"cafe\u0301 na\u0308ive", "cafe naive"},
      {"Straße Æon Øresund Đoković œuvre", "strasse aeon oresund dokovic oeuvre"},
      {"ﬁnal ＵＮ ５０ H₂O m²", "final un 50 h2o m2"},
      {"Ελλάς ΜΟΣΚΒΑ МОСКВА йод", "ελλασ μοσκβα москва иод"},
      {"co\u00ADoperate zero\u200Dwidth", "cooperate zerowidth"},
      {"col·lecció l’any", "col leccio l any"},
  });
}

TEST(Analyser, PartsWordsAtEverythingElse) {
  expect_analysed({
      {"", ""},
      {" -- ... !? ", ""},
      {"one,two;three (four) [five]", "one two three four five"},
      {"war—peace 1939–1945 now\u00A0then…", "war peace 1939~1939-1945 1945~1939-1945 now then"},
      {"name@example.com under_score #tag", "name example com under score tag"},
      {"½ done ⒈ ™", "done"},
      {"bad\xFF"
       "byte \xC3",
       "bad byte"},
  });
}

TEST(Analyser, DropsApostrophesAndCutsPossessives) {
  expect_analysed({
      {"don't don’t DON'T don`t", "dont dont dont dont"},
      {"O'Neill D'Souza o'clock rock'n'roll", "oneill dsouza oclock rocknroll"},
      {"it's it’s NASA's JAPAN’S", "it it nasa japan"},
      {"Reuters' workers’ 'quoted' ‘so’", "reuters workers quoted so"},
      {"1980's '90s 5'10", "1980 90s 5 10"},
      {"U.S.'s US's U.S's", "US US US"},
      {"it's's", "it s"},
  });
}

TEST(Analyser, KeepsApostrophesOfContractionsThatWouldBeOtherWords) {
  expect_analysed({
      {"I'll I’LL I'd I'm I've", "i'll i'll i'd i'm i've"},
      {"he'll she'll she'd we'd we'll we're who're", "he'll she'll she'd we'd we'll we're who're"},
      {"can't won't", "can't won't"},
      {"ill id im ive hell shell shed wed well were cant wont",
       "ill id im ive hell shell shed wed well were cant wont"},
      {"you'll they'd isn't it'll couldn't've", "youll theyd isnt itll couldntve"},
      {"w'ell wel'l sh'ell i'dd O'Well", "well well shell idd owell"},
  });
}

TEST(Analyser, SplitsFrenchAndItalianElisions) {
  expect_analysed({
      {"l'homme L’Union d'Estaing", "l homme l union d estaing"},
      {"qu'il qu’elle jusqu'ici lorsqu'on", "qu il qu elle jusqu ici lorsqu on"},
      {"l'été d’État dell'Italia all'estero", "l ete d etat dell italia all estero"},
      {"aujourd'hui", "aujourdhui"},  // one word in every dictionary
      {"d'aujourd'hui l'Allemagne's", "d aujourdhui l allemagne"},
      {"m'bow n'golo", "mbow ngolo"},  // no vowel: a name
  });
}

TEST(Analyser, MakesOneWordOfAnInitialism) {
  expect_analysed({
      {"U.N. UN u.n.", "un un un"},
      {"U.S. US U.S", "US US US"},
      {"the US told us, WHO asked who", "the US told us WHO asked who"},
      {"a.m. e.g. U.S.A. J.R.R. Tolkien", "am eg usa jrr tolkien"},
      {"A.I.D.S. AIDS aids", "AIDS AIDS aids"},
      {"U.S.-led US-made", "US=usled led=usled US=usmade made=usmade"},
      {"J. Smith J.O'Neill", "j smith j oneill"},
      {"U.S.based end.It", "US based end it"},
  });
}

TEST(Analyser, TakesNoEvidenceFromLinesOfCapitals) {
  expect_analysed({
      {"JAPAN, US AGREE ON TRADE", "japan us agree on trade"},
      {"JAPAN, U.S. AGREE\nThe US agreed", "japan US agree the US agreed"},
      {"The WHO spoke\nWHO WILL LEAD IT\nthe IT firm",
       "the WHO spoke who will lead it the IT firm"},
      {"US", "US"},
      {"WHO, US", "WHO US"},
      {"ÉLYSÉE: US TALKS", "elysee us talks"},
      {"AIDS", "AIDS"},
  });
}

TEST(Analyser, JoinsDigitGroupsAndDecimals) {
  expect_analysed({
      {"1,000 1,234,567 12,345.50", "1000 1234567 12345.50"},
      {"1,00,000 10,00,000", "100000 1000000"},  // lakhs
      {"4.5 3.5m 1,000km 4.5µm 1,000's", "4.5 3.5m 1000km 4.5μm 1000"},
      {"1,2,3 10,20 1,0000 2023,000", "1 2 3 10 20 1 0000 2023 000"},
      {"13.01.2023 1.2.3.4 v1.2", "13 01 2023 1 2 3 4 v1 2"},
      {"in 1987. 5, .5", "in 1987 5 5"},
  });
}

TEST(Analyser, AddsCompoundsOfHyphenatedPairs) {
  expect_analysed({
      {"e-mail", "e=email mail=email"},
      {"G-7 C-130 COVID-19 week-long",
       "g=g7 7=g7 c=c130 130=c130 covid=covid19 19=covid19 week=weeklong long=weeklong"},
      {"mother-in-law's", "mother=motherin in=motherin=inlaw law=inlaw"},
      {"a-a-a", "a=aa a=aa a=aa"},
      {"4.5-inch Jean\u2010Luc", "4.5=4.5inch inch=4.5inch jean=jeanluc luc=jeanluc"},
      {"one -two three- four--five", "one two three four five"},
  });
}

TEST(Analyser, TakesHyphensAndDashesOfNumbersForSigns) {
  expect_analysed({
      {"2-1 2–1 2‑1", "2~2-1 1~2-1 2~2-1 1~2-1 2~2-1 1~2-1"},
      {"1914-18 03-2387", "1914~1914-18 18~1914-18 03~03-2387 2387~03-2387"},
      {"2020-01-02", "2020~2020-01-02 01 02~2020-01-02"},
      {"1,000-2,500 2.5-3.5", "1000~1000-2500 2500~1000-2500 2.5~2.5-3.5 3.5~2.5-3.5"},
      {"1990s-2000s 20th–21st",
       "1990s~1990s-2000s 2000s~1990s-2000s 20th~20th-21st 21st~20th-21st"},
      {"747-400-based", "747~747-400 400~747-400=400based based=400based"},
      {"10-year-olds", "10=10year year=10year=yearolds olds=yearolds"},
      {"2 - 1 2-a a–b 2—1", "2 1 2=2a a=2a a b 2 1"},
      {"6-4, 6-3", "6~6-4 4~6-4 6~6-3 3~6-3"},
  });
}

TEST(Analyser, AddsSymbolsAsTyped) {
  expect_analysed({
      {"2+2 9/11", "2~2+2 2~2+2 9~9/11 11~9/11"},
      {"AT&T's R&D", "at~at&t t~at&t r~r&d d~r&d"},
      {"9/11/2001", "9~9/11/2001 11 2001~9/11/2001"},
      {"US/UK", "US~us/uk uk~us/uk"},
      {"$4.5m 2% €5 5€ £1,000 US$7", "4.5m~$4.5m 2~2% 5~€5 5~5€ 1000~£1000 US 7~$7"},
      {"a+ +b c/ d", "a b c d"},
      {"S&P-500", "s~s&p p~s&p=p500 500=p500"},
      {"$5/6%", "5~$5~5/6 6~6%~5/6"},
  });
}

TEST(Analyser, PairsTheCharactersOfEastAsia) {
  expect_analysed({
      {"東京都", "東京 京都"},
      {"中 国", "中 国"},
      {"2023年 Toyota自動車", "2023 年 toyota 自動 動車"},
      {"がん か\u3099ん ｶﾞﾝ", "がん がん ガン"},
      {"한국어 \u1112\u1161\u11AB국", "한국 국어 한국"},
      {"東京。京都", "東京 京都"},
  });
}

TEST(Analyser, CutsLongTermsAtACharacter) {
  Analyser analyser;
  const std::string ascii(100, 'x');
  EXPECT_EQ(analyser.analyse(ascii).at(0).term, ascii.substr(0, 64));

  std::string greek = "a";
  for (int i = 0; i < 60; ++i) greek += "λ";
  EXPECT_EQ(analyser.analyse(greek).at(0).term, greek.substr(0, 63));
  EXPECT_EQ(analyser.analyse(greek).at(0).end, greek.size());

  const std::string digits = std::string(63, '1') + ".5";
  EXPECT_EQ(analyser.analyse(digits).at(0).term, digits.substr(0, 63));
}

TEST(Analyser, ReportsPlacesInTheOriginalText) {
  const std::string text = "“The U.S.’s é-mail”, $5m";
  Analyser analyser;
  std::vector<std::string> places;
  for (const Token& token : analyser.analyse(text)) {
    places.push_back(text.substr(token.begin, token.end - token.begin));
  }
  const std::vector<std::string> expected = {"The",  "U.S.",   "é",  "é-mail",
                                             "mail", "é-mail", "5m", "$5m"};
  EXPECT_EQ(places, expected);
}

TEST(Analyser, NumbersWordsFromTheFirstPosition) {
  Analyser analyser;
  const auto& tokens = analyser.analyse("to e-mail 东京都", 10);
  EXPECT_EQ(tokens.front().position, 10U);
  EXPECT_EQ(tokens.back().position, 14U);
  EXPECT_EQ(analyser.next_position(), 15U);

  analyser.analyse("...", 7);
  EXPECT_EQ(analyser.next_position(), 7U);
}

TEST(Analyser, ReadsHugeRunsAsOneWord) {
  for (const char* unit :
       {"x", "a.", "1,", "l'", "a'", "é", "1.", "a/", "-", "\u0301", "東", "$"}) {
    std::string text;
    while (text.size() < 1'000'000) text += unit;
    Analyser analyser;
    for (const Token& token : analyser.analyse(text)) ASSERT_LE(token.term.size(), kMaxTermBytes);
  }
}

}  // namespace
}  // namespace dateline
