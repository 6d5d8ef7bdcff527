#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <variant>
#include <vector>

#include "indexer/update/update.h"
#include "searcher/query/parser.h"
#include "searcher/search/searcher.h"
#include "tests/temporary_folder.h"
#include "tests/throws_error.h"

namespace dateline::searcher {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

// An index of a few articles given as JSON Lines.
class SearcherTest : public testing::Test {
 protected:
  void update(const std::string& json_lines) {
    std::istringstream in(json_lines);
    std::ostringstream out;
    std::ostringstream log;
    indexer::UpdateOptions options;
    options.index_dir = folder_.path() / "index";
    options.inputs = {"-"};
    run_update(options, {in, out, log});
  }

  SearchResult search(const std::string& typed, SearchOptions options = {}) {
    Searcher searcher(folder_.path() / "index");
    ParseOptions parsing;
    parsing.archive_fields = searcher.archive_fields();
    return searcher.search(std::get<Query>(parse_query(typed, parsing)), options);
  }

  std::vector<std::string> ids(const std::string& typed, SearchOptions options = {}) {
    std::vector<std::string> found;
    for (const Hit& hit : search(typed, options).hits) found.push_back(hit.article.id);
    return found;
  }

  test::TemporaryFolder folder_;
};

constexpr const char* kThree =
    R"({"id": "a", "title": "Harbour wall", "text": "The wall held.", "date": "2020-01-02", "desk": "city"}
{"id": "b", "title": "Talks", "text": "Talks on the wall.", "date": "2021-05-06", "desk": "world"}
{"id": "c", "title": "", "text": "An undated wall of text."}
)";

TEST_F(SearcherTest, FindsNothingWhereNoArticleMatches) {
  update(kThree);
  SearchOptions newest;
  newest.page.order = Order::kNewest;
  for (const char* typed : {"zeppelin", "\"wall held talks\"", "desk:sports", "wall -wall",
                            "zeppelin desk:city", "headline:held"}) {
    SCOPED_TRACE(typed);
    EXPECT_THAT(ids(typed), IsEmpty());
    EXPECT_THAT(ids(typed, newest), IsEmpty());
    EXPECT_EQ(search(typed).total.value, 0u);
  }
}

// Such phrases are answered from pairs of words, without a look at positions.
TEST_F(SearcherTest, FindsPhrasesOfTheMostFrequentWords) {
  update(R"({"id": "a", "title": "Out of the west", "text": "It said to US it is new."}
{"id": "b", "title": "On the west of", "text": "The US is IT, it said. To us it is."}
{"id": "c", "title": "", "text": "Of all the news, out of the the end of the year."}
)");
  EXPECT_THAT(ids("\"of the\""), UnorderedElementsAre("a", "c"));
  EXPECT_THAT(ids("headline:\"of the\""), UnorderedElementsAre("a"));
  EXPECT_THAT(ids("\"out of the\""), UnorderedElementsAre("a", "c"));
  EXPECT_THAT(ids("\"of the the\""), UnorderedElementsAre("c"));
  EXPECT_THAT(ids("\"it said\""), UnorderedElementsAre("a", "b"));
  EXPECT_THAT(ids("\"to us\""), UnorderedElementsAre("a", "b"));
  EXPECT_THAT(ids("\"to US\""), UnorderedElementsAre("a"));
  EXPECT_THAT(ids("\"us it is\""), UnorderedElementsAre("a", "b"));
  EXPECT_THAT(ids("\"is IT\""), UnorderedElementsAre("b"));
  EXPECT_THAT(ids("\"end of the year\""), UnorderedElementsAre("c"));
  EXPECT_THAT(ids("\"the of\""), IsEmpty());
}

TEST_F(SearcherTest, AnEmptyIndexHasNoHits) {
  update("");

  EXPECT_THAT(ids("wall"), IsEmpty());
  EXPECT_EQ(search("wall date:2020").undated_left_out, 0u);
}

