// Three answers to each of 2,000 queries: the engine's, a naive scan's, and one of Xapian alone
// where it can be asked. All find the same articles; the engine scores and orders them as the naive
// scan does. So it does for a few queries that are seldom drawn.
#include <gtest/gtest.h>

#include <algorithm>
#include <future>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

#include "searcher/query/parser.h"
#include "tests/oracle/archive.h"
#include "tests/oracle/engine.h"
#include "tests/oracle/naive_search.h"
#include "tests/oracle/query_generator.h"
#include "tests/oracle/xapian_archive.h"
#include "tests/oracle/xapian_scope.h"
#include "tests/real_archives.h"
#include "tests/temporary_folder.h"

namespace dateline::oracle {
namespace {

using searcher::Order;
using searcher::Query;

constexpr std::size_t kQueries = 2'000;
constexpr std::uint64_t kSeed = 21'578;
constexpr int kEnoughFailures = 10;
constexpr std::size_t kOneInParts =
    8;  // of the queries, asked again of an index of several segments

// Many formats and languages, and the nasty cases of news text.
struct SampleArchive {
  static constexpr const char* kName = "SampleArchive";
  static constexpr bool kIsOneFile = false;
  static std::optional<std::filesystem::path> file(const std::filesystem::path&) {
    return std::filesystem::path(DATELINE_SOURCE_DIR) / "corpus/sample";
  }
};

struct GeneratedArchive {
  static constexpr const char* kName = "GeneratedArchive";
  static constexpr bool kIsOneFile = true;
  static std::optional<std::filesystem::path> file(const std::filesystem::path& folder) {
    return generated_archive(folder, 2'500);
  }
};

struct Reuters21578 {
  static constexpr const char* kName = "Reuters21578";
  static constexpr bool kIsOneFile = true;
  static std::optional<std::filesystem::path> file(const std::filesystem::path&) {
    return test::real_archive("reuters-21578.tar.zst");
  }
};

// Where places are counted: of words that are read in several ways, or two at one position.
constexpr const char* kSeldomDrawn[] = {
    "hlead:\"thirty-one\"",
    "hlead:\"thirty-one thousand\"",
    "hlead:thirty-one",
    "hlead:e-mail",
    "hlead:thirt*",
    "hlead:\"11 per cent\"",
    "(hlead:\"thirty-one thousand\")^2 OR headline:\"thirty-one\"",
    "atleast1(\"thirty-one thousand\")",
    "atleast2(thirty-one)",
    "atleast1(hlead:thirty-one)",
    "atleast2(thirt*)",
    "atleast1(thirty-one OR ferry)",
};

template <typename Archive>
class Oracle : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    world_ = std::make_unique<World>();
    const auto file = Archive::file(world_->folder.path());
    if (!file) return;
    world_->records = read_records(file->string());
    world_->archive =
        index_at_once(file->string(), world_->records, world_->folder.path() / "index");
    world_->xapian = std::async(std::launch::async, [&world = *world_] {  // takes longest of all
      return std::make_unique<XapianArchive>(world.archive, world.folder.path() / "xapian");
    });
    world_->naive = std::make_unique<NaiveSearch>(world_->archive);
    QueryGenerator generator(world_->archive.articles, kSeed);
    for (std::size_t i = 0; i < kQueries; ++i) {
      world_->queries.push_back(generator.next());
      world_->expected.push_back(world_->naive->search(world_->queries.back()));
    }
  }
  static void TearDownTestSuite() { world_.reset(); }

  void SetUp() override {
    if (world_->records.empty()) {
      GTEST_SKIP() << Archive::kName << " is not there: set DATELINE_CORPORA to where it lies";
    }
  }

  // Calls `check` for each query, or one in so many, until more has failed than anybody reads.
  template <typename Check>
  static void for_each_query(Check check, std::size_t one_in = 1) {
    int failures = 0;
    for (std::size_t i = 0; i < kQueries && failures < kEnoughFailures; i += one_in) {
      SCOPED_TRACE(to_string(world_->queries[i]));
      const auto* result = testing::UnitTest::GetInstance()->current_test_info()->result();
      const int before = result->total_part_count();
      check(world_->queries[i], world_->expected[i]);
      if (result->total_part_count() > before) ++failures;
    }
  }

  static void check_parts(Replaced replaced) {
    test::TemporaryFolder folder;
    const auto archive = index_in_parts(world_->records, replaced, folder.path());
    ASSERT_EQ(archive.segments, 3u);
    std::optional<NaiveSearch> naive;
    if (replaced == Replaced::kSome) naive.emplace(archive);
    Engine engine(archive);
    for_each_query(
        [&](const Query& query, const std::vector<Ranked>& at_once) {
          const auto found = engine.search(query, kAll);
          const auto expected = naive ? naive->search(query) : at_once;
          expect_same_articles(archive, found, expected);
          expect_same_scores(found, expected);
          EXPECT_EQ(found.size(), at_once.size());
        },
        kOneInParts);
  }

