#include "common/copies/shingles.h"

#include <gtest/gtest.h>

#include <numeric>
#include <string>
#include <vector>

namespace dateline {
namespace {

using Words = std::vector<WordHash>;

// Words first, first + 1, ...: no two shingles of them are the same.
Words words(WordHash first, std::size_t count) {
  Words words(count);
  std::iota(words.begin(), words.end(), first);
  return words;
}

bool alike(const Words& a, const Words& b) {
  return are_alike(ShingleSet(a), ShingleSet(b)) && are_alike(ShingleSet(b), ShingleSet(a));
}

Words hashed(std::string_view text) {
  Analyser analyser;
  return words_of(text, analyser);
}

TEST(Shingles, BeginAtEveryWordButTheLastFour) {
  std::vector<Shingle> shingles;
  append_shingles(words(1, 4), shingles);
  EXPECT_TRUE(shingles.empty());
  append_shingles(words(1, 12), shingles);
  EXPECT_EQ(shingles.size(), 8U);
}

TEST(Shingles, OfTheSameWordsAreTheSameWhereverTheyStand) {
  std::vector<Shingle> here;
  std::vector<Shingle> there;
  append_shingles(words(10, 30), here);
  append_shingles(words(3, 30), there);
  EXPECT_EQ(here[0], there[7]);
  EXPECT_EQ(here[18], there[25]);
}

TEST(Shingles, AreOfWordsWhateverTheirCaseAndTheSignsBetween) {
  EXPECT_EQ(hashed("The US ferry, (late) sails."), hashed("the us FERRY late sails"));
  EXPECT_NE(hashed("ferry late"), hashed("late ferry"));
  EXPECT_EQ(hashed("e-mail").size(), 2U) << "its compound is no word more";
}

TEST(Alikeness, IsSharingFourFifthsOfTheSmallerSet) {
  const Words whole = words(1, 104);  // 100 shingles
  EXPECT_TRUE(alike(whole, whole));
  EXPECT_TRUE(alike(whole, words(21, 104)));
  EXPECT_FALSE(alike(whole, words(22, 104)));
}

TEST(Alikeness, IsFoundInAnAbridgedTextHoweverMuchIsLeftOut) {
  const Words whole = words(1, 1'000);
  EXPECT_TRUE(alike(whole, words(500, 40)));
  Words abridged = words(500, 40);  // 36 shingles, then 9 of its own
  for (const WordHash word : words(5'000, 9)) abridged.push_back(word);
  EXPECT_TRUE(alike(whole, abridged));
  abridged.push_back(6'000);
  EXPECT_FALSE(alike(whole, abridged));
}

TEST(Alikeness, IsNotOfTextsTooShortToTell) {
  EXPECT_FALSE(alike(words(1, 23), words(1, 23)));
  EXPECT_TRUE(alike(words(1, 24), words(1, 24)));
  EXPECT_FALSE(alike({}, {}));
}

TEST(Alikeness, CountsARepeatedPassageOnce) {
  Words twice = words(1, 50);
  for (const WordHash word : words(1, 50)) twice.push_back(word);
  EXPECT_EQ(ShingleSet(twice).size(), 50U);
}

}  // namespace
}  // namespace dateline