TEST_F(SearcherTest, SaysHowManyUndatedMatchesADateLeavesOut) {
  update(kThree);

  EXPECT_THAT(ids("wall date:2020"), ElementsAre("a"));
  EXPECT_EQ(search("wall date:2020").undated_left_out, 1u);
  EXPECT_EQ(search("held date:2020").undated_left_out, 0u);
  EXPECT_EQ(search("wall").undated_left_out, std::nullopt);
}

TEST_F(SearcherTest, WhatIsFoundIsNotLeftOut) {
  update(kThree);

  EXPECT_THAT(ids("text OR wall date:2020"), testing::UnorderedElementsAre("a", "c"));
  EXPECT_EQ(search("text OR wall date:2020").undated_left_out, 0u);
  EXPECT_EQ(search("pier OR wall date:2020").undated_left_out, 1u);
}

TEST_F(SearcherTest, SortsWhatAFieldLeavesHoweverOldItIs) {
  std::string lines;
  for (int i = 0; i < 400; ++i) {
    lines += R"({"id": ")" + std::to_string(i) + R"(", "text": "wall", "date": "20)" +
             (i < 3 ? "01" : "19") + R"(-01-02", "desk": ")" + (i < 3 ? "city" : "world") + "\"}\n";
  }
  update(lines);
  SearchOptions newest;
  newest.page.order = Order::kNewest;
  EXPECT_THAT(ids("wall desk:city", newest), ElementsAre("0", "1", "2"));
  EXPECT_THAT(ids("desk:city", newest), ElementsAre("0", "1", "2"));
}

TEST_F(SearcherTest, SortsByDateWithUndatedLast) {
  update(kThree);
  SearchOptions options;
  options.page.order = Order::kNewest;
  EXPECT_THAT(ids("wall", options), ElementsAre("b", "a", "c"));
  options.page.order = Order::kOldest;
  EXPECT_THAT(ids("wall", options), ElementsAre("a", "b", "c"));
}

TEST_F(SearcherTest, AHeadlineWordWeighsMore) {
  update(R"({"id": "body", "title": "Other news", "text": "A strike was called here today."}
{"id": "head", "title": "Strike news", "text": "A thing was called here today."}
)");

  EXPECT_THAT(ids("strike"), ElementsAre("head", "body"));
}

TEST_F(SearcherTest, FieldsAndTextMixInAnyWay) {
  update(kThree);

  EXPECT_THAT(ids("wall desk:world"), ElementsAre("b"));
  EXPECT_THAT(ids("desk:city OR undated"), testing::UnorderedElementsAre("a", "c"));
  EXPECT_THAT(ids("-desk:city"), testing::UnorderedElementsAre("b", "c"));
  EXPECT_THAT(ids("wall -desk:city date:2021"), ElementsAre("b"));
}

constexpr const char* kWithUrls =
    R"({"id": "a", "title": "Harbour wall", "text": "The wall held.", "url": "https://x.example/sea/talks-fail"}
{"id": "b", "title": "Talks", "text": "Talks of the sea wall.", "url": "https://x.example/sea/talks-go-on"}
{"id": "c", "title": "Ferry", "text": "It sailed."}
)";

TEST_F(SearcherTest, FindsAllTypedWordsAnywhereInAUrl) {
  update(kWithUrls);
  EXPECT_THAT(ids("url:https://x.example/sea/talks-fail"), ElementsAre("a"));
  EXPECT_THAT(ids("url:sea"), ElementsAre("a", "b"));
  EXPECT_THAT(ids("url:\"talks sea\""), ElementsAre("a", "b"));
  EXPECT_THAT(ids("url:talk"), IsEmpty());
  EXPECT_THAT(ids("url:\"sea ferry\""), IsEmpty());
}

