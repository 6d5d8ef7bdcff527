#include "indexer/update/likeness.h"

#include <gtest/gtest.h>

namespace dateline::indexer {
namespace {

Article article(const std::string& headline, const std::string& body, const std::string& source,
                int day) {
  Article made;
  made.headline = headline;
  made.body = body;
  made.source = source;
  if (day > 0) {
    made.published.local = std::chrono::local_days{std::chrono::days{day}};
    made.published.precision = Precision::kDay;
  }
  return made;
}

TEST(AreVersions, WantsTheTextOrTheHeadlineOfOneDayAndFile) {
  const Kin first = kin_of(article("Ferry sold", "The ferry was sold.", "Echo", 7), "a.jsonl");
  const struct {
    Article other;
    const char* place;
    bool versions;
  } cases[] = {
      {article("Ferry sold", "It was not sold.", "Echo", 7), "a.jsonl", true},
      {article("FERRY SOLD!", "It was not sold.", "Echo", 0), "a.jsonl", true},
      {article("Ferry not sold", "The ferry was sold.", "Echo", 8), "b.jsonl", true},
      {article("Ferry sold", "It was not sold.", "Echo", 8), "a.jsonl", false},
      {article("Ferry sold", "It was not sold.", "Echo", 7), "b.jsonl", false},
      {article("Ferry sold", "It was not sold.", "Echo", 7), "", true},
      {article("Ferry sold", "The ferry was sold.", "Ledger", 7), "a.jsonl", false},
      {article("Bridge open", "The bridge is open.", "Echo", 7), "a.jsonl", false},
      {article("", "", "Echo", 7), "a.jsonl", true},
  };
  for (const auto& [other, place, versions] : cases) {
    EXPECT_EQ(are_versions(first, kin_of(other, place)), versions)
        << other.headline << " | " << other.body << " | " << place;
  }
}

TEST(ShareSomething, TakesHeadlineBeginningAndEnd) {
  const Likeness first = likeness_of(article("Ferry sold", "The ferry was sold.", "", 0));
  EXPECT_TRUE(share_something(first, likeness_of(article("Ferry sold", "No.", "", 0))));
  EXPECT_TRUE(share_something(first, likeness_of(article("", "The ferry was sold", "", 0))));
  EXPECT_FALSE(share_something(first, likeness_of(article("Sold", "No ferry.", "", 0))));
  EXPECT_TRUE(share_something(first, likeness_of(article("", "", "", 0))));
}

}  // namespace
}  // namespace dateline::indexer
