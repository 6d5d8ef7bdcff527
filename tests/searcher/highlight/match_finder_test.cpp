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

MeaningNode asking(std::vector<Reading> readings) {
  return {AskedText{TextPart::kAnywhere, {std::move(readings)}}};
}

// The text with "[" and "]" around each match.
std::string lit(const MeaningNode& meaning, std::string_view text) {
  Analyser analyser;
  MatchFinder finder(visible_spots(meaning));
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
  EXPECT_EQ(lit(asking({phrase}), "oil price, oil export price, oil a b price"),
            "oil price, [oil export price], oil a b price");
}

TEST(MatchFinder, LetsNoHoleReachOverTheEndOfTheText) {
  const Reading phrase = {any_of({"oil"}), hole(), hole(), any_of({"price"})};
  EXPECT_EQ(lit(asking({phrase}), "oil a price"), "oil a price");
}

TEST(MatchFinder, LightsTheWordsOfAPatternAndNoOthers) {
  EXPECT_EQ(lit(asking({{any_of({"missile", "missiles"})}}), "missile Missiles missilery"),
            "[missile] [Missiles] missilery");
  const Reading phrase = {any_of({"climate", "climatic"}), any_of({"change"})};
  EXPECT_EQ(lit(asking({phrase}), "climatic change, climactic change"),
            "[climatic change], climactic change");
}

TEST(MatchFinder, TakesATermThatSeveralPartsName) {
  const MeaningNode meaning{
      AnyOf{{asking({{any_of({"cat", "dog"})}}), asking({{any_of({"dog"}), any_of({"cat"})}})}}};
  Analyser analyser;
  MatchFinder finder(visible_spots(meaning));
  const std::vector<TextMatch> expected = {{0, 3, 0}, {0, 7, 1}, {4, 7, 0}};
  EXPECT_EQ(finder.find(analyser.analyse("dog cat"), "en", TextKind::kBody), expected);
}

TEST(VisibleSpots, LeaveOutWhatMeansNothing) {
  EXPECT_EQ(visible_spots({AnyOf{{asking({{any_of({"oil"})}}), asking({})}}}).roots.size(), 1u);
}

}  // namespace
}  // namespace dateline::searcher
