#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/indexer/sources/splitting.h"

namespace dateline::indexer {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::vector<std::string> split(std::string_view text, const test::SplitOptions& options = {}) {
  return test::split(make_json_splitter, text, options);
}

TEST(JsonSplitter, CutsLinesArraysAndObjectsInARow) {
  EXPECT_THAT(split("{\"a\":1}\n\n{\"b\":2}\r\n"), ElementsAre("1 {\"a\":1}", "3 {\"b\":2}"));
  EXPECT_THAT(split("[{\"a\":1},\n {\"b\":2}]"), ElementsAre("1 {\"a\":1}", "2 {\"b\":2}"));
  EXPECT_THAT(split("{\n \"a\": {}\n}\n{\n}"), ElementsAre("1 {\n \"a\": {}\n}", "4 {\n}"));
  EXPECT_THAT(split("\xef\xbb\xbf{}"), ElementsAre("1 {}"));
}

TEST(JsonSplitter, FindsNothingInNothing) {
  EXPECT_THAT(split(""), IsEmpty());
  EXPECT_THAT(split(" []\n"), IsEmpty());
}

TEST(JsonSplitter, IsNotMisledByWhatStandsInStrings) {
  EXPECT_THAT(split(R"([{"a":"}] \" {\\"},{"b":"\\\""}])"),
              ElementsAre(R"(1 {"a":"}] \" {\\"})", R"(1 {"b":"\\\""})"));
}

TEST(JsonSplitter, LosesOnlyTheLineWhoseStringIsOpen) {
  EXPECT_THAT(split("{\"a\":\"cut\n{\"b\":2}\n"),
              ElementsAre("1 bad: a JSON string is not closed", "2 {\"b\":2}"));
  EXPECT_THAT(split("{\"a\":\"he said \"no and \"}\n{\"b\":2}"),
              ElementsAre("1 bad: a JSON string is not closed", "2 {\"b\":2}"));
}

TEST(JsonSplitter, LosesOnlyTheLineWhoseObjectIsOpen) {
  for (const auto* cut : {"{\"a\":1", "{\"a\":1,", "{\"a\"", "{\"a\":[1}", "{\"a\":[1,2"}) {
    SCOPED_TRACE(cut);
    EXPECT_THAT(split(std::string(cut) + "\n{\"b\":2}\n"),
                ElementsAre("1 bad: a JSON object is not closed", "2 {\"b\":2}"));
  }
}

TEST(JsonSplitter, GoesOnBehindABracketThatFitsNone) {
  EXPECT_THAT(split("[{\"a\":1],{\"b\":2}]"),
              ElementsAre("1 bad: a JSON object is not closed", "1 {\"b\":2}"));
}

TEST(JsonSplitter, NamesLinesThatAreNoObjectsOnce) {
  EXPECT_THAT(split("one, two, three\n{\"a\":1}\n17\nnull\n"),
              ElementsAre("1 bad: not a JSON object", "2 {\"a\":1}", "3 bad: not a JSON object",
                          "4 bad: not a JSON object"));
}

TEST(JsonSplitter, NamesTheObjectThatTheEndCutsOff) {
  EXPECT_THAT(split("{\"a\":1}\n{\"b\":"),
              ElementsAre("1 {\"a\":1}", "2 bad: a JSON object is not closed"));
}

TEST(JsonSplitter, LeavesItToAFailedStreamToSayWhy) {
  EXPECT_THAT(split("{\"a\":1}\n{\"b\":", {.failure = "disk on fire"}), ElementsAre("1 {\"a\":1}"));
}

