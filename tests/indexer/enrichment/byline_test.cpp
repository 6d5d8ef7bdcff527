#include "indexer/enrichment/byline.h"

#include <gtest/gtest.h>

#include "indexer/enrichment/agencies.h"

namespace dateline::indexer {
namespace {

TEST(IsAgency, KnowsTheNamesAgenciesSignWith) {
  for (const std::string_view text :
       {"PTI", "Reuters", "AP", " AFP ", "dpa", "dpa/lno", "Reuters Life!", "AP Sports Writer",
        "The Associated Press", "UrduPoint News / Sputnik", "REUTERS"}) {
    SCOPED_TRACE(text);
    EXPECT_TRUE(is_agency(text));
  }
}

TEST(IsAgency, RejectsWhatOnlyBeginsLikeOne) {
  for (const std::string_view text : {
           "",
           "pti",
           "APEC",
           "APs",
           "Reuters cuts jobs",  // a headline
           "AP's view",
           "The",
           "PA\u00C9",
           "Bloomberg enters race",
           "Adds details",
       }) {
    SCOPED_TRACE(text);
    EXPECT_FALSE(is_agency(text));
  }
}

TEST(ParseByline, LeavesTheNames) {
  struct BylineCase {
    std::string_view text, names, agency;
  };
  const BylineCase cases[] = {
      {"By Jane Doe", "Jane Doe", ""},
      {"  By  Jane Doe  and  John Roe ", "Jane Doe and John Roe", ""},
      {"BY JANE DOE", "JANE DOE", ""},
      {"By: Jane Doe", "Jane Doe", ""},
      {"Jane Doe", "Jane Doe", ""},
      {"Byron Doe", "Byron Doe", ""},  // "By" is a word of its own
      {"By JANE DOE, AP", "JANE DOE", "AP"},
      {"Jane Doe, Associated Press Writer", "Jane Doe", "Associated Press Writer"},
      {"Jane Doe | Reuters", "Jane Doe", "Reuters"},
      {"By Reuters", "Reuters", "Reuters"},
      {"By Jane Doe , Asia auto correspondent", "Jane Doe, Asia auto correspondent", ""},
      {"By  Jane Doe  - Analysis", "Jane Doe", ""},
      {"By Jane Doe -Analysis", "Jane Doe", ""},
      {"By Jane Smith-Doe", "Jane Smith-Doe", ""},
      {"", "", ""},
      {"By", "By", ""},
      {"Posted by Jane Doe", "Jane Doe", ""},
      {"Von Anna Roe", "Anna Roe", ""},
      {"Par Jean Doe, AFP", "Jean Doe", "AFP"},
      {"Por Ana Roe y Luis Doe", "Ana Roe y Luis Doe", ""},
      {"Von der Leyen", "Von der Leyen", ""},
      {"Di Roe", "Di Roe", ""},
  };
  for (const auto& [text, names, agency] : cases) {
    SCOPED_TRACE(text);
    const Byline byline = parse_byline(text);
    EXPECT_EQ(byline.names, names);
    EXPECT_EQ(byline.agency, agency);
  }
}

TEST(IsBylineLine, TakesNamesAfterBy) {
  for (const std::string_view line :
       {"By Jane Doe", "By JANE DOE, AP", "by Jane Doe", "By  Jane Doe  and  John Roe",
        "By Harro ten Wolde", "By Suleiman al-Khalidi", "By Charles de Gaulle of the Tribune",
        "By Jane Doe , Asia auto correspondent", "By Sam Roe",  // "sam" is a French Saturday
        "By Jane Doe -Analysis", "By \u00C9mile Roe", "Von Anna Roe", "Par Jean Doe", "Por Ana Roe",
        "Di Anna Doe", "Written by Jane Doe"}) {
    SCOPED_TRACE(line);
    EXPECT_TRUE(is_byline_line(line));
  }
}

TEST(IsBylineLine, RejectsProse) {
  for (const std::string_view line :
       {"", "By", "Jane Doe", "By the time talks ended, both had left",
        "By Monday Talks Had Failed", "By Jan 13, 2023", "By March 3", "By 2030",
        "By a Staff Reporter and others", "By Jane Doe who was there", "Byron Doe",
        "By Jane Doe:", "Von der Leyen", "Par ailleurs", "Di Roe"}) {
    SCOPED_TRACE(line);
    EXPECT_FALSE(is_byline_line(line));
  }
}

TEST(AreFullNames, TellsNamesFromHeadlines) {
  for (const std::string_view line :
       {"Jane Doe", "Jane Doe and John Roe", "JANE DOE", "Jane van der Doe",
        "Jane Doe, Asia auto correspondent", "Jane Doe, John Roe and Ann Poe"}) {
    EXPECT_TRUE(are_full_names(line)) << line;
  }
  for (const std::string_view line :
       {"", "Jane", "Envoys Tired As Talks Open", "Talks Open In Geneva",
        "Envoys Open Long Geneva Talks", "Geneva Wire"}) {
    EXPECT_FALSE(are_full_names(line)) << line;
  }
}

}  // namespace
}  // namespace dateline::indexer
