#include "benchmarks/command_line.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "tests/throws_error.h"

namespace dateline::bench {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

template <typename Options>
Options parsed_as(const std::vector<std::string>& arguments) {
  std::ostringstream out;
  return std::get<Options>(std::get<CommandLine>(parse_command_line(arguments, out)).command);
}

TEST(BenchCommandLine, ReadsLatency) {
  const auto options = parsed_as<LatencyOptions>(
      {"latency", "--index", "ix", "--seed", "7", "--rounds", "9", "--per-class", "20"});
  EXPECT_EQ(options.index_dir, "ix");
  EXPECT_EQ(options.draw.seed, 7u);
  EXPECT_EQ(options.draw.per_class, 20u);
  EXPECT_EQ(options.rounds, 9u);
}

TEST(BenchCommandLine, ReadsBuild) {
  const auto options =
      parsed_as<BuildOptions>({"build", "--out", "new", "--memory", "256M", "a.tar", "b"});
  EXPECT_EQ(options.memory_budget_bytes, 256u << 20);
  EXPECT_THAT(options.inputs, ElementsAre("a.tar", "b"));
}

TEST(BenchCommandLine, ReadsProcessAndCompare) {
  EXPECT_EQ(parsed_as<ProcessOptions>({"process", "--index", "ix"}).index_dir, "ix");
  EXPECT_EQ(parsed_as<ProcessOptions>({"process", "--index", "ix", "--files", "/"}).files_dir, "/");
  EXPECT_EQ(parsed_as<CompareOptions>({"compare", "a.json", "b.json"}).after, "b.json");
}

TEST(BenchCommandLine, ReadsGrowth) {
  EXPECT_EQ(parsed_as<GrowthOptions>({"growth", "a.json", "b.json"}).large, "b.json");
}

TEST(BenchCommandLine, ReadsChart) {
  const auto options = parsed_as<ChartOptions>({"chart", "a.json", "b.json", "--out", "c.svg"});
  EXPECT_THAT(options.results, ElementsAre("a.json", "b.json"));
  EXPECT_EQ(options.svg_file, "c.svg");
}

TEST(BenchCommandLine, ReadsPeers) {
  const auto options = parsed_as<RaceOptions>(
      {"peers", "--out", "new", "--jobs", "1", "--peers", "sqlite,lucene", "in"});
  EXPECT_THAT(options.peers, ElementsAre("sqlite", "lucene"));
  EXPECT_EQ(options.out_dir, "new");
  EXPECT_EQ(options.threads, 1u);
  EXPECT_THAT(options.inputs, ElementsAre("in"));
}

TEST(BenchCommandLine, ReadsJudged) {
  const auto options = parsed_as<JudgedOptions>(
      {"judged", "--topics", "t", "--qrels", "q", "--out", "new", "--half", "odd", "--parts",
       "title,desc", "--useful-from", "2", "--run", "r", "--against", "a", "--expand", "docs"});
  EXPECT_THAT(options.inputs, ElementsAre("docs"));
  EXPECT_EQ(options.out_dir, "new");
  EXPECT_EQ(options.topics_file, "t");
  EXPECT_EQ(options.judgments_file, "q");
  EXPECT_EQ(options.half, Half::kOdd);
  EXPECT_THAT(options.parts, ElementsAre("title", "desc"));
  EXPECT_EQ(options.least_grade, 2);
  EXPECT_EQ(options.run_file, "r");
  EXPECT_EQ(options.against, "a");
  EXPECT_TRUE(options.expand);
}

TEST(BenchCommandLine, RefusesWhatItDoesNotKnow) {
  std::ostringstream out;
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{},
        {"race"},
        {"latency"},
        {"build", "--out", "x"},
        {"latency", "--index", "ix", "--rounds", "0"},
        {"judged", "--topics", "t", "--qrels", "q"},
        {"judged", "--topics", "t", "--qrels", "q", "--index", "ix", "docs"},
        {"judged", "--topics", "t", "--qrels", "q", "--index", "ix", "--half", "first"},
        {"compare", "a.json"},
        {"chart", "a.json"},
        {"peers", "--out", "x", "--peers", "elastic", "in"},
        {"build", "--out", "x", "--memory", "much", "in"}}) {
    SCOPED_TRACE(arguments.size());
    EXPECT_THAT([&] { parse_command_line(arguments, out); },
                test::throws_error(ErrorKind::kUsage, "dateline-bench --help"));
  }
}

TEST(BenchCommandLine, TellsItsCommands) {
  std::ostringstream out;
  EXPECT_EQ(std::get<ExitStatus>(parse_command_line({"--help"}, out)), kDone);
  EXPECT_THAT(out.str(), HasSubstr("compare"));
}

}  // namespace
}  // namespace dateline::bench
