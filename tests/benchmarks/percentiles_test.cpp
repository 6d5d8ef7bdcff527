#include "benchmarks/report/percentiles.h"

#include <gtest/gtest.h>

#include <numeric>

namespace dateline::bench {
namespace {

std::vector<double> from_one_to(std::size_t last) {
  std::vector<double> samples(last);
  std::iota(samples.rbegin(), samples.rend(), 1.0);  // not in order
  return samples;
}

TEST(Percentiles, AreSamplesByNearestRank) {
  const Percentiles found = percentiles_of(from_one_to(1'000));
  EXPECT_EQ(found.p50, 500);
  EXPECT_EQ(found.p90, 900);
  EXPECT_EQ(found.p99, 990);
  EXPECT_EQ(found.p999, 999);
  EXPECT_EQ(found.max, 1'000);
  EXPECT_DOUBLE_EQ(found.mean, 500.5);
}

TEST(Percentiles, OfFewSamplesAreTheGreatest) {
  const Percentiles found = percentiles_of({3, 1, 2});
  EXPECT_EQ(found.p50, 2);
  EXPECT_EQ(found.p90, 3);
  EXPECT_EQ(found.p999, 3);
}

TEST(Percentiles, OfOneSampleAreThatSample) {
  const Percentiles found = percentiles_of({7});
  EXPECT_EQ(found.p50, 7);
  EXPECT_EQ(found.max, 7);
  EXPECT_EQ(found.mean, 7);
}

TEST(Percentiles, OfNothingAreZero) {
  EXPECT_EQ(percentiles_of({}).p99, 0);
  EXPECT_EQ(median_of({}), 0);
}

TEST(Median, IsTheMiddleOrTheMeanOfBothInTheMiddle) {
  EXPECT_EQ(median_of({9, 1, 5}), 5);
  EXPECT_EQ(median_of({9, 1, 5, 3}), 4);
}

}  // namespace
}  // namespace dateline::bench
