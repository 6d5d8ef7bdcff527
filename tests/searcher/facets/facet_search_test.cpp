// Facets and timelines of searches against a naive count of the same articles.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <random>
#include <set>
#include <sstream>

#include "common/index/index.h"
#include "indexer/update/update.h"
#include "searcher/facets/counted_names.h"
#include "searcher/query/parser.h"
#include "searcher/search/searcher.h"
#include "tests/temporary_folder.h"
#include "tests/throws_error.h"

namespace dateline::searcher {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

using Counts = std::map<std::string, std::uint64_t>;

const std::vector<std::string> kFields = {"source",   "section", "place", "byline", "agency",
                                          "language", "topics",  "desk",  "year",   "month"};

// The values of a field as a reader of the article would tell them.
std::set<std::string> values_of(const Article& article, const std::string& field) {
  const std::map<std::string, std::string> known = {
      {"source", article.source},
      {"section", article.section},
      {"place", article.place},
      {"byline", article.byline},
      {"agency", article.agency},
      {"language", article.language},
      {"year", to_iso(article.published).substr(0, 4)},
      {"month", to_iso(article.published).substr(0, 7)}};
  std::set<std::string> values;
  if (const auto found = known.find(field); found != known.end()) values.insert(found->second);
  for (const ArchiveField& own : article.fields) {
    if (own.name == field) values.insert(own.value);
  }
  values.erase("");
  return values;
}

// A story of some of a few words, values and dates.
std::string random_story(std::mt19937& random, std::size_t number) {
  const auto draw = [&random](std::size_t below) { return random() % below; };
  nlohmann::json story;
  story["id"] = "s" + std::to_string(number);
  std::string text = "Every story.";
  for (const char* word : {"harbour", "ferry", "treaty", "summit"}) {
    if (draw(3) == 0) text += std::string(" The ") + word + ".";
  }
  story["text"] = text;
  if (draw(8) > 0) story["source"] = "Paper " + std::to_string(draw(5));
  if (draw(3) > 0) story["place"] = "PLACE" + std::to_string(draw(30));
  if (draw(2) > 0) story["byline"] = "Jane Doe" + std::string(draw(4), 'e');
  if (draw(2) > 0) story["desk"] = draw(2) == 0 ? "city" : "world";
  for (std::size_t topics = draw(4); topics > 0; --topics) {
    story["topics"].push_back("topic " + std::to_string(draw(7)));
  }
  std::string month = "-0" + std::to_string(1 + draw(9));
  month.insert(0, std::to_string(1998 + draw(3)));
  if (draw(4) == 0) story["date"] = month;
  if (draw(4) > 0) story["date"] = month + "-" + std::to_string(10 + draw(15));
  return story.dump() + "\n";
}

class FacetSearchTest : public testing::Test {
 protected:
  void update(const std::string& json_lines) { update_from({"-"}, json_lines); }

  void update_from(const std::vector<std::string>& inputs, const std::string& standard_input) {
    std::istringstream in(standard_input);
    std::ostringstream out;
    std::ostringstream log;
    indexer::UpdateOptions options;
    options.index_dir = folder_.path() / "index";
    options.inputs = inputs;
    run_update(options, {in, out, log});
  }

