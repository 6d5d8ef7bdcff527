#include "benchmarks/queries/word_picks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace dateline::bench {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

SampledArticle article_of(std::vector<std::string> words) {
  return {{}, std::move(words)};
}

TEST(NearWords, StandWithinTheDistanceInTheirOrder) {
  corpus::Random random(1);
  const SampledArticle article = article_of({"a1", "b", "c", "", "e", "f", "g", "h"});
  std::set<std::ptrdiff_t> distances;
  for (int i = 0; i < 500; ++i) {
    const Words pair = near_words(article, 3, random);
    if (pair.empty()) continue;
    ASSERT_THAT(pair, SizeIs(2));
    const auto first = std::find(article.words.begin(), article.words.end(), pair[0]);
    distances.insert(std::find(article.words.begin(), article.words.end(), pair[1]) - first);
  }
  EXPECT_THAT(distances, ElementsAre(1, 2, 3));
}

TEST(NearWords, AreNoneOfOneWordOrTheSameTwice) {
  corpus::Random random(1);
  EXPECT_THAT(near_words(article_of({}), 5, random), IsEmpty());
  EXPECT_THAT(near_words(article_of({"one"}), 5, random), IsEmpty());
  EXPECT_THAT(near_words(article_of({"bye", "bye"}), 1, random), IsEmpty());
}

TEST(Misspelt, KeepsTheFirstLetterAndChangesLittle) {
  corpus::Random random(1);
  std::set<std::size_t> sizes;
  for (int i = 0; i < 200; ++i) {
    const std::string typed = misspelt("minister", random);
    EXPECT_EQ(typed[0], 'm');
    sizes.insert(typed.size());
  }
  EXPECT_THAT(sizes, ElementsAre(7, 8, 9));
}

TEST(Misspelt, TakesTheShortestWord) {
  corpus::Random random(1);
  for (int i = 0; i < 50; ++i) EXPECT_EQ(misspelt("ab", random)[0], 'a');
}

}  // namespace
}  // namespace dateline::bench
