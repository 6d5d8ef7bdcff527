// Real archives come in whole: of how many of their articles each part is found. A number below that
// of the articles is what is there to be found, for the reason beside it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <map>
#include <sstream>
#include <string>

#include "indexer/inspect/inspect.h"
#include "tests/real_archives.h"

namespace dateline::indexer {
namespace {

struct Archive {
  std::string name;
  std::uint64_t articles, headlines, texts, dates, sources;
  std::map<std::string, std::uint64_t> refused = {};  // by the beginning of the reason
};

const Archive kArchives[] = {
    {"ccnews-2017.json.zst", 403, 403, 403, 403, 403},
    {"ccnews-2018.json.zst", 407, 407, 407, 407, 407},
    // Some 1,800 stories of the wire are a headline alone, one has not even that.
    {"reuters-21578.tar.zst", 21'578, 21'577, 19'771, 21'578, 21'578},
    {"summit-2023", 5, 2, 5, 3, 3},  // two open with their first sentence, two undated
    {"languages/french.tsv", 119, 119, 119, 0, 119},  // no column of days, none in the URLs
    {"languages/german.csv", 0, 0, 0, 0, 0, {{"a table without a column for headline or text", 1}}},
    {"languages/portuguese", 60, 50, 60, 60, 60},  // ten texts open with their first sentence
    {"formats/csv", 346, 346, 346, 144, 346},      // the column of days is empty: those of the URLs
    {"formats/ninjs",
     35,
     35,
     33,
     35,
     34,  // two are a headline with pictures
     {{"an item of type 'picture'", 3},
      {"an item of type 'video'", 2},
      {"data/item: an item of type 'picture'", 2},
      {"no field for headline or text is known in it", 1}}},
    {"formats/html-bench/ground-truth-handout.json", 80, 0, 80, 23, 80},  // text and URL alone
    {"formats/html-dates/eval-handout.json",
     0,
     0,
     0,
     0,
     0,
     {{"no field for headline or text is known in it", 1}}},
    {"judged/time.docs.jsonl", 423, 0, 423, 0, 0},  // collections of texts
    {"judged/npl.docs.jsonl", 11'429, 0, 11'429, 0, 0},
    {"judged/cisi.docs.jsonl", 1'460, 0, 1'460, 0, 0},
    {"judged/cran.docs.jsonl", 1'400, 0, 1'398, 0, 0},  // two are empty there
};

std::map<std::string, std::uint64_t> reasons_of(const Inspection& inspection) {
  std::map<std::string, std::uint64_t> reasons;
  for (const auto& [reason, met] : inspection.refused) {
    reasons[reason.substr(0, reason.find_first_of(",;"))] += met.times;
  }
  return reasons;
}

TEST(RealArchives, ComeInWhole) {
  const auto part = [](const Inspection& inspection, Role role) {
    return inspection.have[static_cast<std::size_t>(role)];
  };
  std::size_t here = 0;
  for (const Archive& archive : kArchives) {
    SCOPED_TRACE(archive.name);
    const auto path = test::real_archive(archive.name);
    if (!path) continue;
    ++here;
    UpdateOptions options;
    options.inputs = {path->string()};
    std::istringstream nothing;
    const Inspection inspection = inspect(options, nothing);
    EXPECT_EQ(inspection.articles, archive.articles);
    EXPECT_EQ(part(inspection, Role::kHeadline), archive.headlines);
    EXPECT_EQ(part(inspection, Role::kBody), archive.texts);
    EXPECT_EQ(part(inspection, Role::kDate), archive.dates);
    EXPECT_EQ(part(inspection, Role::kSource), archive.sources);
    EXPECT_EQ(reasons_of(inspection), archive.refused);
  }
  if (here == 0) GTEST_SKIP() << "the collection of real archives is not here";
}

}  // namespace
}  // namespace dateline::indexer
