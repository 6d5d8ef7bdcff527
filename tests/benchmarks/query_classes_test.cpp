#include "benchmarks/queries/query_classes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "benchmarks/query_case.h"
#include "tests/benchmarks/story_index.h"
#include "tests/throws_error.h"

namespace dateline::bench {
namespace {

using ::testing::AllOf;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::MatchesRegex;
using ::testing::Not;
using ::testing::SizeIs;
using ::testing::StartsWith;

class DrawQueries : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = std::make_unique<test::TemporaryFolder>();
    dir_ = build_story_index(*folder_);
  }
  static void TearDownTestSuite() { folder_.reset(); }

  static std::vector<QueryClass> draw(std::uint64_t seed, std::size_t per_class = 10) {
    Index index = Index::open(dir_);
    return draw_queries(index, {seed, per_class});
  }

  static QueryClass class_of(const std::string& name) {
    const auto classes = draw(1);
    return *std::find_if(classes.begin(), classes.end(),
                         [&](const QueryClass& of) { return of.name == name; });
  }

  static std::unique_ptr<test::TemporaryFolder> folder_;
  static std::filesystem::path dir_;
};

std::unique_ptr<test::TemporaryFolder> DrawQueries::folder_;
std::filesystem::path DrawQueries::dir_;

TEST_F(DrawQueries, GivesTheSameForTheSameSeed) {
  EXPECT_EQ(draw(7), draw(7));
}

TEST_F(DrawQueries, GivesOthersForAnotherSeed) {
  EXPECT_NE(draw(7), draw(8));
}

TEST_F(DrawQueries, GivesEveryQueryOnce) {
  for (const QueryClass& of : draw(1)) {
    SCOPED_TRACE(of.name);
    std::vector<std::string> queries = of.queries;
    std::sort(queries.begin(), queries.end());
    EXPECT_EQ(std::adjacent_find(queries.begin(), queries.end()), queries.end());
    EXPECT_LE(queries.size(), 10u);
  }
}

TEST_F(DrawQueries, FindsSomethingForEveryQuery) {
  searcher::Searcher searcher(dir_);
  for (const QueryCase& of : first_cases_of(draw(1), searcher)) {
    for (const searcher::Query& query : of.queries) {
      SCOPED_TRACE(to_string(query));
      const searcher::SearchResult found = searcher.search(query, of.options);
      EXPECT_TRUE(!found.hits.empty() || found.suggestion);
    }
  }
}

TEST_F(DrawQueries, WritesEachClassInItsForm) {
  EXPECT_THAT(class_of("and").queries, AllOf(SizeIs(10), Each(HasSubstr(" AND "))));
  EXPECT_THAT(class_of("or").queries, AllOf(SizeIs(10), Each(HasSubstr(" OR "))));
  EXPECT_THAT(class_of("phrase").queries, AllOf(Not(IsEmpty()), Each(StartsWith("\""))));
  EXPECT_THAT(class_of("phrase-rare").queries, Each(AllOf(StartsWith("\""), HasSubstr("word"))));
  EXPECT_THAT(class_of("phrase-dated").queries, Each(HasSubstr("\" date:2007-")));
  EXPECT_THAT(class_of("field").queries, Each(HasSubstr(":")));
}

TEST_F(DrawQueries, WritesEachOperatorInItsForm) {
  EXPECT_THAT(class_of("near").queries, AllOf(Not(IsEmpty()), Each(HasSubstr(" NEAR/5 "))));
  EXPECT_THAT(class_of("sentence").queries, AllOf(Not(IsEmpty()), Each(HasSubstr(" /s "))));
  EXPECT_THAT(class_of("prefix").queries,
              AllOf(Not(IsEmpty()), Each(MatchesRegex("[a-z]{4,5}[*] AND [a-z]+"))));
  EXPECT_THAT(class_of("fuzzy").queries,
              AllOf(Not(IsEmpty()), Each(MatchesRegex("[a-z]{6,}~ AND [a-z]+"))));
}

