#include "benchmarks/report/growth.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/throws_error.h"

namespace dateline::bench {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

Report latency_of(std::uint64_t articles, double p99) {
  Report report;
  report.benchmark = "latency";
  report.corpus.articles = articles;
  const Row row{"",
                {figure_of("p50", "us", Better::kLower, {p99 / 2}),
                 figure_of("p99", "us", Better::kLower, {p99})}};
  for (const char* name : {"and / top 10", "and / count"})
    report.rows.push_back({name, row.figures});
  return report;
}

Report build_of(std::uint64_t articles, double megabytes_a_second) {
  Report report;
  report.benchmark = "build";
  report.corpus.articles = articles;
  report.rows = {{"build", {figure_of("text", "MB/s", Better::kHigher, {megabytes_a_second})}}};
  return report;
}

TEST(GrowthOfAnArchive, IsOfTheSlowestPagesOfTen) {
  const std::string text = to_text(growth_of(latency_of(1'000, 100), latency_of(20'000, 350)));
  EXPECT_THAT(text, HasSubstr("20.0 times as many articles"));
  EXPECT_THAT(text, HasSubstr("and / top 10 p99 100 -> 350 us (3.50 times)"));
  EXPECT_THAT(text, Not(HasSubstr("count")));
}

TEST(GrowthOfAnArchive, IsOfTheSpeedOfBuilding) {
  EXPECT_THAT(to_text(growth_of(build_of(1'000, 40), build_of(20'000, 38))),
              HasSubstr("build text 40 -> 38 MB/s (0.95 times)"));
}

TEST(GrowthOfAnArchive, IsNotToldOfDifferentBenchmarks) {
  EXPECT_THAT([] { growth_of(latency_of(1, 1), build_of(2, 1)); },
              test::throws_error(ErrorKind::kInput, "'latency' and 'build'"));
}

TEST(GrowthOfAnArchive, WantsTheLargerArchiveLast) {
  for (const std::uint64_t small : {0, 20, 21}) {
    EXPECT_THAT([&] { growth_of(latency_of(small, 1), latency_of(20, 1)); },
                test::throws_error(ErrorKind::kInput, "is not larger"));
  }
}

}  // namespace
}  // namespace dateline::bench