TEST(JsonSplitter, SkipsAnObjectThatIsTooLargeWithoutHoldingIt) {
  const std::string large = "{\"a\":\"" + std::string(5'000, 'x') + "\"}";
  EXPECT_THAT(split(large + "\n{\"b\":2}", {.piece_bytes = 64, .max_record_bytes = 1'000}),
              ElementsAre("1 bad: a JSON object larger than an article may be", "2 {\"b\":2}"));
}

TEST(JsonSplitter, TakesALineEndInsideOfAStringWhereItCanBeNothingElse) {
  for (const std::string whole : {"{\"a\":\"one\ntwo\"}", "{\"a\":\"one\n\n\",\"b\":2}",
                                  "{\"a\":\"one\n\"\n}", "{\n\"a\":\"one\n {two}\"}"}) {
    EXPECT_THAT(split("[" + whole + ",\n{\"b\":2}]").front(), "1 " + whole);
    EXPECT_THAT(split("[" + whole + ",\n{\"b\":2}]"), SizeIs(2));
  }
  EXPECT_THAT(split("[\n{\n\"a\": \"cut\n\"b\": 1\n},\n{\"c\":2}\n]"),
              ElementsAre("2 bad: a JSON string is not closed", "6 {\"c\":2}"));
}

TEST(JsonSplitter, CutsObjectsThatPythonPrints) {
  EXPECT_THAT(split("{'a': 'it {is', 'b': \"it's }\"}\n{'c': None}\n"),
              ElementsAre("1 {'a': 'it {is', 'b': \"it's }\"}", "2 {'c': None}"));
}

TEST(JsonSplitter, CutsStringsThatHoldObjects) {
  EXPECT_THAT(split(R"("{\"a\": \"}\"}"
"plain"
"{ open
{"b":2})"),
              ElementsAre(R"(1 "{\"a\": \"}\"}")", "2 bad: not a JSON object",
                          "3 bad: a JSON string is not closed", "4 {\"b\":2}"));
}

TEST(JsonSplitter, NamesWhatStandsAroundObjectsOnce) {
  EXPECT_THAT(split("var x = [{\"a\":1},\n{\"b\":2}];\n"),
              ElementsAre("1 bad: not a JSON object", "1 {\"a\":1}", "2 {\"b\":2}"));
  EXPECT_THAT(split("// made by hand\n[[{\"a\":1}],[{\"b\":2}]]"),
              ElementsAre("1 bad: not a JSON object", "2 {\"a\":1}", "2 {\"b\":2}"));
}

TEST(JsonSplitter, LooksIntoAnObjectThatIsTooLarge) {
  const std::string fill(600, 'x');
  const std::string wrapper =
      "{\"n\": {\"status\": \"o{k\", 'k': [1, true], \"articles\": [{\"a\":\"" + fill +
      "\"},\n{\"b\":\"" + fill + "\"}]}, \"end\": 1}";
  for (const std::size_t piece : {1U, 64U, 10'000U}) {
    EXPECT_THAT(
        split(wrapper + "\n{\"c\":3}", {.piece_bytes = piece, .max_record_bytes = 1'000}),
        ElementsAre("1 {\"a\":\"" + fill + "\"}", "2 {\"b\":\"" + fill + "\"}", "3 {\"c\":3}"));
  }
}

TEST(JsonSplitter, LooksIntoObjectsOnlyFourLevelsDeep) {
  std::string deep = "\"" + std::string(2'000, 'x') + "\"";
  for (int i = 0; i < 9; ++i) deep = "{\"a\":" + deep + "}";
  EXPECT_THAT(split(deep + "\n{\"b\":2}", {.piece_bytes = 64, .max_record_bytes = 1'000}),
              ElementsAre("1 bad: a JSON object larger than an article may be", "2 {\"b\":2}"));
}

TEST(JsonSplitter, FollowsNestingDeeperThanItKnows) {
  const std::string deep = "{\"a\":" + std::string(100'000, '[') + std::string(100'000, ']') + "}";
  EXPECT_THAT(split(deep + "\n{\"b\":2}"), ElementsAre("1 " + deep, "2 {\"b\":2}"));
}

RC_GTEST_PROP(JsonSplitter, CutsAlikeWhateverThePieces, (std::uint8_t piece_bytes)) {
  const std::string_view parts[] = {"{\"a\":1}",     "\n",  ",",    "[", "]",
                                    "{\"s\":\"\\\"", "\"}", "junk", "{", "\xef\xbb\xbf"};
  std::string text;
  for (const auto part : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 10))) {
    text += parts[part];
  }
  const auto expected = split(text);
  RC_ASSERT(split(text, {.piece_bytes = piece_bytes + std::size_t{1}}) == expected);
}

}  // namespace
}  // namespace dateline::indexer
