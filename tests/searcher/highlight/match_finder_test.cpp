// Readings with holes and with the words that patterns stand for.
#include "searcher/highlight/match_finder.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace dateline::searcher {
namespace {

AcceptedWords any_of(std::vector<std::string> terms) {
  return {std::move(terms), "", {}};
}

AcceptedWords hole() {
  return {};
}

VisibleQuery one_part(std::vector<Reading> readings) {
  VisibleQuery query;
  query.parts.push_back({{std::move(readings)}, TextPart::kAnywhere, false});
  return query;
}

// The text with "[" and "]" around each match.
std::string lit(VisibleQuery query, std::string_view text) {
  Analyser analyser;
  MatchFinder finder(std::move(query));
  std::string shown(text);
  auto matches = finder.find(analyser.analyse(text), "en", TextKind::kBody);
  for (auto match = matches.rbegin(); match != matches.rend(); ++match) {
    shown.insert(match->end, "]");
    shown.insert(match->begin, "[");
  }
  return shown;
}

TEST(MatchFinder, LetsAnyWordStandInAHole) {
  const Reading phrase = {any_of({"oil"}), hole(), any_of({"price"})};
  EXPECT_EQ(lit(one_part({phrase}), "oil price, oil export price, oil a b price"),
            "oil price, [oil export price], oil a b price");
}

TEST(MatchFinder, LetsNoHoleReachOverTheEndOfTheText) {
  const Reading phrase = {any_of({"oil"}), hole(), hole(), any_of({"price"})};
  EXPECT_EQ(lit(one_part({phrase}), "oil a price"), "oil a price");
}

TEST(MatchFinder, LightsTheWordsOfAPatternAndNoOthers) {
  EXPECT_EQ(lit(one_part({{any_of({"missile", "missiles"})}}), "missile Missiles missilery"),
            "[missile] [Missiles] missilery");
  const Reading phrase = {any_of({"climate", "climatic"}), any_of({"change"})};
  EXPECT_EQ(lit(one_part({phrase}), "climatic change, climactic change"),
            "[climatic change], climactic change");
}

TEST(MatchFinder, TakesATermThatSeveralPartsName) {
  VisibleQuery query = one_part({{any_of({"cat", "dog"})}});
  query.parts.push_back({{{{any_of({"dog"}), any_of({"cat"})}}}, TextPart::kAnywhere, false});
  Analyser analyser;
  MatchFinder finder(std::move(query));
  const std::vector<TextMatch> expected = {{0, 3, 0}, {0, 7, 1}, {4, 7, 0}};
  EXPECT_EQ(finder.find(analyser.analyse("dog cat"), "en", TextKind::kBody), expected);
}

TEST(VisibleQuery, LeavesOutPatternsThatStandForNothing) {
  const Query query{Node{WordNode{"oil", Form::kStem, ""}}};
  EXPECT_EQ(visible_query(query, {}).parts.size(), 1u);
  Interpretation pattern{{{{{}, "", WordPattern{"missil*", 0}}}}};
  expand(pattern, {{WordPattern{"missil*", 0}, {}}});
  EXPECT_TRUE(pattern.readings.empty());
}

}  // namespace
}  // namespace dateline::searcher