TEST_F(SearcherTest, UrlsMixWithTextAndFields) {
  update(kWithUrls);
  EXPECT_THAT(ids("wall url:fail"), ElementsAre("a"));
  EXPECT_THAT(ids("wall -url:fail"), ElementsAre("b"));
  EXPECT_THAT(ids("-url:sea"), ElementsAre("c"));
  EXPECT_THAT(ids("url:fail OR ferry"), UnorderedElementsAre("a", "c"));
  EXPECT_THAT(ids("url:sea source:x"), ElementsAre("a", "b"));
  EXPECT_THAT(ids("url:fail OR source:x"), UnorderedElementsAre("a", "b"));
  EXPECT_EQ(search("url:sea").total.value, 2u);
}

TEST_F(SearcherTest, WordsOfUrlsAreNoWordsOfTheText) {
  update(kWithUrls);
  for (const char* typed : {"fail", "example", "\"talks fail\"", "\"sea talks\"", "headline:sea",
                            "\"held https\"", "https -wall"}) {
    SCOPED_TRACE(typed);
    EXPECT_THAT(ids(typed), IsEmpty());
  }
  EXPECT_THAT(ids("sea"), ElementsAre("b"));
}

TEST_F(SearcherTest, UrlsWeighNothing) {
  update(kWithUrls);
  const std::vector<Hit> hits = search("wall").hits;
  const std::vector<Hit> filtered = search("wall url:sea url:https").hits;
  ASSERT_EQ(hits.size(), 2u);
  ASSERT_EQ(filtered.size(), 2u);
  for (std::size_t i = 0; i < hits.size(); ++i) {
    EXPECT_EQ(hits[i].article.id, filtered[i].article.id);
    EXPECT_EQ(hits[i].score, filtered[i].score);
  }
}

TEST_F(SearcherTest, AReplacedArticleIsFoundByItsNewWordsOnly) {
  update(kThree);
  update(R"({"id": "a", "title": "Harbour pier", "text": "The pier fell.", "desk": "sports"})");

  EXPECT_THAT(ids("held"), IsEmpty());
  EXPECT_THAT(ids("pier"), ElementsAre("a"));
  EXPECT_THAT(ids("desk:city"), IsEmpty());
  EXPECT_THAT(ids("desk:sports"), ElementsAre("a"));
  EXPECT_EQ(search("-zeppelin").total.value, 3u);
}

TEST_F(SearcherTest, ShowsABodyOfAFewBytes) {
  update(R"({"id": "tiny", "title": "Tiny", "text": "Hi."})");
  Searcher searcher(folder_.path() / "index");

  EXPECT_EQ(searcher.find("tiny")->body, "Hi.");
}

TEST_F(SearcherTest, DamageNeverGetsIntoAMergedSegment) {
  for (const char* id : {"a", "b", "c"}) {
    update(std::string(R"({"id": ")") + id + R"(", "text": "wall", "desk": "city"})");
  }
  const auto catalogue = folder_.path() / "index/segments/000002/catalogue.glass";
  std::string bytes = test::content_of(catalogue);
  char& letter = bytes.at(bytes.find("desk:city"));
  letter = static_cast<char>(letter ^ 1);
  folder_.write("index/segments/000002/catalogue.glass", bytes);

  EXPECT_THAT(
      [&] { update(R"({"id": "d", "text": "a fourth segment is merged with the others"})"); },
      test::throws_error(ErrorKind::kCorrupt, "cannot be merged"));
  EXPECT_THAT(ids("fourth"), IsEmpty());
}

TEST_F(SearcherTest, FindsAnArticleByItsWholeIdOnly) {
  update(kThree);
  Searcher searcher(folder_.path() / "index");

  EXPECT_EQ(searcher.find("b")->headline, "Talks");
  EXPECT_EQ(searcher.find("B"), std::nullopt);
  EXPECT_THAT(ids("id:b"), ElementsAre("b"));
}

}  // namespace
}  // namespace dateline::searcher
