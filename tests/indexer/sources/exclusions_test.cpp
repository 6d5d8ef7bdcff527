#include "indexer/sources/exclusions.h"

#include <gtest/gtest.h>

namespace dateline::indexer {
namespace {

TEST(IsHiddenOrBackup, LooksAtTheNameAlone) {
  for (const char* name : {".x", ".DS_Store", "story.txt~", "#story.txt#", "a.bak", "A.BAK",
                           "Thumbs.db", "desktop.ini", "__MACOSX"}) {
    EXPECT_TRUE(is_hidden_or_backup(name)) << name;
  }
  for (const char* name : {"", ".", "..", "a.txt", "bak", "#1", "#", "##", "~a", "a.bakery"}) {
    EXPECT_FALSE(is_hidden_or_backup(name)) << name;
  }
}

TEST(Exclusions, CompareNamesOrPathsBelowTheInput) {
  const struct {
    const char* pattern;
    const char* path;
    bool excluded;
  } cases[] = {
      {"*.log", "a.log", true},
      {"*.log", "2001/a.log", true},
      {"*.log", "a.log.txt", false},
      {"drafts", "drafts/a.txt", true},
      {"drafts", "2001/drafts/a.txt", true},
      {"drafts", "drafts.txt", false},
      {"drafts/", "2001/drafts/a.txt", true},
      {"2001/*", "2001/a.txt", true},
      {"2001/*", "2001/05/a.txt", true},
      {"2001/*", "x/2001/a.txt", false},
      {"*/2001/*", "x/2001/a.txt", true},
      {"/a.txt", "a.txt", true},
      {"/a.txt", "b/a.txt", false},
      {"[0-9]*", "2001/a.txt", true},
      {"?.txt", "./a.txt", true},
  };
  for (const auto& [pattern, path, excluded] : cases) {
    EXPECT_EQ(Exclusions({pattern}).excludes(path), excluded) << pattern << ' ' << path;
  }
  EXPECT_FALSE(Exclusions().excludes("a.txt"));
}

}  // namespace
}  // namespace dateline::indexer
