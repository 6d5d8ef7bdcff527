#include "benchmarks/peers/prepared_articles.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "benchmarks/peers/race.h"
#include "tests/benchmarks/story_index.h"
#include "tests/throws_error.h"

namespace dateline::bench {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

TEST(PlainSpelling, KeepsWordsAndMarksCapitals) {
  EXPECT_EQ(plain_spelling("harbour"), "harbour");
  EXPECT_EQ(plain_spelling("US"), "us0caps");
  EXPECT_EQ(plain_spelling("4.5"), "405");
  EXPECT_EQ(plain_spelling("東京"), "東京");
}

TEST(SplitWords, PartsAtSpaces) {
  EXPECT_THAT(split_words("a bc d"), ElementsAre("a", "bc", "d"));
  EXPECT_THAT(split_words(""), IsEmpty());
}

TEST(PreparedArticles, HoldTextDateWordsAndStems) {
  const test::TemporaryFolder folder;
  const auto file = folder.path() / "prepared";
  EXPECT_EQ(prepare_articles(build_story_index(folder, 3), file), 3u);

  PreparedReader reader(file);
  PreparedArticle article;
  ASSERT_TRUE(reader.next(article));
  EXPECT_EQ(article.minutes, 19'474'560);  // 2007-01-11
  EXPECT_THAT(article.text, HasSubstr("Council meets aaword\x01LISBON"));
  EXPECT_THAT(article.words, HasSubstr("council meets aaword lisbon the ministers said in the"));
  EXPECT_THAT(article.stems, HasSubstr("council meet aaword lisbon the minist said in the"));
  EXPECT_EQ(split_words(article.words).size(), split_words(article.stems).size());
  EXPECT_TRUE(reader.next(article));
  EXPECT_TRUE(reader.next(article));
  EXPECT_FALSE(reader.next(article));
}

TEST(PreparedArticles, NameAFileThatIsNotThere) {
  EXPECT_THAT([] { PreparedReader("/no/such/file"); },
              test::throws_error(ErrorKind::kInput, "/no/such/file"));
}

TEST(PeerQueries, ReadTheFormsThatAreDrawn) {
  const PeerQuery both = peer_query("ministers AND elections", Want::kBest);
  EXPECT_EQ(both.match, Match::kAll);
  EXPECT_THAT(both.words, ElementsAre("ministers", "elections"));
  EXPECT_THAT(both.stems, ElementsAre("minist", "elect"));
  EXPECT_EQ(peer_query("a OR b", Want::kBest).match, Match::kAny);
  const PeerQuery phrase = peer_query("\"white house\"", Want::kCount);
  EXPECT_EQ(phrase.match, Match::kPhrase);
  EXPECT_THAT(phrase.words, ElementsAre("white", "house"));
}

TEST(Agreement, AllowsForALittle) {
  const PeerQuery words = peer_query("a AND b", Want::kCount);
  EXPECT_TRUE(agrees(words, 1'000, 1'013));
  EXPECT_TRUE(agrees(words, 1'000, 987));
  EXPECT_FALSE(agrees(words, 1'000, 1'014));
  EXPECT_FALSE(agrees(words, 1'000, 986));
}

TEST(Agreement, AllowsInflectedFormsInPhrases) {
  const PeerQuery phrase = peer_query("\"a b\"", Want::kCount);
  EXPECT_TRUE(agrees(phrase, 10, 500));
  EXPECT_FALSE(agrees(phrase, 500, 10));
}

}  // namespace
}  // namespace dateline::bench
