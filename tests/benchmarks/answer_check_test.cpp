#include "benchmarks/answer_check.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "benchmarks/query_case.h"
#include "tests/benchmarks/story_index.h"
#include "tests/throws_error.h"

namespace dateline::bench {
namespace {

using searcher::SearchOptions;
using searcher::SearchResult;
using searcher::Sort;

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
  for (const Sort sort : {Sort::kRelevance, Sort::kNewest}) {
    options_.sort = sort;
    for (const char* text : {"harbour", "council AND ministers", "harbour OR oslo",
                             "\"ministers said\"", "place:oslo council", "harbour date:2007-04"}) {
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
  options_.sort = Sort::kOldest;
  const searcher::Hit oldest = search("council").hits[0];
  options_.sort = Sort::kNewest;
  SearchResult result = search("council");
  result.hits[0] = oldest;
  EXPECT_THAT([&] { check(result); }, test::throws_error(ErrorKind::kCorrupt, "rank 1 scores"));
}

}  // namespace
}  // namespace dateline::bench
