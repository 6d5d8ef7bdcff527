#include "benchmarks/chart/gnuplot.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "benchmarks/talking_process.h"
#include "tests/throws_error.h"

namespace dateline::bench {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

Chart chart_with(Panel panel) {
  return {"Searching", "A processor, 2 cores", {std::move(panel)}};
}

Panel latencies() {
  return {"Time of a search", "us",          Scale::kLogarithmic,
          Width::kWhole,      {"and", "or"}, {{"p50", {5, 60}}, {"p99", {9, 0}}}};
}

class DrawSvg : public testing::Test {
 protected:
  void SetUp() override {
    if (!is_on_path("gnuplot")) GTEST_SKIP() << "gnuplot is not installed";
  }
};

TEST(GnuplotScript, HoldsTitlesUnitsAndBars) {
  EXPECT_THAT(gnuplot_script({chart_with(latencies())}),
              AllOf(HasSubstr("'Time of a search'"), HasSubstr("'microseconds'"),
                    HasSubstr("('and' 0, 'or' 1)"), HasSubstr("0.7900 60 60")));
}

TEST(GnuplotScript, DrawsNoBarWhereThereIsNoFigure) {
  EXPECT_THAT(gnuplot_script({chart_with(latencies())}), Not(HasSubstr(" 0 0")));
}

TEST(GnuplotScript, LetsNoNameBecomeACommand) {
  Panel panel = latencies();
  panel.groups[0] = "it's\nset output 'elsewhere'";
  EXPECT_THAT(gnuplot_script({chart_with(panel)}),
              AllOf(HasSubstr("'it''s"), Not(HasSubstr("\nset output"))));
}

TEST(GnuplotScript, PutsHalvesSideBySide) {
  Panel half = latencies();
  half.width = Width::kHalf;
  const std::string script = gnuplot_script({{"Searching", "", {half, half, latencies()}}});
  EXPECT_THAT(script, AllOf(HasSubstr("set origin 0.5,0.4"), HasSubstr("set origin 0,0.0")));
}

TEST_F(DrawSvg, GivesAPictureThatCanBeReadOnAnyPage) {
  const std::string svg = draw_svg(gnuplot_script({chart_with(latencies())}));
  EXPECT_THAT(svg, AllOf(HasSubstr("<svg"), HasSubstr("Time of a search"), HasSubstr("</svg>")));
  EXPECT_THAT(svg, HasSubstr("#ffffff"));
}

TEST_F(DrawSvg, ShowsSignsThatGnuplotTakesForItsOwn) {
  Panel panel = latencies();
  panel.groups = {"1 % more", "$a_b {c} \"d\" `e` <f>"};
  const std::string svg = draw_svg(gnuplot_script({chart_with(panel)}));
  EXPECT_THAT(svg, AllOf(HasSubstr(">1 % more<"), HasSubstr("$a_b {c}"), HasSubstr("`e` &lt;f>")));
}

TEST_F(DrawSvg, SaysSoWhereNothingIsDrawn) {
  EXPECT_THAT([] { draw_svg("exit status 3"); },
              test::throws_error(ErrorKind::kSystem, "gnuplot could not draw the chart"));
}

TEST(DrawSvgWithoutGnuplot, NamesTheRemedy) {
  EXPECT_THAT([] { draw_svg("", "no-such-gnuplot"); },
              test::throws_error(ErrorKind::kSystem, "scripts/install-dependencies bench"));
}

}  // namespace
}  // namespace dateline::bench
