// Each operator by itself, asked of the sample archive and of the invented one, so that a failure
// names the operator.
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "tests/oracle/archive.h"
#include "tests/oracle/engine.h"
#include "tests/oracle/naive_search.h"
#include "tests/oracle/operators.h"
#include "tests/oracle/query_generator.h"
#include "tests/temporary_folder.h"

namespace dateline::oracle {
namespace {

constexpr std::size_t kOperatorQueries = 250;
constexpr std::uint64_t kOperatorSeed = 1'851;
constexpr int kEnoughWrong = 5;

// An archive, its index and its naive scan, made once for all operators.
struct World {
  explicit World(const std::string& input)
      : records(read_records(input)),
        archive(index_at_once(input, records, folder.path() / "index")),
        naive(archive),
        engine(archive) {}

  test::TemporaryFolder folder;
  std::vector<Record> records;
  IndexedArchive archive;
  NaiveSearch naive;
  Engine engine;
};

class Operators : public testing::TestWithParam<NamedOperator> {
 protected:
  static void SetUpTestSuite() {
    sample_ = std::make_unique<World>(std::string(DATELINE_SOURCE_DIR) + "/corpus/sample");
    const test::TemporaryFolder folder;
    generated_ = std::make_unique<World>(generated_archive(folder.path(), 300).string());
  }
  static void TearDownTestSuite() {
    sample_.reset();
    generated_.reset();
  }

  // Returns how many queries found something.
  static std::size_t compare(World& world) {
    QueryGenerator generator(world.archive.articles, kOperatorSeed);
    std::size_t hits = 0;
    int failures = 0;
    for (std::size_t i = 0; i < kOperatorQueries && failures < kEnoughWrong; ++i) {
      const searcher::Query query = generator.next(GetParam().kind);
      SCOPED_TRACE(to_string(query));
      const auto* result = testing::UnitTest::GetInstance()->current_test_info()->result();
      const int before = result->total_part_count();
      const auto expected = world.naive.search(query);
      const auto found = world.engine.search(query, kAll);
      expect_same_articles(world.archive, found, expected);
      expect_same_scores(found, expected);
      EXPECT_EQ(world.engine.ask(query, 3).total.value, expected.size());
      if (!expected.empty()) ++hits;
      if (result->total_part_count() > before) ++failures;
    }
    return hits;
  }

  static inline std::unique_ptr<World> sample_;
  static inline std::unique_ptr<World> generated_;
};

TEST_P(Operators, FindAndRankTheSampleAsANaiveScanDoes) {
  EXPECT_GT(compare(*sample_), kOperatorQueries / 2);
}

TEST_P(Operators, FindAndRankAnInventedArchiveAsANaiveScanDoes) {
  EXPECT_GT(compare(*generated_), kOperatorQueries / 2);
}

INSTANTIATE_TEST_SUITE_P(Operators, Operators, testing::ValuesIn(kOperators),
                         [](const auto& tested) { return tested.param.name; });

}  // namespace
}  // namespace dateline::oracle
