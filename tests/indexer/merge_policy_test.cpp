#include "indexer/update/merge_policy.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace dateline::indexer {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::uint64_t kMillion = 1'000'000;

std::vector<SegmentEntry> segments(const std::vector<std::uint64_t>& megabytes) {
  std::vector<SegmentEntry> segments;
  for (const std::uint64_t size : megabytes) {
    SegmentEntry& segment = segments.emplace_back();
    segment.articles = 1'000;
    segment.text_bytes = size * kMillion;
  }
  return segments;
}

TEST(MergePolicy, LeavesFewSegmentsAlone) {
  EXPECT_THAT(plan_merges({}), IsEmpty());
  EXPECT_THAT(plan_merges(segments({1, 1, 1})), IsEmpty());
  EXPECT_THAT(plan_merges(segments({500, 20, 20, 20, 1, 1, 1})), IsEmpty());
}

TEST(MergePolicy, MergesFourNeighboursOfATierAndTheSmallerOnesBetween) {
  EXPECT_THAT(plan_merges(segments({1, 1, 1, 1})), ElementsAre(ElementsAre(0, 1, 2, 3)));
  EXPECT_THAT(plan_merges(segments({500, 20, 1, 20, 20, 20})),
              ElementsAre(ElementsAre(1, 2, 3, 4, 5)));
}

TEST(MergePolicy, StartsWithTheSmallest) {
  EXPECT_THAT(plan_merges(segments({20, 20, 20, 20, 1, 1, 1, 1})),
              ElementsAre(ElementsAre(4, 5, 6, 7)));
}

TEST(MergePolicy, KeepsArticlesInTheOrderInWhichTheyCame) {
  EXPECT_THAT(plan_merges(segments({1, 1, 500, 1, 1})), IsEmpty()) << "no neighbours";
}

TEST(MergePolicy, LetsLargeSegmentsWaitForMoreNeighbours) {
  EXPECT_THAT(plan_merges(segments(std::vector<std::uint64_t>(9, 300))), IsEmpty());
  const auto ten = plan_merges(segments(std::vector<std::uint64_t>(10, 300)));
  EXPECT_THAT(ten, ElementsAre(testing::SizeIs(10)));
}

TEST(MergePolicy, RewritesASegmentThatIsMostlyDeleted) {
  auto two = segments({500, 500});
  two[1].deleted = 301;
  EXPECT_THAT(plan_merges(two), ElementsAre(ElementsAre(1)));
  two[1].deleted = 300;
  EXPECT_THAT(plan_merges(two), IsEmpty());
}

}  // namespace
}  // namespace dateline::indexer
