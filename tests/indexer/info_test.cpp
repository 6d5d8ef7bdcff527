#include "indexer/info.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "tests/indexer/small_index.h"
#include "tests/temporary_folder.h"

namespace dateline::indexer {
namespace {

using namespace std::chrono_literals;
using nlohmann::json;
using test::story;

Article dated(const std::string& name, std::chrono::year_month_day day) {
  Article article = story(name);
  article.published = {std::chrono::local_days{day}, std::nullopt, Precision::kDay,
                       DateOrigin::kField};
  return article;
}

class InfoTest : public testing::Test {
 protected:
  // The second run deletes the first article of the first.
  void SetUp() override {
    test::run(index_, {dated("one", 1987y / 2 / 26), dated("two", 2006y / 10 / 20)});
    test::run(index_, {dated("three", 2009y / 1 / 2), story("four"), story("five")});
  }

  json info() const { return json::parse(to_json(read_info(index_))); }

  const test::TemporaryFolder folder_;
  const std::filesystem::path index_ = folder_.path() / "index";
};

TEST_F(InfoTest, CountsLiveArticlesOnly) {
  EXPECT_EQ(info()["articles"], 4);
  EXPECT_EQ(info()["undated"], 2);
  EXPECT_EQ(info()["first_day"], "2006-10-20");
  EXPECT_EQ(info()["last_day"], "2009-01-02");
  EXPECT_EQ(info()["deleted"], 1);
}

TEST_F(InfoTest, TellsGenerationSegmentsAndBytes) {
  EXPECT_EQ(info()["generation"], 2);
  EXPECT_EQ(info()["segments"], 2);
  std::uint64_t bytes = 0;
  for (const auto* folder : {"segments", "deletions"}) {
    for (const auto& file : std::filesystem::recursive_directory_iterator(index_ / folder)) {
      if (file.is_regular_file()) bytes += file.file_size();
    }
  }
  EXPECT_EQ(info()["bytes"], bytes);
}

TEST_F(InfoTest, TellsOfTheLastRun) {
  EXPECT_EQ(info()["indexed"], 3);
  for (const auto* count : {"replaced", "unchanged", "empty", "skipped"}) {
    EXPECT_EQ(info()[count], 0) << count;
  }
}

TEST_F(InfoTest, HasNoDaysWhereNothingIsDated) {
  const auto other = folder_.path() / "other";
  test::run(other, {story("one")});
  EXPECT_TRUE(json::parse(to_json(read_info(other)))["first_day"].is_null());
}

TEST_F(InfoTest, SaysTheSameInWords) {
  const std::string text = to_text(read_info(index_));
  for (const auto* line : {"articles       4\n", "undated        2\n",
                           "first day      2006-10-20\n", "  indexed      3\n"}) {
    EXPECT_THAT(text, testing::HasSubstr(line));
  }
}

}  // namespace
}  // namespace dateline::indexer
