#include "benchmarks/answer_check.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "benchmarks/query_case.h"
#include "tests/benchmarks/story_index.h"
#include "tests/throws_error.h"

namespace dateline::bench {
namespace {

using searcher::Order;
using searcher::SearchOptions;
using searcher::SearchResult;

class CheckAnswers : public testing::Test {
 protected:
  SearchResult search(const std::string& text) {
    query_ = parsed(text, searcher_);
    return searcher_.search(query_, options_);
  }
  void check(const SearchResult& result) { check_.check(query_, options_, result); }

  test::TemporaryFolder folder_;
  std::filesystem::path dir_ = build_story_index(folder_);
  searcher::Searcher searcher_{dir_};
  AnswerCheck check_{dir_};
  SearchOptions options_;
  searcher::Query query_;
};

TEST_F(CheckAnswers, AcceptsWhatTheSearcherFinds) {
  for (const Order order : {Order::kRelevance, Order::kNewest}) {
    options_.page.order = order;
    for (const char* text :
         {"harbour", "council AND ministers", "harbour OR oslo", "\"ministers said\"",
          "place:oslo council", "harbour date:2007-04", "ministers NEAR/3 said", "council /s year",
          "mini* AND harbour", "harbuor~ AND council"}) {
      SCOPED_TRACE(text);
      EXPECT_NO_THROW(check(search(text)));
    }
  }
}

TEST_F(CheckAnswers, SeesAWrongScore) {
  SearchResult result = search("harbour");
  result.hits[2].score += 0.01;
  EXPECT_THAT([&] { check(result); }, test::throws_error(ErrorKind::kCorrupt, "rank 3 scores"));
}

TEST_F(CheckAnswers, SeesAMissingHit) {
  SearchResult result = search("harbour");
  result.hits.pop_back();
  EXPECT_THAT([&] { check(result); },
              test::throws_error(ErrorKind::kCorrupt, "9 hits instead of 10"));
}

TEST_F(CheckAnswers, SeesAWrongTotal) {
  SearchResult result = search("harbour");
  ++result.total.value;
  EXPECT_THAT([&] { check(result); }, test::throws_error(ErrorKind::kCorrupt, "41 instead of 40"));
}

TEST_F(CheckAnswers, SeesAWrongDate) {
  options_.page.order = Order::kOldest;
  const searcher::Hit oldest = search("council").hits[0];
  options_.page.order = Order::kNewest;
  SearchResult result = search("council");
  result.hits[0] = oldest;
  EXPECT_THAT([&] { check(result); }, test::throws_error(ErrorKind::kCorrupt, "rank 1 scores"));
}

TEST_F(CheckAnswers, KnowsWordsThatAPatternStandsFor) {
  EXPECT_EQ(check_.answer(parsed("harb*", searcher_), options_).matches, 40u);
  EXPECT_EQ(check_.answer(parsed("harbuor~", searcher_), options_).matches, 40u);
}

TEST_F(CheckAnswers, AcceptsAndCountsGroupsAndYears) {
  options_.page.group = true;
  options_.count.facets.fields = {"source", "place", "year"};
  SearchResult result = search("council");
  EXPECT_NO_THROW(check(result));
  EXPECT_EQ(check_.answer(query_, options_).years.at("2007"), 120u);
  EXPECT_EQ(check_.answer(query_, options_).groups, result.groups);
}

TEST_F(CheckAnswers, SeesAWrongNumberOfGroups) {
  options_.page.group = true;
  SearchResult result = search("council");
  ++*result.groups;
  EXPECT_THAT([&] { check(result); }, test::throws_error(ErrorKind::kCorrupt, "groups instead of"));
}

TEST_F(CheckAnswers, SeesAWrongCountOfAYear) {
  options_.count.facets.fields = {"year"};
  SearchResult result = search("harbour");
  ++result.facets[0].values[0].articles;
  EXPECT_THAT([&] { check(result); },
              test::throws_error(ErrorKind::kCorrupt, "41 of 2007 instead of 40"));
}

TEST_F(CheckAnswers, SeesASuggestionThatFindsNothing) {
  options_.tell.suggest = true;
  SearchResult result = search("harbuor");
  ASSERT_TRUE(result.suggestion);
  EXPECT_NO_THROW(check(result));
  result.suggestion->query = parsed("hrbuor", searcher_);
  EXPECT_THAT([&] { check(result); },
              test::throws_error(ErrorKind::kCorrupt, "the suggestion 'harbour' finds 0"));
}

}  // namespace
}  // namespace dateline::bench
