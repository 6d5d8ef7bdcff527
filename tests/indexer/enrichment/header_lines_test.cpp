#include "indexer/enrichment/header_lines.h"

#include <gtest/gtest.h>

namespace dateline::indexer {
namespace {

struct HeaderLinesCase {
  std::string_view line;
  HeaderKind kind;
  std::string_view value;
  std::string_view date;
};

TEST(ParseHeaderLine, ReadsEveryKind) {
  using enum HeaderKind;
  const HeaderLinesCase cases[] = {
      {"-- Talks open", kHeadline, "Talks open", ""},
      {"-- By  Jane Doe", kByline, "By  Jane Doe", ""},
      {"-- Fri Oct 20, 2006 6:15pm EDT", kDate, "Fri Oct 20, 2006 6:15pm EDT",
       "2006-10-20T18:15-04:00"},
      {"-- http://www.example.com/a", kUrl, "http://www.example.com/a", ""},
      {"-- ", kNothing, "", ""},
      {"-----", kNothing, "", ""},
      {"Title: Talks open: a start", kHeadline, "Talks open: a start", ""},
      {"TITLE:", kNothing, "", ""},
      {"Date: 13/12/2017", kDate, "13/12/2017", "2017-12-13"},
      {"Date: last Friday", kDate, "last Friday", ""},
      {"Published: Jan 13, 2023", kDate, "Jan 13, 2023", "2023-01-13"},
      {"Author: Jane Doe", kByline, "Jane Doe", ""},
      {"URL: https://example.com/", kUrl, "https://example.com/", ""},
      {"https://example.com/", kUrl, "https://example.com/", ""},
      {"Source: The Example", kSource, "The Example", ""},
      {"Section: World", kSection, "World", ""},
      {" date 2023-01-13  GET LIVE QUOTES", kDate, "2023-01-13", "2023-01-13"},
      {"date 2023-01-13 GET LIVE QUOTES", kDate, "2023-01-13", "2023-01-13"},
      {"PTI", kAgency, "PTI", ""},
      {"(Reuters)", kAgency, "Reuters", ""},
      {"By JANE DOE, AP", kByline, "By JANE DOE, AP", ""},
      {"By Jane Doe | April 29, 2005 | Page 16", kByline, "By Jane Doe", "2005-04-29"},
      {"# Talks open", kHeadline, "Talks open", ""},
      {"## Talks open ##", kHeadline, "Talks open", ""},
      {"*By Jane Doe*", kByline, "By Jane Doe", ""},
      {"*By Jane Doe, January 2, 2020*", kByline, "By Jane Doe", "2020-01-02"},
      {"Autor: Anna Roe", kByline, "Anna Roe", ""},
      {"Datum: 2. Januar 2020", kDate, "2. Januar 2020", "2020-01-02"},
      {"**January 2, 2020**", kDate, "January 2, 2020", "2020-01-02"},
      {"Posted by Jane Doe on January 2, 2020", kByline, "Posted by Jane Doe", "2020-01-02"},
      {"Jan 13, 2023 / 09:41 AM IST", kDate, "Jan 13, 2023 / 09:41 AM IST",
       "2023-01-13T09:41+05:30"},
  };
  for (const auto& [line, kind, value, date] : cases) {
    SCOPED_TRACE(line);
    const auto header = parse_header_line(line);
    ASSERT_TRUE(header);
    EXPECT_EQ(header->kind, kind);
    EXPECT_EQ(header->value, value);
    EXPECT_EQ(to_iso(header->published), date);
    EXPECT_EQ(header->published.dated(), header->published.origin == DateOrigin::kHeader);
  }
}

TEST(ParseHeaderLine, LeavesHeadlinesAndTextAlone) {
  const std::string_view lines[] = {
      "",
      "Talks open in Geneva",
      "PREVIEW - US, Japan set to hold talks",
      "Source: Apple to build a car soon",  // a headline
      "Updated: now with pictures",
      "Fed: no change",
      "URL: to be had for nothing",
      "By the time talks ended it was dark",
      "Reuters cuts jobs",
      "--no blank",
      "- one dash",
      "Date line",
      "2023",
      "Friday",
      "date with destiny  2023-01-13",
      "#1 song",
      "*Talks open*",
      "Posted by the gate, they waited on Monday",
  };
  for (const auto line : lines) {
    SCOPED_TRACE(line);
    EXPECT_FALSE(parse_header_line(line));
  }
}

}  // namespace
}  // namespace dateline::indexer
