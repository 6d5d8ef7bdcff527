#include <gtest/gtest.h>

#include <map>

#include "tests/concurrent/archive.h"

namespace dateline::test {
namespace {

constexpr std::size_t kArticles = 20'000;  // in some eight batches

// The files of a segment that depend on nothing but the articles.
std::map<std::string, std::string> files_of(const std::filesystem::path& index) {
  std::map<std::string, std::string> files;
  for (const auto& file : std::filesystem::recursive_directory_iterator(index / "segments")) {
    const auto name = file.path().filename();
    if (name != "text.index" && name != "articles.zst") continue;
    files[file.path().lexically_relative(index).string()] = content_of(file.path());
  }
  return files;
}

TEST(ConcurrentBuilding, BuildsWithFourJobsWhatOneJobBuilds) {
  const ConcurrentArchive archive;
  archive.write(kArticles, "first");
  EXPECT_EQ(archive.update("one", 1).summary.indexed, kArticles);
  EXPECT_EQ(archive.update("four", 4).summary.indexed, kArticles);
  EXPECT_TRUE(files_of(archive.index("one")) == files_of(archive.index("four")));
}

TEST(ConcurrentBuilding, ReplacesAllArticlesWithFourJobs) {
  const ConcurrentArchive archive;
  archive.write(kArticles, "first");
  archive.update("index", 4);
  archive.write(kArticles, "second");
  EXPECT_EQ(archive.update("index", 4).summary.replaced, kArticles);
  EXPECT_EQ(archive.update("index", 4).summary.unchanged, kArticles);
}

TEST(ConcurrentBuilding, HasMoreJobsThanThereIsToDo) {
  const ConcurrentArchive archive;
  archive.write(3, "only");
  EXPECT_EQ(archive.update("index", 16).summary.indexed, 3U);
  EXPECT_FALSE(archive.update("index", 16).changed);
}

}  // namespace
}  // namespace dateline::test
