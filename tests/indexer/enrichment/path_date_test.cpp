#include "indexer/enrichment/enrich.h"

#include <gtest/gtest.h>

namespace dateline::indexer {
namespace {

std::string iso_day(std::string_view path) {
  const auto time = parse_path_date(path);
  return time ? to_iso(*time) : "";
}

TEST(ParsePathDate, ReadsFoldersAndFileNames) {
  EXPECT_EQ(iso_day("20061020/businesspro-google"), "2006-10-20");
  EXPECT_EQ(iso_day("/archive/2023/01/13/story.txt"), "2023-01-13");
  EXPECT_EQ(iso_day("2023-01-13-slug.txt"), "2023-01-13");
  EXPECT_EQ(iso_day("20230113_slug"), "2023-01-13");
  EXPECT_EQ(iso_day("archive/2023/01/story.txt"), "2023-01");
  EXPECT_EQ(iso_day("2022-12-31/2023-01-13.txt"), "2023-01-13");  // the last counts
  EXPECT_EQ(parse_path_date("20061020/a")->origin, DateOrigin::kPath);
}

TEST(ParsePathDate, RejectsIdsAndDaysOfDumps) {
  for (const std::string_view path : {
           "",
           "/",
           "story.txt",
           "export-2023-01-13.json",  // when the dump was made
           "2023013112/a",
           "20231301/a",
           "99990101/a",
           "2023/13/a",
           "2023/a/01",
           "2023",
           "2023/02/30",
           "idUSN2036351320061020",
       }) {
    SCOPED_TRACE(path);
    EXPECT_EQ(iso_day(path), "");
  }
}

}  // namespace
}  // namespace dateline::indexer
