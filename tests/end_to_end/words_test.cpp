#include "tests/end_to_end/dateline.h"

namespace dateline::test {
namespace {

using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;
using testing::UnorderedElementsAre;

// Patterns and spelling, on four articles about birds.
class EndToEndWords : public EndToEndTest {
 protected:
  void SetUp() override {
    has("wire.jsonl", article("a", "Herons over Oestermouth") + article("b", "A heron was seen") +
                          article("c", "Storks and cranes") + article("d", "The Heronsgate story"));
    update();
  }

  static std::string article(const std::string& id, const std::string& text) {
    return json_line({{"id", id}, {"text", text}});
  }
};

TEST_F(EndToEndWords, FindsAndLightsPatterns) {
  EXPECT_THAT(ids({"heron*"}), UnorderedElementsAre("a", "b", "d"));
  EXPECT_THAT(ids({"*nes"}), ElementsAre("c"));
  EXPECT_THAT(ids({"cr?nes"}), ElementsAre("c"));
  EXPECT_THAT(ids({"stroks~"}), ElementsAre("c"));
  EXPECT_THAT(ids({"\"heron* over\""}), ElementsAre("a"));
  const Json hit = result({"*gate"}).at("hits").at(0);
  EXPECT_EQ(hit.at("highlights"), Json::parse("[[4, 14]]"));
  EXPECT_THAT(search({"--color", "always", "--show", "d", "heron*"}).out,
              HasSubstr("\x1b[1;31mHeronsgate"));
}

TEST_F(EndToEndWords, OffersABetterSpelling) {
  const Ended ended = search({"Oestermuth"});
  EXPECT_EQ(ended.status, 1);
  EXPECT_EQ(ended.out, "no article found\nDid you mean: Oestermouth?\n");
  EXPECT_EQ(result({"Oestermuth"}).at("suggestion"), "Oestermouth");
  EXPECT_EQ(result({"zeppelin"}).at("suggestion"), Json());
}

TEST_F(EndToEndWords, SearchesTheBetterSpellingWhereItIsToldTo) {
  const Ended ended = search({"--correct", "Oestermuth"});
  EXPECT_EQ(ended.status, 0);
  EXPECT_THAT(ended.out, EndsWith("1-1 of 1\n"));
  EXPECT_EQ(ended.err, "dateline-search: searched for Oestermouth instead of Oestermuth\n");
  EXPECT_EQ(search({"--correct", "heron"}).err, "");
  EXPECT_EQ(search({"--correct", "zeppelin"}).status, 1);
}

TEST_F(EndToEndWords, CorrectsTheQueriesOfABatchOnlyWhereItIsToldTo) {
  has("queries.tsv", "1\tOestermuth\n");
  const std::string file = (archive_ / "queries.tsv").string();
  EXPECT_EQ(Json::parse(search({"--batch", file}).out).at("suggestion"), Json());
  const Json answer = Json::parse(search({"--batch", file, "--correct"}).out);
  EXPECT_EQ(answer.at("total").at("value"), 1);
  EXPECT_EQ(answer.at("query"), "Oestermuth");
  EXPECT_EQ(answer.at("read_as"), "Oestermouth");
}

}  // namespace
}  // namespace dateline::test