  struct World {
    test::TemporaryFolder folder;
    std::vector<Record> records;
    IndexedArchive archive;
    std::unique_ptr<NaiveSearch> naive;
    std::vector<Query> queries;
    std::vector<std::vector<Ranked>> expected;  // of the naive scan
    std::future<std::unique_ptr<XapianArchive>> xapian;
  };
  static inline std::unique_ptr<World> world_;
};

struct NameOfArchive {
  template <typename Archive>
  static std::string GetName(int) {
    return Archive::kName;
  }
};
using Archives = testing::Types<SampleArchive, GeneratedArchive, Reuters21578>;
TYPED_TEST_SUITE(Oracle, Archives, NameOfArchive);

TYPED_TEST(Oracle, IsAskedMostlyWhatCanBeFound) {
  const auto& expected = this->world_->expected;
  const auto found = std::count_if(expected.begin(), expected.end(),
                                   [](const auto& articles) { return !articles.empty(); });
  EXPECT_GT(found, static_cast<std::ptrdiff_t>(kQueries * 7 / 10));  // some miss it by one word
}

TYPED_TEST(Oracle, FindsAndRanksWhatANaiveScanDoes) {
  const IndexedArchive& archive = this->world_->archive;
  ASSERT_EQ(archive.segments, 1u);
  Engine engine(archive);
  this->for_each_query([&](const Query& query, const std::vector<Ranked>& expected) {
    const auto found = engine.search(query, kAll);
    expect_same_articles(archive, found, expected);
    expect_same_scores(found, expected);
    const bool in_order = std::is_sorted(found.begin(), found.end(), [](auto& a, auto& b) {
      return a.score > b.score || (a.score == b.score && a.article < b.article);
    });
    EXPECT_TRUE(in_order) << "equal scores must come in the order of indexing";
  });
}

TYPED_TEST(Oracle, CountsPlacesAsANaiveScanDoes) {
  const IndexedArchive& archive = this->world_->archive;
  Engine engine(archive);
  for (const char* typed : kSeldomDrawn) {
    SCOPED_TRACE(typed);
    const auto parsed = searcher::parse_query(typed, {});
    ASSERT_TRUE(std::holds_alternative<Query>(parsed));
    const auto& query = std::get<Query>(parsed);
    const auto expected = this->world_->naive->search(query);
    const auto found = engine.search(query, kAll);
    expect_same_articles(archive, found, expected);
    expect_same_scores(found, expected);
    if (std::is_same_v<TypeParam, SampleArchive>) {
      EXPECT_FALSE(found.empty());
    }
  }
}

TYPED_TEST(Oracle, FindsWhatXapianAloneDoes) {
  const IndexedArchive& archive = this->world_->archive;
  const auto xapian = this->world_->xapian.get();
  std::size_t asked = 0;
  this->for_each_query([&](const Query& query, const std::vector<Ranked>& expected) {
    if (!is_within_scope(query.root)) return;
    ++asked;
    EXPECT_EQ(difference(archive, xapian->search(query), articles_of(expected)), "none");
  });
  EXPECT_GT(asked, kQueries / 3);
}

// With a small page the engine passes over what cannot reach it.
TYPED_TEST(Oracle, FindsTheTenBestOfAll) {
  Engine engine(this->world_->archive);
  this->for_each_query([&](const Query& query, const std::vector<Ranked>& expected) {
    const auto page = engine.ask(query, 10);
    EXPECT_EQ(page.total.value, expected.size());
    EXPECT_TRUE(page.total.exact);
    std::vector<Ranked> found;
    for (const auto& hit : page.hits) found.push_back({engine.number(hit), hit.score});
    ASSERT_EQ(found.size(), std::min<std::size_t>(10, expected.size()));
    expect_same_scores(found, expected);
  });
}

TYPED_TEST(Oracle, SortsByDateAsANaiveScanDoes) {
  const IndexedArchive& archive = this->world_->archive;
  Engine engine(archive);
  this->for_each_query([&](const Query& query, const std::vector<Ranked>& expected) {
    std::vector<DateCode> dates;
    for (const Ranked& one : expected) {
      dates.push_back(to_date_code(archive.articles[one.article].published));
    }
    const auto undated_last = [](DateCode date) { return date == kUndated ? ~DateCode{0} : date; };
    for (const Order order : {Order::kNewest, Order::kOldest}) {
      std::sort(dates.begin(), dates.end(), [&](DateCode a, DateCode b) {
        return order == Order::kNewest ? a > b : undated_last(a) < undated_last(b);
      });
      const auto page = engine.ask(query, 20, order);
      ASSERT_EQ(page.hits.size(), std::min<std::size_t>(20, dates.size()));
      for (std::size_t i = 0; i < page.hits.size(); ++i) {
        EXPECT_EQ(to_date_code(page.hits[i].article.published), dates[i]) << "at " << i;
      }
    }
  });
}

TYPED_TEST(Oracle, CountsTheUndatedThatDatesLeaveOut) {
  Engine engine(this->world_->archive);
  this->for_each_query([&](const Query& query, const std::vector<Ranked>&) {
    EXPECT_EQ(engine.ask(query, 1).undated_left_out, this->world_->naive->undated_left_out(query));
  });
}

TYPED_TEST(Oracle, IsRightOverSeveralSegments) {
  if constexpr (TypeParam::kIsOneFile) this->check_parts(Replaced::kNone);
}

TYPED_TEST(Oracle, IsRightWhereArticlesWereReplaced) {
  if constexpr (TypeParam::kIsOneFile) this->check_parts(Replaced::kSome);
}

}  // namespace
}  // namespace dateline::oracle
