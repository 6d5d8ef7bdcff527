#include "searcher/query/interpretation.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace dateline::searcher {
namespace {

// "send (e mail|email)": readings by " | ", positions by a space, terms by a comma, "~word" for a
// stem.
std::string shown(std::string_view typed, Form form) {
  std::string text;
  for (const Reading& reading : interpret(typed, form).readings) {
    if (!text.empty()) text += " |";
    for (const AcceptedWords& words : reading) {
      if (!text.empty()) text += ' ';
      for (const std::string& term : words.terms)
        text += (&term == words.terms.data() ? "" : ",") + term;
      if (!words.same_stem_as.empty()) text += "~" + words.same_stem_as;
    }
  }
  return text;
}

void expect_shown(Form form, const std::vector<std::pair<std::string, std::string>>& cases) {
  for (const auto& [typed, expected] : cases) EXPECT_EQ(shown(typed, form), expected) << typed;
}

TEST(Interpretation, TakesAWordInTheFormAsked) {
  EXPECT_EQ(shown("Defence", Form::kStem), "defence,defense~defence");
  EXPECT_EQ(shown("Defence", Form::kSpelling), "defence,defense");
  EXPECT_EQ(shown("Defence", Form::kExact), "defence");
}

TEST(Interpretation, TellsInitialismsFromWords) {
  expect_shown(Form::kStem,
               {{"US", "US"}, {"U.S.", "US"}, {"us", "us,US~us"}, {"Who", "who,WHO~who"}});
  expect_shown(Form::kExact, {{"US", "US"}, {"us", "us"}});
  expect_shown(Form::kSpelling,
               {{"US JAPAN SUMMIT", "us,US japan summit | us,US japan japan summit"}});
}

TEST(Interpretation, ReadsSignsAsNothing) {
  expect_shown(Form::kStem, {{"", ""}, {"--", ""}, {"&", ""}});
}

TEST(Interpretation, ReadsAHyphenatedWordAsPartsOrAsOne) {
  expect_shown(Form::kStem,
               {{"e-mails", "e mails | emails~emails"}, {"US-made", "US made | usmade~usmade"}});
  expect_shown(Form::kExact, {{"mother-in-law", "mother in law | motherin law | mother inlaw"}});
}

TEST(Interpretation, ReadsASymbolAsOnlyItself) {
  expect_shown(Form::kStem, {{"9/11", "9/11"}, {"AT&T's", "at&t"}, {"$4.5m", "$4.5m"}});
  expect_shown(Form::kSpelling, {
                                    {"9/11 raid", "9/11 raid"},
                                    {"the 9/11", "the 9/11"},
                                    {"the 9/11 raid", "the 9/11 9/11 raid"},
                                    {"on 9/11/2001 at", "on 9/11/2001 11 9/11/2001 at"},
                                });
}

TEST(Interpretation, ReadsAPercentageInEveryWayToWriteIt) {
  expect_shown(Form::kStem, {{"2%", "2% | 2 percent | 2 per cent | 2 pct"},
                             {"2-pct", "2 pct | 2% | 2 percent | 2 per cent | 2pct"},
                             {"percent", "percent~percent"},
                             {"percent-wise", "percent wise | percentwise~percentwise"}});
  expect_shown(Form::kSpelling,
               {{"4.5 per cent", "4.5 per cent | 4.5% | 4.5 percent | 4.5 pct"},
                {"a 2% rise", "a 2% rise | a 2 percent rise | a 2 per cent rise | a 2 pct rise"},
                {"ten percent", "ten percent | ten per cent | ten pct"},
                {"per cent", "per cent"},
                {"5/6%", "5/6"}});
  expect_shown(Form::kExact, {{"2%", "2%"}, {"2 percent", "2 percent"}});
}

TEST(Interpretation, ReadsPercentagesBeforeRarerThings) {
  std::string many;
  for (int i = 0; i < 50; ++i) many += "word ";
  EXPECT_EQ(interpret(many + "5%", Form::kSpelling).readings[1].size(), 52u);
}

TEST(Interpretation, LetsAWordInsideAPhraseBeACompoundOfTheText) {
  expect_shown(Form::kSpelling,
               {
                   {"send email", "send email"},
                   {"send email today", "send email today | send email email today"},
                   {"send e-mail today", "send e mail today | send email today"},
                   {"the G7 summit", "the g7 summit | the g7 g7 summit"},
                   {"in the US on", "in the US on"},
               });
}

TEST(Interpretation, PairsIdeographs) {
  EXPECT_EQ(shown("東京都", Form::kStem), "東京 京都");
}

TEST(Interpretation, BoundsTheReadings) {
  std::string many;
  for (int i = 0; i < 50; ++i) many += "e-mail ";
  EXPECT_EQ(interpret(many, Form::kSpelling).readings.size(), kMaxReadings);
}

}  // namespace
}  // namespace dateline::searcher
