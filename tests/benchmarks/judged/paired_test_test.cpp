#include "benchmarks/judged/paired_test.h"

#include <gtest/gtest.h>

#include <vector>

namespace dateline::bench {
namespace {

TEST(RandomisationTest, TriesAllSignsOfFewTopics) {
  // Of the eight ways only + + + and - - - lie as far from 0.
  EXPECT_DOUBLE_EQ(randomisation_test(std::vector<double>{0.1, 0.2, 0.3}), 2.0 / 8);
  // 0.3 - 0.1 = 0.2: the ways that come to 0.4 lie farther, those to 0.2 as far. That is all.
  EXPECT_DOUBLE_EQ(randomisation_test(std::vector<double>{-0.1, 0.3}), 1);
  EXPECT_DOUBLE_EQ(randomisation_test(std::vector<double>{0.1, 0.3}), 2.0 / 4);
}

TEST(RandomisationTest, FindsNothingWhereNothingDiffers) {
  EXPECT_DOUBLE_EQ(randomisation_test({}), 1);
  EXPECT_DOUBLE_EQ(randomisation_test(std::vector<double>{0, 0, 0}), 1);
  EXPECT_DOUBLE_EQ(randomisation_test(std::vector<double>(100, 0)), 1);
}

TEST(RandomisationTest, DrawsSignsOfManyTopicsTheSameEachTime) {
  const std::vector<double> all_better(40, 0.1);
  EXPECT_LT(randomisation_test(all_better), 0.001);
  EXPECT_GT(randomisation_test(all_better), 0);
  std::vector<double> as_often_worse;
  for (int i = 0; i < 40; ++i) as_often_worse.push_back(i % 2 == 0 ? 0.1 : -0.1);
  EXPECT_DOUBLE_EQ(randomisation_test(as_often_worse), 1);
  EXPECT_EQ(randomisation_test(all_better), randomisation_test(all_better));
}

}  // namespace
}  // namespace dateline::bench
