#include "benchmarks/report/report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/throws_error.h"

namespace dateline::bench {
namespace {

using ::testing::HasSubstr;

Report sample() {
  Report report;
  report.benchmark = "latency";
  report.command = {"dateline-bench", "latency", "--index", "a \"quoted\" folder"};
  report.started = "2026-01-31T06:00:00Z";
  report.machine = {"A processor", 2, 8'000'000'000, 0.25};
  report.versions = {{"dateline", "0.1.0 (release)"}, {"xapian", "1.4.22"}};
  report.corpus = {45'312, 124'077'023, 114'159'250, 1, 134'900'000};
  report.notes = {"nothing cold was measured"};
  report.rows = {{"and / top 10", timing_figures({{{1.5, 2.5, 1'234.5}, {1, 2, 3}}, {}})},
                 {"and / throughput", {figure_of("1 thread", "q/s", Better::kHigher, {10, 20})}}};
  return report;
}

TEST(ReportJson, ReadsBackWhatItWrites) {
  EXPECT_EQ(parse_report(to_json(sample()), "result.json"), sample());
}

TEST(ReportJson, DoesWithoutTheSizeOfTheInput) {
  std::string json = to_json(sample());
  json.replace(json.find("\"input_bytes\""), 13, "\"another\"");
  EXPECT_EQ(parse_report(json, "result.json").corpus.input_bytes, 0u);
}

TEST(ReportJson, NamesTheFileThatIsNoResult) {
  for (const std::string json : {"", "{", "[]", "{}", "{\"format\": 2}"}) {
    SCOPED_TRACE(json);
    EXPECT_THAT([&] { parse_report(json, "other.json"); },
                test::throws_error(ErrorKind::kInput, "'other.json' is no result"));
  }
}

TEST(ReportJson, RefusesAnUnknownDirection) {
  std::string json = to_json(sample());
  json.replace(json.find("\"lower\""), 7, "\"aside\"");
  EXPECT_THAT([&] { parse_report(json, "result.json"); },
              test::throws_error(ErrorKind::kInput, "'aside'"));
}

TEST(TimingFigures, AreOfAllSamplesAndOfEachRound) {
  const std::vector<Figure> figures = timing_figures({{{1, 2, 9}, {3, 4, 5}}, {}});
  EXPECT_EQ(figures[0], (Figure{"p50", "us", Better::kLower, 3, {2, 4}}));
  EXPECT_EQ(figures[4], (Figure{"max", "us", Better::kNeither, 9, {9, 5}}));
}

TEST(TimingFigures, TellWhatTheProcessorWorked) {
  const std::vector<Figure> figures = timing_figures({{{9, 9, 9}}, {{1, 2, 3}}});
  ASSERT_EQ(figures.size(), 9u);
  EXPECT_EQ(figures[6], (Figure{"cpu p50", "us", Better::kLower, 2, {2}}));
  EXPECT_EQ(figures[8].name, "cpu mean");
}

TEST(TimesFigures, TellHowManyTimesAsLongAndJudgeNothing) {
  const Row near{"near", timing_figures({{{6, 6, 6}, {9, 9, 9}}, {}})};
  const Row both{"near-and", timing_figures({{{2, 2, 2}, {6, 6, 6}}, {}})};
  const std::vector<Figure> figures = times_figures(near, both);
  EXPECT_EQ(figures[0], (Figure{"p50 x", "", Better::kNeither, 3, {3, 1.5}}));
  for (const Figure& figure : figures) EXPECT_NE(figure.name, "max x");
}

TEST(TimesFigures, AreNoneOfWhatTookNoTime) {
  const std::vector<Figure> figures =
      times_figures({"a", {figure_of("p50", "us", Better::kLower, {5})}},
                    {"b", {figure_of("p50", "us", Better::kLower, {0})}});
  EXPECT_EQ(figures, (std::vector<Figure>{{"p50 x", "", Better::kNeither, 0, {0}}}));
}

TEST(ReportTable, SaysWhereItWasMeasured) {
  const std::string table = to_table(sample());
  EXPECT_THAT(table, HasSubstr("A processor, 2 cores, 8.0 GB; load 0.2 at the start"));
  EXPECT_THAT(table, HasSubstr("45312 articles, 124.1 MB of headlines and bodies in 134.9 MB of "
                               "files, index 114.2 MB in 1 segment"));
  EXPECT_THAT(table, HasSubstr("note: nothing cold was measured"));
}

TEST(ReportTable, PutsRowsUnderTheNamesOfTheirFigures) {
  const std::string table = to_table(sample());
  EXPECT_THAT(table, HasSubstr("p50 us"));
  EXPECT_THAT(table, HasSubstr("1 thread q/s"));
  EXPECT_LT(table.find("and / top 10"), table.find("1 thread q/s"));
}

}  // namespace
}  // namespace dateline::bench