TEST_F(DrawQueries, HoldsOperatorsAgainstTheSameWords) {
  for (const QueryClass& of : draw(1)) {
    if (of.held_against.empty()) continue;
    SCOPED_TRACE(of.name);
    const QueryClass base = class_of(of.held_against);
    ASSERT_EQ(of.queries.size(), base.queries.size());
    for (std::size_t i = 0; i < of.queries.size(); ++i) {
      EXPECT_EQ(of.queries[i].substr(0, 2), base.queries[i].substr(0, 2));
    }
  }
}

TEST_F(DrawQueries, AsksForGroupsAndFacetsOfKnownClasses) {
  EXPECT_EQ(class_of("grouped").queries, class_of("and").queries);
  EXPECT_EQ(class_of("grouped").extra, Extra::kGroups);
  EXPECT_EQ(class_of("facets").queries, class_of("word-common").queries);
  EXPECT_EQ(class_of("facets").extra, Extra::kFacets);
}

TEST_F(DrawQueries, MisspellsWordsSoThatNoArticleHasThem) {
  searcher::Searcher searcher(dir_);
  const QueryClass suggestion = class_of("suggestion");
  EXPECT_THAT(suggestion.queries, Not(IsEmpty()));
  for (const std::string& word : suggestion.queries) {
    EXPECT_THAT(searcher.search(parsed("=" + word, searcher), {}).hits, IsEmpty()) << word;
  }
}

TEST_F(DrawQueries, TellsWordsApartByHowCommonTheyAre) {
  EXPECT_THAT(class_of("word-rare").queries, Each(HasSubstr("word")));
  EXPECT_THAT(class_of("word-common").queries, Each(Not(HasSubstr("word"))));
}

TEST_F(DrawQueries, AsksForTheNewestByDate) {
  EXPECT_EQ(class_of("newest").order, searcher::Order::kNewest);
}

TEST_F(DrawQueries, FindsNoQueriesInAnArchiveWithoutWords) {
  const test::TemporaryFolder folder;
  const auto dir = build_story_index(folder, 0);
  Index index = Index::open(dir);
  for (const QueryClass& of : draw_queries(index, {})) EXPECT_THAT(of.queries, IsEmpty());
}

TEST_F(DrawQueries, IsAskedForPagesAndCounts) {
  searcher::Searcher searcher(dir_);
  const auto cases = cases_of({"and", {"council AND year"}}, searcher);
  std::vector<std::size_t> limits;
  for (const QueryCase& of : cases) limits.push_back(of.options.page.limit);
  EXPECT_THAT(limits, ElementsAre(10, 100, 1'000, 0));
}

TEST_F(DrawQueries, IsAskedForTenHitsWithGroupsFacetsOrASuggestion) {
  searcher::Searcher searcher(dir_);
  for (const Extra extra : {Extra::kGroups, Extra::kFacets, Extra::kSuggestion}) {
    QueryClass of{"more", {"council"}};
    of.extra = extra;
    of.held_against = "and";
    const auto cases = cases_of(of, searcher);
    ASSERT_THAT(cases, SizeIs(1));
    EXPECT_EQ(cases[0].name, "more / top 10");
    EXPECT_EQ(cases[0].held_against, "and / top 10");
    EXPECT_EQ(cases[0].options.page.group, extra == Extra::kGroups);
    EXPECT_EQ(cases[0].options.count.facets.none(), extra != Extra::kFacets);
    EXPECT_EQ(cases[0].options.tell.suggest, extra == Extra::kSuggestion);
  }
}

TEST(ReadQueries, TakesAQueryALineWithOrWithoutItsClass) {
  std::istringstream in("white house\n\nnames\tkishida\n\"snap election\"\nnames\tbiden OR b\n");
  EXPECT_THAT(read_queries(in),
              ElementsAre(QueryClass{"query", {"white house", "\"snap election\""}},
                          QueryClass{"names", {"kishida", "biden OR b"}}));
}

TEST_F(DrawQueries, NamesAQueryOfAFileThatCannotBeRead) {
  const searcher::Searcher searcher(dir_);
  EXPECT_THAT([&] { parsed("colour:red", searcher); },
              test::throws_error(ErrorKind::kUsage, "'colour:red'"));
}

}  // namespace
}  // namespace dateline::bench
