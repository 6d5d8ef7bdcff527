// Searches while runs of the indexer publish new generations: each sees one of them, whole.
#include <gtest/gtest.h>

#include <atomic>
#include <set>
#include <thread>
#include <vector>

#include "searcher/query/parser.h"
#include "searcher/search/searcher.h"
#include "tests/concurrent/archive.h"

namespace dateline::test {
namespace {

using searcher::Searcher;

constexpr std::size_t kArticles = 200;
constexpr unsigned kRounds = 5;
constexpr unsigned kThreads = 3;

std::string name_of(std::uint64_t round) {
  return "round" + std::to_string(round);
}

searcher::Query query(const std::string& text) {
  return std::get<searcher::Query>(searcher::parse_query(text, {}));
}

searcher::SearchResult search(Searcher& searcher, const std::string& text) {
  searcher::SearchOptions options;
  options.page.limit = kArticles;
  return searcher.search(query(text), options);
}

std::uint64_t count(Searcher& searcher, const std::string& text) {
  return search(searcher, text).total.value;
}

// Every update replaces all articles, so that only those of its own round may be found.
bool sees_one_generation(Searcher& searcher) {
  const std::string round = name_of(searcher.generation());
  const auto all = search(searcher, "report");
  std::set<std::string> ids;
  for (const auto& hit : all.hits) {
    ids.insert(hit.article.id);
    if (hit.article.body.find(round) == std::string::npos) return false;
  }
  return ids.size() == kArticles && all.total.value == kArticles &&
         count(searcher, round) == kArticles && count(searcher, "\"on heron7\"") == 2 &&
         count(searcher, name_of(searcher.generation() + 1)) == 0;
}

TEST(ConcurrentSearching, SeesOneWholeGenerationWhileUpdatesPublishOthers) {
  const ConcurrentArchive archive;
  archive.write(kArticles, name_of(1));
  archive.update("index", 2);
  std::atomic<bool> done = false;
  std::atomic<unsigned> mixed = 0;
  std::vector<std::jthread> readers;
  for (unsigned i = 0; i < kThreads; ++i) {
    readers.emplace_back([&] {
      while (!done) {
        Searcher searcher(archive.index("index"));
        if (!sees_one_generation(searcher)) ++mixed;
      }
    });
  }
  for (unsigned round = 2; round <= kRounds; ++round) {
    archive.write(kArticles, name_of(round));
    EXPECT_EQ(archive.update("index", 2).generation, round);
  }
  done = true;
  readers.clear();
  EXPECT_EQ(mixed, 0U);
}

TEST(ConcurrentSearching, GoesOnWithTheGenerationThatItHasOpened) {
  const ConcurrentArchive archive;
  archive.write(kArticles, name_of(1));
  archive.update("index", 2);
  Searcher searcher(archive.index("index"));
  std::jthread writer([&] {
    for (unsigned round = 2; round <= kRounds; ++round) {
      archive.write(kArticles, name_of(round));
      archive.update("index", 2);
    }
  });
  for (int i = 0; i < 20; ++i) EXPECT_TRUE(sees_one_generation(searcher));
  writer.join();
  EXPECT_TRUE(sees_one_generation(searcher));
  EXPECT_EQ(searcher.generation(), 1U);
}

TEST(ConcurrentSearching, GivesEveryThreadTheSameAnswers) {
  const ConcurrentArchive archive;
  archive.write(kArticles, name_of(1));
  archive.update("index", 2);
  std::atomic<unsigned> right = 0;
  {
    std::vector<std::jthread> readers;
    for (unsigned i = 0; i < kThreads; ++i) {
      readers.emplace_back([&] {
        Searcher searcher(archive.index("index"));
        for (int times = 0; times < 10; ++times) right += sees_one_generation(searcher) ? 1 : 0;
      });
    }
  }
  EXPECT_EQ(right, 10 * kThreads);
}

}  // namespace
}  // namespace dateline::test
