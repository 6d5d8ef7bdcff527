#include "benchmarks/report/comparison.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/throws_error.h"

namespace dateline::bench {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

Figure lower(std::vector<double> rounds) {
  return figure_of("p50", "us", Better::kLower, std::move(rounds));
}

Figure higher(std::vector<double> rounds) {
  return figure_of("text", "MB/s", Better::kHigher, std::move(rounds));
}

Report report_with(const std::string& row, Figure figure) {
  Report report;
  report.benchmark = "latency";
  report.rows.push_back({row, {std::move(figure)}});
  return report;
}

TEST(Judge, SeesWhatIsSlowerBeyondTheNoise) {
  EXPECT_EQ(judge(lower({100, 101, 102}), lower({120, 119, 121})), Verdict::kWorse);
  EXPECT_EQ(judge(higher({120, 119, 121}), higher({100, 101, 102})), Verdict::kWorse);
}

TEST(Judge, SeesWhatIsFasterBeyondTheNoise) {
  EXPECT_EQ(judge(lower({120, 119, 121}), lower({100, 101, 102})), Verdict::kBetter);
  EXPECT_EQ(judge(higher({100, 101, 102}), higher({120, 119, 121})), Verdict::kBetter);
}

TEST(Judge, TakesRoundsThatOverlapForNoise) {
  EXPECT_EQ(judge(lower({100, 101, 125}), lower({120, 130, 140})), Verdict::kSame);
}

TEST(Judge, TakesASmallChangeForNoise) {
  EXPECT_EQ(judge(lower({100, 101, 102}), lower({103, 104, 105})), Verdict::kSame);
}

TEST(Judge, WantsSeveralRounds) {
  EXPECT_EQ(judge(lower({100, 101}), lower({200, 201, 202})), Verdict::kTooFewRounds);
}

TEST(Compare, NamesRowsThatOnlyOneResultHas) {
  const Comparison found = compare(report_with("and", lower({1})), report_with("or", lower({1})));
  EXPECT_THAT(found.missing, ElementsAre("and", "or"));
  EXPECT_FALSE(found.any_worse());
}

TEST(Compare, NamesANewClassOnce) {
  const Report before = report_with("and / top 10", lower({1, 1, 1}));
  Report after = report_with("and / top 10", lower({1, 1, 1}));
  for (const char* row :
       {"and / count", "near / top 10", "near / count", "near / top 10, times near-and"}) {
    after.rows.push_back({row, {lower({1, 1, 1})}});
  }
  EXPECT_THAT(compare(before, after).missing, ElementsAre("and / count", "near"));
  EXPECT_THAT(
      to_text(compare(after, before)),
      HasSubstr("only one of the results has 'and / count', 'near'\n1 figures are the same"));
}

TEST(Compare, DoesNotJudgeExtremes) {
  Figure before = lower({1, 1, 1});
  Figure after = lower({9, 9, 9});
  before.better = after.better = Better::kNeither;
  EXPECT_FALSE(compare(report_with("and", before), report_with("and", after)).any_worse());
}

TEST(Compare, TellsTheChangeInWords) {
  const Comparison found = compare(report_with("and / top 10", lower({100, 100, 100})),
                                   report_with("and / top 10", lower({150, 150, 150})));
  EXPECT_TRUE(found.any_worse());
  EXPECT_THAT(to_text(found), HasSubstr("worse  and / top 10 p50: 100 -> 150 us (+50.0 %)"));
  EXPECT_THAT(to_text(found), Not(HasSubstr("different machines")));
}

TEST(Compare, WarnsOfAnotherMachine) {
  Report after = report_with("and", lower({1}));
  after.machine.cores = 64;
  EXPECT_THAT(to_text(compare(report_with("and", lower({1})), after)),
              HasSubstr("different machines"));
}

TEST(Compare, WarnsOfAnotherArchive) {
  Report after = report_with("and", lower({1}));
  after.corpus.articles = 7;
  EXPECT_THAT(to_text(compare(report_with("and", lower({1})), after)),
              HasSubstr("different archives"));
}

TEST(Compare, RefusesResultsOfTwoBenchmarks) {
  Report after = report_with("and", lower({1}));
  after.benchmark = "build";
  EXPECT_THAT([&] { compare(report_with("and", lower({1})), after); },
              test::throws_error(ErrorKind::kInput, "'latency'"));
}

}  // namespace
}  // namespace dateline::bench
