#include "benchmarks/chart/panels.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/throws_error.h"

namespace dateline::bench {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::SizeIs;

Figure lower(const char* name, const char* unit, double value) {
  return figure_of(name, unit, Better::kLower, {value});
}

Report report_of(const std::string& benchmark, std::vector<Row> rows) {
  Report report;
  report.benchmark = benchmark;
  report.command = {"dateline-bench", benchmark, "--index", "/home/somebody/index"};
  report.started = "2026-01-31T06:00:00Z";
  report.machine = {"A processor", 2, 8'000'000'000, 0.25};
  report.versions = {{"dateline", "0.1.0 (release)"}};
  report.corpus.articles = 45'312;
  report.rows = std::move(rows);
  return report;
}

Row timing(const std::string& name, double p50, double p99) {
  return {name, {lower("p50", "us", p50), lower("p99", "us", p99), lower("mean", "us", p50)}};
}

TEST(Charts, ShowLatencyByWhatIsAsked) {
  const Chart chart =
      chart_of(report_of("latency", {timing("and / top 10", 5, 9),
                                     timing("and / count", 2, 3),
                                     timing("or / top 10", 6, 7),
                                     {"and / throughput", {lower("1 thread", "q/s", 1)}}}),
               "a.json");
  ASSERT_THAT(chart.panels, SizeIs(2));
  EXPECT_EQ(chart.panels[0].title, "Time of a search, top 10");
  EXPECT_EQ(chart.panels[0].unit, "us");
  EXPECT_THAT(chart.panels[0].groups, ElementsAre("and", "or"));
  EXPECT_THAT(chart.panels[0].series, ElementsAre(Series{"p50", {5, 6}}, Series{"p99", {9, 7}}));
  EXPECT_THAT(chart.panels[1].groups, ElementsAre("and"));
}

TEST(Charts, ShowEachEngineInAColourOfItsOwn) {
  const Chart chart = chart_of(report_of("peers", {{"build / Ours", {lower("time", "s", 4)}},
                                                   {"build / Theirs", {lower("time", "s", 12)}},
                                                   timing("and / Ours", 5, 9),
                                                   timing("and / Theirs", 50, 90),
                                                   timing("or / Theirs", 60, 70)}),
                               "a.json");
  ASSERT_THAT(chart.panels, SizeIs(3));
  EXPECT_THAT(chart.panels[1].groups, ElementsAre("and", "or"));
  EXPECT_THAT(chart.panels[1].series,
              ElementsAre(Series{"Ours", {9, 0}}, Series{"Theirs", {90, 70}}));
  EXPECT_EQ(chart.panels[2].unit, "s");
  EXPECT_THAT(chart.panels[2].series, ElementsAre(Series{"Ours", {4}}, Series{"Theirs", {12}}));
}

TEST(Charts, ShowTheBytesOfEachPart) {
  const Chart chart =
      chart_of(report_of("build", {{"build", {lower("time", "s", 4), lower("memory", "MB", 260)}},
                                   {"text.index", {lower("size", "MB", 50)}},
                                   {"all parts", {lower("size", "MB", 110)}}}),
               "a.json");
  ASSERT_THAT(chart.panels, SizeIs(3));
  EXPECT_THAT(chart.panels[2].groups, ElementsAre("text.index", "all parts"));
  EXPECT_EQ(chart.panels[2].scale, Scale::kLinear);
}

TEST(Charts, ShowProgramsBesideEachOther) {
  const Chart chart = chart_of(report_of("process", {timing("word-rare / dateline-search", 5, 9),
                                                     timing("word-rare / rg -l", 500, 900)}),
                               "a.json");
  EXPECT_THAT(chart.panels[0].series,
              ElementsAre(Series{"dateline-search", {5}}, Series{"rg -l", {500}}));
}

TEST(Charts, TellMillisecondsWhereNothingTakesLess) {
  const Chart chart =
      chart_of(report_of("latency", {timing("and / top 10", 2'500, 900'000)}), "a.json");
  EXPECT_EQ(chart.panels[0].unit, "ms");
  EXPECT_THAT(chart.panels[0].series, ElementsAre(Series{"p50", {2.5}}, Series{"p99", {900}}));
}

TEST(Charts, SayWhereTheyWereMeasuredAndNameNoFolder) {
  const Chart chart = chart_of(report_of("latency", {timing("and / top 10", 5, 9)}), "a.json");
  EXPECT_THAT(chart.origin, HasSubstr("A processor, 2 cores; dateline 0.1.0 (release)"));
  EXPECT_THAT(chart.origin, HasSubstr("45312 articles"));
  EXPECT_THAT(chart.origin, Not(HasSubstr("somebody")));
}

TEST(Charts, RefuseAResultWithNothingToDraw) {
  for (const Report& report : {report_of("latency", {}), report_of("race", {timing("a / b", 1, 2)}),
                               report_of("latency", {timing("and / top 10", 0, 0)})}) {
    EXPECT_THAT([&] { chart_of(report, "a.json"); },
                test::throws_error(ErrorKind::kInput, "'a.json' has nothing that can be drawn"));
  }
}

}  // namespace
}  // namespace dateline::bench
