#include "benchmarks/judged/measures.h"

#include <gtest/gtest.h>

#include <cmath>

namespace dateline::bench {
namespace {

// Three of use, one of which is not found; d has been judged to be of no use.
const Grades kGrades = {{"a", 1}, {"b", 2}, {"c", 1}, {"d", 0}};
const std::vector<std::string> kRanked = {"b", "d", "x", "a"};

TEST(Measures, AreThoseWorkedOutByHand) {
  const Measures measures = measure(kRanked, kGrades);
  EXPECT_DOUBLE_EQ(measures.average_precision, (1.0 / 1 + 2.0 / 4) / 3);
  EXPECT_DOUBLE_EQ(measures.precision_10, 2.0 / 10);
  EXPECT_DOUBLE_EQ(measures.precision_30, 2.0 / 30);
  const double best = 2 / std::log2(2) + 1 / std::log2(3) + 1 / std::log2(4);
  EXPECT_DOUBLE_EQ(measures.ndcg_10, (2 / std::log2(2) + 1 / std::log2(5)) / best);
  EXPECT_DOUBLE_EQ(measures.recall_1000, 2.0 / 3);
}

TEST(Measures, AreOneOfThePerfectRanking) {
  const Measures measures = measure(std::vector<std::string>{"b", "a", "c"}, kGrades);
  EXPECT_DOUBLE_EQ(measures.average_precision, 1);
  EXPECT_DOUBLE_EQ(measures.ndcg_10, 1);
  EXPECT_DOUBLE_EQ(measures.recall_1000, 1);
}

TEST(Measures, AreNothingWhereNothingIsFoundOrOfUse) {
  EXPECT_EQ(measure({}, kGrades), Measures{});
  EXPECT_EQ(measure(kRanked, {{"a", 0}, {"b", -1}}), Measures{});
  EXPECT_FALSE(has_relevant({{"a", 0}}));
  EXPECT_TRUE(has_relevant(kGrades));
}

TEST(Measures, LookNoDeeperThanTheirRank) {
  std::vector<std::string> ranked(1'000, "x");
  for (std::size_t i = 0; i < ranked.size(); ++i) ranked[i] += std::to_string(i);
  ranked[10] = "a";  // behind the first ten
  ranked[30] = "b";  // behind the first thirty
  ranked.push_back("c");
  const Measures measures = measure(ranked, kGrades);
  EXPECT_DOUBLE_EQ(measures.precision_10, 0);
  EXPECT_DOUBLE_EQ(measures.precision_30, 1.0 / 30);
  EXPECT_DOUBLE_EQ(measures.ndcg_10, 0);
  EXPECT_DOUBLE_EQ(measures.recall_1000, 2.0 / 3);
}

TEST(Measures, TakeALeastGrade) {
  const Measures measures = measure(kRanked, kGrades, 2);
  EXPECT_DOUBLE_EQ(measures.average_precision, 1);
  EXPECT_DOUBLE_EQ(measures.precision_10, 0.1);
  EXPECT_TRUE(has_relevant(kGrades, 2));
  EXPECT_FALSE(has_relevant(kGrades, 3));
}

TEST(Measures, HaveAMean) {
  const Measures some = measure(kRanked, kGrades);
  const std::vector<Measures> both = {some, {}};
  EXPECT_DOUBLE_EQ(mean_of(both).average_precision, some.average_precision / 2);
  EXPECT_DOUBLE_EQ(mean_of(both).ndcg_10, some.ndcg_10 / 2);
  EXPECT_EQ(mean_of({}), Measures{});
}

}  // namespace
}  // namespace dateline::bench
