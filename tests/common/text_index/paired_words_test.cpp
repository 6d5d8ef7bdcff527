#include "common/text_index/paired_words.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "common/text/analyser.h"
#include "common/text/ascii.h"
#include "common/text/initialisms.h"
#include "common/text/spelling.h"
#include "common/text_index/format.h"

namespace dateline {
namespace {

std::vector<std::string> all_words() {
  std::vector<std::string> words;
  for (std::uint16_t i = 0; i < kPairedWords; ++i) {
    const std::string pair = pair_term(i, i);
    words.push_back(pair.substr(1, pair.find(' ') - 1));
  }
  return words;
}

std::string in_capitals(std::string word) {
  std::transform(word.begin(), word.end(), word.begin(), ascii::to_upper);
  return word;
}

TEST(PairedWords, AreFoundAtTheirPlaces) {
  const auto words = all_words();
  for (std::uint16_t i = 0; i < words.size(); ++i) EXPECT_EQ(paired_word(words[i]), i) << words[i];
  for (const char* other : {"", "th", "thee", "zeppelin", "\x02the the", "wednesdays"}) {
    EXPECT_EQ(paired_word(other), std::nullopt) << other;
  }
}

TEST(PairedWords, AreTermsOfTheAnalyser) {
  Analyser analyser;
  for (const std::string& word : all_words()) {
    const auto& tokens = analyser.analyse(word);
    ASSERT_EQ(tokens.size(), 1u) << word;
    EXPECT_EQ(tokens[0].term, word);
  }
}

TEST(PairedWords, HaveNoOtherSpelling) {
  for (const std::string& word : all_words()) EXPECT_EQ(spellings(word).size(), 1u) << word;
}

// Whoever types "us" also means US.
TEST(PairedWords, StandBesideTheirInitialismsWithTheSameRank) {
  for (const std::string& word : all_words()) {
    const std::string capitals = in_capitals(word);
    if (find_initialism(capitals).empty()) continue;
    ASSERT_TRUE(paired_word(capitals)) << capitals;
    for (std::uint16_t other = 0; other < kPairedWords; ++other) {
      EXPECT_EQ(is_kept_pair(*paired_word(word), other),
                is_kept_pair(*paired_word(capitals), other))
          << capitals;
    }
  }
}

TEST(PairedWords, ArePairedWhereBothAreFrequent) {
  const auto kept = [](const char* first, const char* second) {
    return is_kept_pair(*paired_word(first), *paired_word(second));
  };
  EXPECT_TRUE(kept("of", "the"));
  EXPECT_TRUE(kept("the", "government"));
  EXPECT_TRUE(kept("government", "the"));
  EXPECT_FALSE(kept("government", "officials"));
}

TEST(PairedWords, PairsAreTermsThatNoTextHolds) {
  const std::string pair = pair_term(*paired_word("of"), *paired_word("the"));
  EXPECT_EQ(pair, "\x02of the");
  EXPECT_FALSE(has_positions(pair));
  EXPECT_TRUE(has_positions("of"));
  EXPECT_TRUE(has_positions(""));
}

}  // namespace
}  // namespace dateline
