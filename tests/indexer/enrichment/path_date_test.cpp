#include "indexer/enrichment/enrich.h"

#include <gtest/gtest.h>

#include <utility>

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
  EXPECT_EQ(iso_day("2023_01_13_slug.txt"), "2023-01-13");
  EXPECT_EQ(iso_day("2023/jan/13/story"), "2023-01-13");
  EXPECT_EQ(iso_day("2023/January/13/story"), "2023-01-13");
  EXPECT_EQ(iso_day("2023/1/3/story"), "2023-01-03");
  EXPECT_EQ(iso_day("202301/13/story"), "2023-01-13");
  EXPECT_EQ(iso_day("2023/0113/story"), "2023-01-13");
  EXPECT_EQ(iso_day("2023/apr/story"), "2023-04");
  EXPECT_EQ(iso_day("0002244/1855/0922/0001.txt"), "1855-09-22");
  EXPECT_EQ(iso_day("0002244_18550922_0001.txt"), "1855-09-22");
  EXPECT_EQ(iso_day("18210801_1-0001.txt"), "1821-08-01");
  EXPECT_EQ(iso_day("reel/1999101501/0001.txt"), "1999-10-15");  // 01 is the edition
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
           "2023/1/story",  // may be an issue
           "2023/32/1",
           "export_20230113.json",
           "v2023_13_01",
           "1999101500/0001.txt",  // there is no edition 0
           "19991015012/0001.txt",
       }) {
    SCOPED_TRACE(path);
    EXPECT_EQ(iso_day(path), "");
  }
}

std::string iso_of_url(std::string_view url) {
  const auto time = parse_url_date(url);
  return time ? to_iso(*time) : "";
}

TEST(ParseUrlDate, ReadsPathsAndSlugs) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"https://o.example/2014/04/02/m", "2014-04-02"},
      {"https://o.example/news/2014/apr/02/m", "2014-04-02"},
      {"https://o.example/2014/4/2/m", "2014-04-02"},
      {"https://o.example/201404/02/m.html", "2014-04-02"},
      {"https://o.example/a/market-20140402.html", "2014-04-02"},
      {"https://o.example/a/market-2014-04-02", "2014-04-02"},
      {"https://o.example/a/2014-04-02-market", "2014-04-02"},
      {"https://o.example/a/closing-2014-04-02-final.html", "2014-04-02"},
      {"https://o.example/a/market_2014_04_02.html", "2014-04-02"},
      {"//o.example/2014/04/02/m", "2014-04-02"},
      {"o.example/2014/04/02/m", "2014-04-02"},
      {"/2014/04/02/m", "2014-04-02"},
      {"https://o.example/2021/04/92713", "2021-04"},
      {"https://o.example/2014/04/02/m?from=2015/05/05#2016/06/06", "2014-04-02"},
  };
  for (const auto& [url, expected] : cases) {
    SCOPED_TRACE(url);
    EXPECT_EQ(iso_of_url(url), expected);
  }
}

TEST(ParseUrlDate, TakesNoNumberForADay) {
  for (const std::string_view url : {
           "",
           "https://o.example",
           "https://20140402.example/m",
           "https://o.example/58201224-219/laws.csp",
           "https://o.example/kali-2026-07-release",
           "https://o.example/2026-1-release",
           "https://o.example/m-1396396800.html",  // seconds since 1970
           "https://o.example/m-201404021.html",
           "https://o.example/m-20140402-7.html",
           "https://o.example/m-a20140402.html",
           "https://o.example/v2.20140432",
           "https://o.example/2014",
           "https://o.example/story?date=2014-04-02",
       }) {
    SCOPED_TRACE(url);
    EXPECT_EQ(iso_of_url(url), "");
  }
}

}  // namespace
}  // namespace dateline::indexer
