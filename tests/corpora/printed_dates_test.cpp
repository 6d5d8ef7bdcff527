// Days as a collection of real prints has them, in 40 languages: read rightly or not at all.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>

#include "indexer/enrichment/date_text.h"
#include "tests/real_archives.h"

namespace dateline::indexer {
namespace {

TEST(PrintedDates, AreReadInAllLanguages) {
  const auto file = test::real_archive("languages/printed-dates.tsv");
  if (!file) GTEST_SKIP() << "the collection of real archives is not here";
  std::ifstream in(*file);
  std::size_t undated = 0;
  for (std::string line; std::getline(in, line);) {
    std::istringstream cells(line);
    std::string language;
    std::string style;
    std::string day;
    std::string text;
    std::getline(cells, language, '\t');
    std::getline(cells, style, '\t');
    std::getline(cells, day, '\t');
    std::getline(cells, text);
    const auto time = parse_date_field(text);
    undated += time ? 0 : 1;
    EXPECT_TRUE(!time || to_iso(*time) == day) << line;
  }
  EXPECT_EQ(undated, 0U);
}

}  // namespace
}  // namespace dateline::indexer