  // Three runs: a large one, and two that replace some of it and add a little.
  void update_random() {
    std::mt19937 random(42);
    for (const auto& [first, last] : {std::pair{0, 5'000}, {4'000, 5'500}, {100, 400}}) {
      std::string lines;
      for (int i = first; i < last; ++i) {
        lines += random_story(random, static_cast<std::size_t>(i));
      }
      update(lines);
    }
  }

  SearchResult search(const std::string& typed, const SearchOptions& options) {
    if (!searcher_) searcher_ = std::make_unique<Searcher>(folder_.path() / "index");
    ParseOptions parsing;
    parsing.archive_fields = searcher_->archive_fields();
    return searcher_->search(std::get<Query>(parse_query(typed, parsing)), options);
  }

  SearchResult counted(const std::string& typed, FacetOptions facets) {
    SearchOptions options;
    options.page.limit = 0;
    options.count.facets = std::move(facets);
    return search(typed, options);
  }

  std::vector<Article> all_articles(const std::string& typed) {
    SearchOptions options;
    options.page.limit = 1'000'000;
    std::vector<Article> articles;
    for (Hit& hit : search(typed, options).hits) articles.push_back(std::move(hit.article));
    return articles;
  }

  const std::vector<std::string>& keys_of(const std::string& field, const std::string& value) {
    const auto [known, is_new] = keys_.try_emplace({field, value});
    if (!is_new) return known->second;
    for (const CountedName& name : names_.names(field, value)) known->second.push_back(name.key);
    return known->second;
  }

  void expect_facets_as_counted_naively(const std::string& typed) {
    SCOPED_TRACE(typed);
    const std::vector<Article> articles = all_articles(typed);
    const SearchResult result = counted(typed, {kFields, 1'000'000, Period::kDay});
    EXPECT_EQ(result.total.value, articles.size());
    EXPECT_TRUE(result.total.exact);
    ASSERT_EQ(result.facets.size(), kFields.size());
    for (const Facet& facet : result.facets) {
      SCOPED_TRACE(facet.field);
      Counts naive;
      std::uint64_t without = 0;
      for (const Article& article : articles) {
        std::set<std::string> keys;
        for (const std::string& value : values_of(article, facet.field)) {
          for (const std::string& key : keys_of(facet.field, value)) keys.insert(key);
        }
        for (const std::string& key : keys) ++naive[key];
        without += keys.empty() ? 1 : 0;
      }
      Counts counts;
      for (const CountedValue& value : facet.values) {
        counts[keys_of(facet.field, value.value).front()] = value.articles;
      }
      EXPECT_EQ(counts, naive);
      EXPECT_EQ(facet.different, naive.size());
      EXPECT_EQ(facet.without, without);
    }
  }

  void expect_timelines_as_counted_naively(const std::string& typed) {
    SCOPED_TRACE(typed);
    const std::vector<Article> articles = all_articles(typed);
    for (const auto& [unit, characters] :
         {std::pair{Period::kDay, 10}, {Period::kMonth, 7}, {Period::kYear, 4}}) {
      Counts naive;
      for (const Article& article : articles) {
        ++naive[to_iso(article.published).substr(0, static_cast<std::size_t>(characters))];
      }
      const Timeline timeline = *counted(typed, {{}, 10, unit}).timeline;
      Counts counts;
      if (timeline.undated > 0) counts[""] = timeline.undated;
      for (const CountedPeriod& period : timeline.periods) {
        counts[to_string(period)] = period.articles;
      }
      EXPECT_EQ(counts, naive);
      EXPECT_TRUE(std::is_sorted(timeline.periods.begin(), timeline.periods.end(),
                                 [](const auto& a, const auto& b) { return a.first < b.first; }));
    }
  }

  test::TemporaryFolder folder_;
  std::unique_ptr<Searcher> searcher_;
  CountedNames names_;
  std::map<std::pair<std::string, std::string>, std::vector<std::string>> keys_;  // of values
};

// Plans and queries that ask the catalogue, over several segments with deletions.
TEST_F(FacetSearchTest, CountsWhatANaiveCountDoes) {
  update_random();
  const Index index = Index::open(folder_.path() / "index");
  EXPECT_GT(index.segments().size(), 1u);
  EXPECT_TRUE(std::any_of(index.segments().begin(), index.segments().end(),
                          [](const OpenSegment& segment) { return !segment.deleted.empty(); }));
  for (const char* typed : {"*", "harbour", "ferry treaty", "harbour OR summit", "-ferry",
                            "harbour desk:city", "desk:city", "-topics:\"topic 3\"", "undated:",
                            "date:1999", "source:paper date:1998-03", "zeppelin", "id:s7"}) {
    expect_facets_as_counted_naively(typed);
    expect_timelines_as_counted_naively(typed);
  }
}

TEST_F(FacetSearchTest, CountsTheSampleArchiveAsANaiveCountDoes) {
  update_from({DATELINE_SOURCE_DIR "/corpus/sample"}, "");
  for (const char* typed : {"*", "bridge", "the -ferry", "language:en"}) {
    expect_facets_as_counted_naively(typed);
    expect_timelines_as_counted_naively(typed);
  }
}

TEST_F(FacetSearchTest, CountsTheSameAfterSegmentsAreMerged) {
  std::mt19937 random(3);
  for (int run = 0; run < 9; ++run) {
    std::string lines;
    for (std::size_t i = 0; i < 20; ++i) lines += random_story(random, random() % 60);
    update(lines);
  }
  expect_facets_as_counted_naively("*");
  expect_facets_as_counted_naively("harbour");
}

// Spellings of one name count together, each article once, and the most frequent one is shown.
TEST_F(FacetSearchTest, CountsNamesTogetherThatAreSpeltInSeveralWays) {
  update(
      R"json({"id": "a", "text": "wall", "section": "UK news", "agency": "REUTERS", "place": "OSLO"}
{"id": "b", "text": "wall", "section": "UK News", "agency": "(Reuters)", "place": "Oslo/Bern"}
{"id": "c", "text": "wall", "section": "UK news", "agency": "Thomson Reuters", "place": "BERN"}
{"id": "d", "text": "wall", "agency": "Reuters", "grade": ["C++", "C", "c", "A-", "A"]}
{"id": "e", "text": "pier", "section": "UK NEWS", "agency": "The Associated Press"}
{"id": "f", "text": "pier", "section": "Café", "agency": "AP"}
{"id": "g", "text": "pier", "section": "cafe", "agency": "AP"}
)json");
  const auto facets =
      counted("wall OR pier", {{"section", "agency", "place", "grade"}, 9, {}}).facets;
  ASSERT_EQ(facets.size(), 4u);
  EXPECT_THAT(facets[0].values,
              ElementsAre(CountedValue{"UK news", 4}, CountedValue{"Caf\u00e9", 2}));
  EXPECT_EQ(facets[0].different, 2u);
  EXPECT_THAT(facets[1].values, ElementsAre(CountedValue{"Reuters", 4}, CountedValue{"AP", 3}));
  EXPECT_THAT(facets[2].values, ElementsAre(CountedValue{"Bern", 2}, CountedValue{"Oslo", 2}));
  EXPECT_THAT(facets[3].values, ElementsAre(CountedValue{"A", 1}, CountedValue{"A-", 1},
                                            CountedValue{"C", 1}, CountedValue{"C++", 1}));
}

// Whatever is asked for: counts of two searches can be put side by side.
TEST_F(FacetSearchTest, ShowsTheSpellingThatIsMostFrequentInTheWholeIndex) {
  update(R"({"id": "a", "text": "wall", "section": "UK News"}
{"id": "b", "text": "pier", "section": "UK news"}
{"id": "c", "text": "pier", "section": "UK news"}
)");
  update(R"({"id": "d", "text": "pier", "section": "UK NEWS"})"
         "\n");
  EXPECT_THAT(counted("wall", {{"section"}, 9, {}}).facets[0].values,
              ElementsAre(CountedValue{"UK news", 1}));
}

TEST_F(FacetSearchTest, CountsEachAuthorOfAByline) {
  update(R"({"id": "a", "text": "wall", "byline": "Ann Penn and Leo Roe"}
{"id": "b", "text": "wall", "byline": "LEO ROE, Ann Penn"}
{"id": "c", "text": "wall", "byline": "Roe, Leo; van der Berg, Anna"}
{"id": "d", "text": "wall", "byline": "Leo Roe und Anna van der Berg"}
{"id": "e", "text": "wall"}
)");
  const Facet facet = counted("wall", {{"byline"}, 9, {}}).facets[0];
  EXPECT_THAT(facet.values, ElementsAre(CountedValue{"Leo Roe", 4}, CountedValue{"Ann Penn", 2},
                                        CountedValue{"Anna van der Berg", 2}));
  EXPECT_EQ(facet.different, 3u);
  EXPECT_EQ(facet.without, 1u);
}

constexpr const char* kStories =
    R"({"id": "a", "text": "wall", "place": "OSLO", "topics": ["war", "ship"], "date": "2020-01-02"}
{"id": "b", "text": "wall", "place": "BERN", "topics": ["ship"], "date": "2020-01"}
{"id": "c", "text": "wall", "place": "BERN"}
{"id": "d", "text": "wall", "place": "AREZZO", "date": "2020-01-05"}
{"id": "e", "text": "pier", "place": "CORK", "date": "2020-02-05"}
)";

TEST_F(FacetSearchTest, ShowsTheMostFrequentValuesFirstAndEqualOnesInOrder) {
  update(kStories);
  const auto facets = counted("wall", {{"topics", "place"}, 2, {}}).facets;
  ASSERT_EQ(facets.size(), 2u);
  EXPECT_EQ(facets[0].field, "topics");
  EXPECT_THAT(facets[0].values, ElementsAre(CountedValue{"ship", 2}, CountedValue{"war", 1}));
  EXPECT_EQ(facets[0].without, 2u);
  EXPECT_THAT(facets[1].values, ElementsAre(CountedValue{"BERN", 2}, CountedValue{"AREZZO", 1}));
  EXPECT_EQ(facets[1].different, 3u);
  EXPECT_EQ(facets[1].without, 0u);
}

TEST_F(FacetSearchTest, PutsArticlesKnownByMonthBeforeTheDaysOfIt) {
  update(kStories);
  using std::chrono::year;
  EXPECT_THAT(counted("*", {{}, 10, Period::kDay}).timeline->periods,
              ElementsAre(CountedPeriod{year{2020} / 1 / 1, Period::kMonth, 1},
                          CountedPeriod{year{2020} / 1 / 2, Period::kDay, 1},
                          CountedPeriod{year{2020} / 1 / 5, Period::kDay, 1},
                          CountedPeriod{year{2020} / 2 / 5, Period::kDay, 1}));
  EXPECT_THAT(counted("*", {{}, 10, Period::kMonth}).timeline->periods,
              ElementsAre(CountedPeriod{year{2020} / 1 / 1, Period::kMonth, 3},
                          CountedPeriod{year{2020} / 2 / 1, Period::kMonth, 1}));
}

TEST_F(FacetSearchTest, CountsAllMatchesBesideAPageOfHits) {
  update(kStories);
  SearchOptions options;
  options.page.limit = 1;
  options.count.total = TotalCount::kEstimate;
  options.days.first = std::chrono::year{2020} / 1 / 5;
  options.count.facets.fields = {"place"};
  const SearchResult result = search("wall OR pier", options);
  EXPECT_EQ(result.hits.size(), 1u);
  EXPECT_EQ(result.total.value, 2u);
  EXPECT_THAT(result.facets[0].values,
              ElementsAre(CountedValue{"AREZZO", 1}, CountedValue{"CORK", 1}));
  EXPECT_EQ(result.undated_left_out, 1u);
}

TEST_F(FacetSearchTest, CountsNothingWhereNothingIsAskedForOrFound) {
  update(kStories);
  EXPECT_THAT(search("wall", {}).facets, IsEmpty());
  EXPECT_FALSE(search("wall", {}).timeline.has_value());
  const SearchResult none = counted("zeppelin", {{"place", "year"}, 10, Period::kDay});
  EXPECT_THAT(none.facets[0].values, IsEmpty());
  EXPECT_THAT(none.timeline->periods, IsEmpty());
}

TEST_F(FacetSearchTest, AnEmptyIndexHasNoValues) {
  std::filesystem::create_directory(folder_.path() / "archive");
  update_from({(folder_.path() / "archive").string()}, "");
  const SearchResult none = counted("*", {{"place", "month"}, 10, Period::kYear});
  EXPECT_EQ(none.total.value, 0u);
  EXPECT_EQ(none.facets[0].different, 0u);
}

TEST_F(FacetSearchTest, RefusesAFacetThatIsNot) {
  update(kStories);
  EXPECT_THAT(
      [&] {
        counted("wall", {{"topic"}, 10, {}});
      },
      test::throws_error(ErrorKind::kUsage,
                         "there is no facet 'topic'; did you mean 'topics'? known are "
                         "agency, byline, language, month, place, section, source, "
                         "topics, year"));
  EXPECT_THAT(
      [&] {
        counted("wall", {{"author"}, 10, {}});
      },
      test::throws_error(ErrorKind::kUsage, "did you mean 'byline'?"));
}

TEST_F(FacetSearchTest, RefusesAFieldWithTooManyValues) {
  std::string lines;
  for (int i = 0; i <= 10'000; ++i) {
    const std::string number = std::to_string(i);
    lines += R"({"id": ")" + number + R"(", "text": "x", "serial": "n)" + number + "\"}\n";
  }
  update(lines);
  for (int again = 0; again < 2; ++again) {
    EXPECT_THAT(
        [&] {
          counted("x", {{"serial"}, 10, {}});
        },
        test::throws_error(ErrorKind::kUsage,
                           "'serial' cannot be counted by: it has more than 10000"));
  }
}

TEST_F(FacetSearchTest, IsCountedFromTheGenerationThatWasOpened) {
  update(kStories);
  searcher_ = std::make_unique<Searcher>(folder_.path() / "index");
  std::filesystem::remove_all(folder_.path() / "index");
  EXPECT_EQ(counted("wall", {{"place"}, 10, {}}).facets[0].different, 3u);
}

}  // namespace
}  // namespace dateline::searcher
