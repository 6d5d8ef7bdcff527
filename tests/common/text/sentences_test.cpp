#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "common/text/analyser.h"

namespace dateline {
namespace {

// The text's words with '|' before each sentence and '¶' before each paragraph, the first left out.
std::string marked(std::string_view text) {
  Analyser analyser;
  std::string shown;
  for (const Token& token : analyser.analyse(text)) {
    if (token.kind != TokenKind::kWord) continue;
    if (!shown.empty()) {
      shown += ' ';
      if (token.starts_paragraph) {
        shown += "¶ ";
      } else if (token.starts_sentence) {
        shown += "| ";
      }
    }
    shown += token.term;
  }
  return shown;
}

TEST(Sentences, BeginTheTextWithBoth) {
  Analyser analyser;
  const auto& tokens = analyser.analyse(" ... word again");
  EXPECT_TRUE(tokens[0].starts_sentence && tokens[0].starts_paragraph);
  EXPECT_FALSE(tokens[1].starts_sentence || tokens[1].starts_paragraph);
}

TEST(Sentences, BeginAfterAStopAndSpace) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"It fell. Prices rose.", "it fell | prices rose"},
      {"It fell! Why? Nobody knows…  Ask", "it fell | why | nobody knows | ask"},
      {"It fell. 200 men left", "it fell | 200 men left"},
      {"“It fell.” He left", "it fell | he left"},
      {"It fell (again.) Then \"Go.\" (He)", "it fell again | then go | he"},
      {"He left. “it fell”", "he left | it fell"},
      {"He left. $5 went", "he left | 5 went"},
      {"Fell. and rose", "fell and rose"},
      {"fell.Then rose", "fell then rose"},
      {"Élan. État", "elan | etat"},
      {"Fell. ¿Qué?", "fell | que"},
      {"4.5 Million", "4.5 million"},
      {"Fell.\nPrices", "fell | prices"},
      {"東京。京都", "東京 | 京都"},
      {"Fell ... Then", "fell | then"},
      {"fell., Then", "fell then"},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(marked(text), expected) << text;
}

TEST(Sentences, GoOnAfterAbbreviations) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"Mr. Smith and Gen. Jones of St. Louis", "mr smith and gen jones of st louis"},
      {"MR. SMITH", "mr smith"},
      {"on Jan. 5 at Ford Motor Co. Chairman", "on jan 5 at ford motor co chairman"},
      {"at Ford Motor Co. The price", "at ford motor co | the price"},
      {"J. Smith, George W. Bush", "j smith george w bush"},
      {"the U.S. Senate", "the US senate"},
      {"in the U.S. The dollar", "in the US | the dollar"},
      {"in the U.S.'s case. Then", "in the US case | then"},
      {"at 5 p.m. He left", "at 5 pm | he left"},
      {"No. 5", "no 5"},
      {"He said no. Then", "he said no | then"},
      {"Smith vs. Jones", "smith vs jones"},
      {"plan B. Nobody", "plan b nobody"},  // an initial, as far as one can tell
      {"Wait for Dr.... Then", "wait for dr | then"},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(marked(text), expected) << text;
}

TEST(Sentences, BeginAnewWithEveryParagraph) {
  EXPECT_EQ(marked("one\n\ntwo"), "one ¶ two");
  EXPECT_EQ(marked("one\r\n \t\r\ntwo"), "one ¶ two");
  EXPECT_EQ(marked("one\ntwo"), "one two");
  EXPECT_EQ(marked("one\n***\ntwo"), "one two");
  EXPECT_EQ(marked("the U.S.\n\nsenate"), "the US ¶ senate");
}

}  // namespace
}  // namespace dateline
