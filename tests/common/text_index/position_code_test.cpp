#include "common/text_index/position_code.h"

#include <gtest/gtest.h>

#include <bit>
#include <utility>

namespace dateline {
namespace {

TEST(PositionCode, WritesALonePositionAsItIs) {
  for (std::uint32_t length = 1; length < kLongArticle; ++length) {
    const auto [low_bits, has_high] = position_code(length, 1);
    ASSERT_FALSE(has_high);
    ASSERT_EQ(low_bits, static_cast<unsigned>(std::bit_width(length - 1))) << length;
  }
}

TEST(PositionCode, CutsSeveralWhereTheMeanDistanceHasItsHighestBit) {
  for (std::uint32_t length = 1; length < kLongArticle; length += 97) {
    for (std::uint32_t occurrences = 2; occurrences < 2 * length; ++occurrences) {
      const auto [low_bits, has_high] = position_code(length, occurrences);
      const std::uint32_t mean = length / (occurrences + 1);
      ASSERT_TRUE(has_high);
      ASSERT_EQ(low_bits, mean == 0 ? 0u : static_cast<unsigned>(std::bit_width(mean) - 1))
          << length << ' ' << occurrences;
    }
  }
}

TEST(PositionCode, TakesAnyPositionInAnArticleOfUnknownLength) {
  EXPECT_TRUE(position_code(kLongArticle, 1).has_high);
  EXPECT_LE(position_code(kLongArticle, 1).low_bits, 20u);
  EXPECT_EQ(position_code(kLongArticle, 0xffff'ffff).low_bits, 0u);
}

TEST(PositionCode, LeavesTheGapBehindTheHeadlineOut) {
  EXPECT_EQ(without_gap(6, 7), 6u);
  EXPECT_EQ(without_gap(7 + kHeadlineGap, 7), 7u);
  const std::pair<std::uint32_t, std::uint32_t> positions_headlines[] = {
      {6, 7},
      {7 + kHeadlineGap, 7},
      {kHeadlineGap, 0},
      {70'000, 7},
      {70'000, kLongArticle},  // where the headline ends is not known
      {6, kLongArticle},
  };
  for (const auto& [position, headline] : positions_headlines) {
    EXPECT_EQ(with_gap(without_gap(position, headline), headline), position);
  }
}

}  // namespace
}  // namespace dateline
