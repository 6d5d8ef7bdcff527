#include <fmt/format.h>
#include <gtest/gtest.h>

#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "common/error.h"
#include "indexer/sources/archive_reader.h"
#include "indexer/update/batch.h"
#include "indexer/update/namesakes.h"
#include "indexer/update/supersession.h"
#include "tests/concurrent/archive.h"
#include "tests/temporary_folder.h"

namespace dateline::test {
namespace {

constexpr std::size_t kArticles = 6'000;  // in three batches, the smallest that an update makes

// The files of a segment that depend on nothing but the articles.
std::map<std::string, std::string> files_of(const std::filesystem::path& index) {
  std::map<std::string, std::string> files;
  for (const auto& file : std::filesystem::recursive_directory_iterator(index / "segments")) {
    const auto name = file.path().filename();
    if (!file.is_regular_file()) continue;
    if (name == "catalogue.glass") continue;  // has an identity of its own
    files[file.path().lexically_relative(index).string()] = content_of(file.path());
  }
  return files;
}

// The articles of each of many small batches.
std::vector<std::vector<std::uint32_t>> batches_of(const ConcurrentArchive& archive,
                                                   unsigned jobs) {
  std::istringstream in;
  indexer::ArchiveReader reader({archive.path().string()}, {}, in);
  indexer::BatchOptions options;
  options.jobs = jobs;
  options.batch_bytes = 8 << 10;
  std::vector<std::vector<std::uint32_t>> batches;
  const indexer::KnownArticles none;
  indexer::LiveArticles live("");
  indexer::Namesakes namesakes(none, live);
  indexer::make_batches(reader, options, none, namesakes, [&](auto batch) {
    auto& contents = batches.emplace_back();
    for (const auto& article : batch->articles) contents.push_back(article.content);
  });
  return batches;
}

TEST(ConcurrentBuilding, MakesTheSameBatchesInTheSameOrderWithAnyNumberOfJobs) {
  const ConcurrentArchive archive;
  archive.write(1'000, "first");
  const auto expected = batches_of(archive, 1);
  EXPECT_GT(expected.size(), 20U);
  for (const unsigned jobs : {2U, 4U, 16U}) EXPECT_EQ(batches_of(archive, jobs), expected);
}

// The ids that articles get whose own are counters, which begin anew in each file.
std::vector<std::string> ids_of_counters(const std::filesystem::path& folder, unsigned jobs) {
  std::istringstream in;
  indexer::ArchiveReader reader({folder.string()}, {}, in);
  indexer::BatchOptions options;
  options.jobs = jobs;
  options.batch_bytes = 4 << 10;
  const indexer::KnownArticles none;
  indexer::LiveArticles live("");
  indexer::Namesakes namesakes(none, live);
  std::vector<std::string> ids;
  indexer::make_batches(reader, options, none, namesakes, [&](auto batch) {
    for (const auto& article : batch->articles) ids.push_back(article.id);
  });
  return ids;
}

TEST(ConcurrentBuilding, NamesCountersAlikeWithAnyNumberOfJobs) {
  const TemporaryFolder folder;
  for (int file = 0; file < 8; ++file) {
    std::string lines;
    for (int id = 1; id <= 100; ++id) {
      lines += fmt::format("{{\"id\": {}, \"title\": \"Story {} of {}\"}}\n", id, id, file);
    }
    folder.write(fmt::format("{}.jsonl", file), lines);
  }
  const auto expected = ids_of_counters(folder.path(), 1);
  EXPECT_EQ(std::set(expected.begin(), expected.end()).size(), 800U);
  for (const unsigned jobs : {2U, 8U}) EXPECT_EQ(ids_of_counters(folder.path(), jobs), expected);
}

TEST(ConcurrentBuilding, StopsAllJobsWhereTheConsumerFails) {
  const ConcurrentArchive archive;
  archive.write(1'000, "first");
  std::istringstream in;
  indexer::ArchiveReader reader({archive.path().string()}, {}, in);
  indexer::BatchOptions options;
  options.jobs = 4;
  options.batch_bytes = 8 << 10;
  int consumed = 0;
  const indexer::KnownArticles none;
  indexer::LiveArticles live("");
  indexer::Namesakes namesakes(none, live);
  const auto consume = [&](auto) {
    if (++consumed == 3) throw Error(ErrorKind::kSystem, "full");
  };
  EXPECT_THROW(indexer::make_batches(reader, options, none, namesakes, consume), Error);
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
  archive.write(500, "first");
  archive.update("index", 4);
  archive.write(500, "second");
  EXPECT_EQ(archive.update("index", 4).summary.replaced, 500U);
  EXPECT_EQ(archive.update("index", 4).summary.unchanged, 500U);
}

TEST(ConcurrentBuilding, HasMoreJobsThanThereIsToDo) {
  const ConcurrentArchive archive;
  archive.write(3, "only");
  EXPECT_EQ(archive.update("index", 16).summary.indexed, 3U);
  EXPECT_FALSE(archive.update("index", 16).changed);
}

}  // namespace
}  // namespace dateline::test
