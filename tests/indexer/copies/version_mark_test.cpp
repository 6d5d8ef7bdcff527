#include "indexer/copies/version_mark.h"

#include <gtest/gtest.h>

namespace dateline::indexer {
namespace {

TEST(VersionMark, IsReadBeforeAHeadline) {
  struct Case {
    std::string_view headline;
    std::string_view mark;
  };
  const Case cases[] = {
      {"Ferry owner retires", ""},
      {"CORRECTED-Ferry owner retires", "corrected"},
      {"CORRECTED - Ferry owner retires", "corrected"},
      {"Corrected: Ferry owner retires", "corrected"},
      {"CORRECTION: Ferry owner retires", "corrected"},
      {"UPDATE 2-Ferry owner retires", "update 2"},
      {"UPDATE 10 - Ferry owner retires", "update 10"},
      {"UPDATE: Ferry owner retires", "update"},
      {"UPDATED \u2013 Ferry owner retires", "update"},
      {"WRAPUP 3-Ferry owner retires", "wrapup 3"},
      {"REFILE-Ferry owner retires", "refiled"},
      {"REFILE-UPDATE 1-Ferry owner retires", "refiled update 1"},
      {"RPT-Ferry owner retires", ""},  // a repeat is no other version
      {"RPT-UPDATE 2-Ferry owner retires", "update 2"},
      {"Ferry owner retires (corrected)", "corrected"},
      {"Ferry owner retires (Corrects name)", "corrected"},
      {"Ferry owner retires (aged 90)", ""},
      {"Updated ferry rules come into force", ""},  // a word of the headline
      {"Update on ferries", ""},
      {"Correction of course saves ferry", ""},
      {"UPDATE 2 ferries collide", ""},
      {"Refilers-strike ends", ""},
      {"", ""},
      {"UPDATE 2-", "update 2"},
      {"CORRECTED Ferry owner retires", "corrected"},
      {"CORRECTED FERRY OWNERS RETIRE", ""},  // capitals tell nothing here
      {"REFILE Ferry owner retires", "refiled"},
      {"CORR-Ferry owner retires", "corrected"},
      {"(CORRECTED) Ferry owner retires", "corrected"},
      {"[Update 2] Ferry owner retires", "update 2"},
      {"(Ferries) Owner retires", ""},
      {"Ferry owner retires - correction", "corrected"},
      {"Ferry owner retires - UPDATE 2", "update 2"},
      {"Ferry owner retires - the Gazette", ""},
      {"Ferry owner retires (Correction)", "corrected"},
      {"KORREKTUR: Reeder tritt ab", "corrected"},
      {"AKTUALISIERT - Reeder tritt ab", "update"},
  };
  for (const auto& [headline, mark] : cases) {
    SCOPED_TRACE(headline);
    EXPECT_EQ(version_mark(headline, "The ferry sails."), mark);
  }
}

TEST(VersionMark, IsReadAtTheStartOfABodyWhereTheHeadlineHasNone) {
  EXPECT_EQ(version_mark("Ferry sails", "(Corrects day in second paragraph)\n\nIt sails."),
            "corrected");
  EXPECT_EQ(version_mark("Ferry sails", "(Updates with owner, harbour)\n\nIt sails."), "update");
  EXPECT_EQ(version_mark("Ferry sails", "CORRECTED - Ferry sails late\n\nIt sails."), "corrected");
  EXPECT_EQ(version_mark("UPDATE 2-Ferry sails", "(Corrects day)\n\nIt sails."), "update 2");
  EXPECT_EQ(version_mark("Ferry sails", "(Coastal News) It sails."), "");
  EXPECT_EQ(version_mark("Ferry sails", "It sails.\n\n(Corrects day)"), "");
}

}  // namespace
}  // namespace dateline::indexer
