#include "searcher/output/page.h"

#include <gmock/gmock.h>

#include "tests/searcher/output/results.h"

namespace dateline::searcher {
namespace {

using std::chrono::year;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

TEST(FacetsPage, ShowsCountsBesideValuesAndBarsBesidePeriods) {
  EXPECT_EQ(facets_page(full_result(), {}),
            "\n"
            "source: 3 different, 1 article without\n"
            "    120  Coastal Gazette\n"
            "     99  Östermouth Post\n"
            "    and 1 more\n"
            "\n"
            "by month, 12 undated\n"
            "2023-01  200  ████████████████████████████████████████\n"
            "2023-02    0\n"
            "2023-03   22  ████▍\n");
}

TEST(FacetsPage, IsEmptyWhereNothingWasAskedFor) {
  EXPECT_EQ(facets_page(sparse_result(), {}), "");
}

TEST(FacetsPage, ColoursAndWrapsForATerminal) {
  SearchResult result = full_result();
  result.facets[0].values[0].value = "Gazette of all the coast and of the islands";
  const std::string page = facets_page(result, {Colour::kOn, 30});
  EXPECT_THAT(page, HasSubstr("\x1b[1msource: 3 different, 1 article\x1b[0m\n"));
  EXPECT_THAT(page, HasSubstr("    120  Gazette of all the\n         coast and of the\n"));
  EXPECT_THAT(page, HasSubstr("2023-01  200  ████████████████\n"
                              "2023-02    0\n"
                              "2023-03   22  █▊\n"));
}

TEST(FacetsPage, SaysByWhatItCountsWhereATerminalIsTooShort) {
  Timeline days{Period::kDay, {}, 0};
  for (unsigned month = 1; month <= 12; ++month) {
    for (unsigned day = 1; day <= 28; ++day) {
      days.periods.push_back({year{2023} / month / day, Period::kDay, 1});
    }
  }
  SearchResult result;
  result.timeline = days;
  EXPECT_THAT(facets_page(result, {Colour::kOff, 100}),
              StartsWith("\nby month, as 336 days are too many for a page (--since and --until "
                         "limit them)\n2023-01  28  ███"));
  EXPECT_THAT(facets_page(result, {}), StartsWith("\nby day\n2023-01-01  1  █"));
}

TEST(FacetsPage, LetsNothingThroughThatDrivesATerminal) {
  SearchResult result = full_result();
  result.facets[0].values[0].value = "x\x1b[2J\xc2\x9b\u202e\x7f\xff\ny";
  const std::string page = facets_page(result, {});
  for (const auto* raw : {"\x1b", "\xc2\x9b", "\u202e", "\x7f", "\xff"}) {
    EXPECT_THAT(page, Not(HasSubstr(raw)));
  }
  EXPECT_THAT(page, HasSubstr("    120  x\\x1b[2J\\u{9b}\\u{202e}\\x7f\\xff y\n"));
}

}  // namespace
}  // namespace dateline::searcher
