#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "searcher/query/interpretation.h"

namespace dateline::searcher {
namespace {

// "US made* | usmade*": readings by " | ", positions by a space, patterns as typed, "_" for a hole.
std::string shown_pattern(std::string_view typed, Form form = Form::kSpelling) {
  std::string text;
  for (const Reading& reading : interpret(typed, form).readings) {
    if (!text.empty()) text += " | ";
    std::string words_shown;
    for (const AcceptedWords& words : reading) {
      if (!words_shown.empty()) words_shown += ' ';
      if (words.is_hole()) words_shown += '_';
      if (words.pattern) words_shown += to_string(*words.pattern);
      for (const std::string& term : words.terms)
        words_shown += (&term == words.terms.data() ? "" : ",") + term;
    }
    text += words_shown;
  }
  return text;
}

void expect_shown(const std::vector<std::pair<std::string, std::string>>& cases) {
  for (const auto& [typed, expected] : cases) EXPECT_EQ(shown_pattern(typed), expected) << typed;
}

TEST(PatternReader, ReadsWildcards) {
  expect_shown({
      {"missil*", "missil*"},
      {"*nesia", "*nesia"},
      {"inter*al", "inter*al"},
      {"organi?ation", "organi?ation"},
      {"colo??red", "colo??red"},
      {"?ove", "?ove"},
      {"a**b***", "a*b*"},
  });
}

TEST(PatternReader, ReadsFuzzyWordsByTheirLength) {
  expect_shown({
      {"obma~", "obma~1"},
      {"obama~", "obama~1"},
      {"blinkn~", "blinkn~2"},
      {"blinkn~1", "blinkn~1"},
      {"obma~2", "obma~2"},
      {"Zelenskyj~,", "zelenskyj~2"},
      {"köhlr~", "kohlr~1"},
      {"mis*l~2", "mis*l"},
  });
}

TEST(PatternReader, TakesOtherSignsAsPunctuation) {
  expect_shown({
      {"really?", "really"},
      {"what??", "what"},
      {"~5", "5"},
      {"blinkn~3", "blinkn 3"},
      {"either~or", "either or"},
      {"?", ""},
      {"~", ""},
      {"?*?", ""},
  });
}

TEST(PatternReader, IgnoresTheFormOfPatterns) {
  for (const Form form : {Form::kStem, Form::kSpelling, Form::kExact}) {
    const auto readings = interpret("Defenc*", form).readings;
    ASSERT_EQ(readings.size(), 1u);
    EXPECT_EQ(readings[0], Reading({{{}, "", WordPattern{"defenc*", 0}}}));
  }
}

TEST(PatternReader, ReadsPatternsWithinPhrases) {
  expect_shown({
      {"climat* change", "climat* change"},
      {"the climat*", "the climat*"},
      {"on defence polic* again",
       "on defence,defense polic* again | "
       "on defence,defense defence,defense polic* again"},
  });
}

TEST(PatternReader, ReadsALoneStarAsAHole) {
  expect_shown({
      {"war * peace", "war _ peace"},
      {"war * * peace", "war _ _ peace"},
      {"war *** peace", "war _ peace"},
      {"war * *nesia", "war _ *nesia"},
  });
}

TEST(PatternReader, DropsHolesAtTheEnds) {
  expect_shown({{"*", ""}, {"* *", ""}, {"* war *", "war"}, {"* * climat* * *", "climat*"}});
}

TEST(PatternReader, PartsAndJoinsAtHyphens) {
  expect_shown({
      {"anti-terror*", "anti terror* | antiterror*"},
      {"co-oper*-tive", "co oper* tive | cooper* tive | co oper*tive"},
      {"e-mial~1", "e mial~1 | emial~1"},
      {"anti-*", "anti | anti*"},
  });
}

TEST(PatternReader, FoldsAndCutsAsTheAnalyserDoes) {
  expect_shown({
      {"Climat*'s", "climat*"},
      {"CAF\xC3\x89*", "cafe*"},
      {"Stra\xC3\x9F*", "strass*"},
      {"O'Nei*", "onei*"},
      {"l'homm*", "l homm*"},
      {"US*", "us*"},
      {"4.5*", "4.5*"},
  });
}

// A pattern stands for words, and a symbol is none: its parts are.
TEST(PatternReader, PartsAtSigns) {
  expect_shown({{"9/1*", "9 1*"}, {"AT&T*", "at t*"}, {"$4*", "4*"}, {"war*/peac*", "war* peac*"}});
}

TEST(PatternReader, LeavesScriptsWithoutBlanksAlone) {
  EXPECT_EQ(shown_pattern("東京都*"), shown_pattern("東京都"));
  EXPECT_EQ(shown_pattern("東京* visit*"), "東京 visit*");
}

TEST(PatternReader, TakesItsOwnLettersForBlanks) {
  const std::string linear_a = "\xF0\x90\x98\x80";
  expect_shown({
      {linear_a, ""},
      {"war" + linear_a + "peace", "war peace"},
      {"war" + linear_a + "peac*", "war peac*"},
  });
}

TEST(PatternReader, CutsLongPatternsLikeWords) {
  EXPECT_EQ(shown_pattern(std::string(100, 'a') + "*"), std::string(64, 'a'));
  EXPECT_EQ(shown_pattern(std::string(40, '?') + "a"), "");
}

}  // namespace
}  // namespace dateline::searcher
