#include "searcher/output/highlighted_lines.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/utf8.h"

namespace dateline::searcher {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr Ink kTestInk{"<", "["};

std::vector<std::string> wrapped(std::string text, std::size_t width) {
  return highlighted_lines({std::move(text), {}}, {width, kNoInk, Breaks::kSpace});
}

TEST(HighlightedLines, WrapAtSpaces) {
  EXPECT_THAT(wrapped("", 10), IsEmpty());
  EXPECT_THAT(wrapped("one two three", 0), ElementsAre("one two three"));
  EXPECT_THAT(wrapped("one two three", 7), ElementsAre("one two", "three"));
  EXPECT_THAT(wrapped("one two three", 6), ElementsAre("one", "two", "three"));
  EXPECT_THAT(wrapped("one two ", 7), ElementsAre("one two"));
}

TEST(HighlightedLines, BreakAWordOnlyWhereItIsWiderThanALine) {
  EXPECT_THAT(wrapped("a abcdefgh b", 3), ElementsAre("a", "abc", "def", "gh", "b"));
}

TEST(HighlightedLines, CountWideAndCombiningCharactersByColumns) {
  EXPECT_THAT(wrapped("日本語", 4), ElementsAre("日本", "語"));
  EXPECT_THAT(wrapped("e\u0301e\u0301e\u0301", 2), ElementsAre("e\u0301e\u0301", "e\u0301"));
}

TEST(HighlightedLines, CountEscapesByWhatIsShown) {
  EXPECT_THAT(wrapped("ab\x1b"
                      "cd",
                      6),
              ElementsAre("ab\\x1b", "cd"));
}

TEST(HighlightedLines, LightRangesOfCodePoints) {
  const HighlightedText text{"Öst und West", {{0, 3}, {8, 12}}};
  EXPECT_THAT(highlighted_lines(text, {0, {"", "["}, Breaks::kSpace}),
              ElementsAre("[Öst\x1b[0m und [West\x1b[0m"));
  EXPECT_THAT(highlighted_lines(text, {0, kTestInk, Breaks::kSpace}),
              ElementsAre("[Öst\x1b[0m< und \x1b[0m[West\x1b[0m"));
}

TEST(HighlightedLines, SwitchColoursOffAtTheEndOfEachLine) {
  const HighlightedText text{"white house", {{0, 11}}};
  EXPECT_THAT(highlighted_lines(text, {6, {"", "["}, Breaks::kSpace}),
              ElementsAre("[white\x1b[0m", "[house\x1b[0m"));
}

TEST(HighlightedLines, BeginALineAtNewlinesWhereTheyAreKept) {
  EXPECT_THAT(highlighted_lines({"a\n\nb", {{3, 4}}}, {0, {"", "["}, Breaks::kKeep}),
              ElementsAre("a", "", "[b\x1b[0m"));
  EXPECT_THAT(highlighted_lines({"a\n\nb", {}}, {0, kNoInk, Breaks::kSpace}), ElementsAre("a  b"));
}

TEST(HighlightedLines, KeepHighlightsInPlaceAfterBadBytes) {
  EXPECT_THAT(highlighted_lines({"\xff ab", {{2, 4}}}, {0, {"", "["}, Breaks::kSpace}),
              ElementsAre("\\xff [ab\x1b[0m"));
}

TEST(HighlightedLines, SurviveAPileOfCombiningMarks) {
  std::string pile = "a";
  for (int i = 0; i < 100'000; ++i) pile += "\u0301";
  EXPECT_EQ(wrapped(pile, 10).size(), 1u);
}

TEST(HighlightedLines, IgnoreRangesBeyondTheText) {
  EXPECT_THAT(highlighted_lines({"ab", {{1, 9}, {12, 14}}}, {0, {"", "["}, Breaks::kSpace}),
              ElementsAre("a[b\x1b[0m"));
}

}  // namespace
}  // namespace dateline::searcher
