#include <algorithm>

#include "tests/end_to_end/dateline.h"

namespace dateline::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

// Four articles about herons, of three days and of none.
class EndToEndSearch : public EndToEndTest {
 protected:
  void SetUp() override {
    has("wire.jsonl", article("may", "1999-05-31") + article("june", "1999-06-01") +
                          article("winter", "2007-01-02") + article("never", nullptr));
    update();
  }

  static std::string article(const std::string& id, const Json& date) {
    return json_line({{"id", id}, {"title", "Heron seen"}, {"date", date}, {"text", "In " + id}});
  }
};

TEST_F(EndToEndSearch, EndsWithZeroForHitsOneForNoneAndTwoForMistakes) {
  EXPECT_EQ(search({"heron"}).status, 0);
  EXPECT_EQ(search({"stork"}).status, 1);
  EXPECT_EQ(search({"\"heron"}).status, 2);
  EXPECT_EQ(search({"--nonsense", "heron"}).status, 2);
}

TEST_F(EndToEndSearch, FindsNothingWhereOneOfTheWordsIsUnknown) {
  for (const char* query : {"stork", "heron stork", "\"heron stork\"", "stork -heron",
                            "headline:stork", "source:stork", "stork OR coot"}) {
    SCOPED_TRACE(query);
    for (const char* order : {"relevance", "newest", "oldest"}) {
      const Ended ended = search({"--sort", order, query});
      EXPECT_EQ(ended.status, 1);
      EXPECT_EQ(ended.out, "no article found\n");
    }
  }
}

TEST_F(EndToEndSearch, LimitsDaysAndTellsHowManyUndatedItLeftOut) {
  const Json answer = result({"--since", "1999-06", "--until", "2007", "heron"});
  EXPECT_EQ(answer.at("total").at("value"), 2);
  EXPECT_EQ(answer.at("undated_left_out"), 1);
  EXPECT_THAT(ids({"--until", "1999-05-31", "heron"}), ElementsAre("may"));
  EXPECT_THAT(ids({"heron", "date:1999"}), testing::UnorderedElementsAre("may", "june"));
  EXPECT_EQ(result({"heron"}).at("undated_left_out"), Json());
}

TEST_F(EndToEndSearch, ListsAPeriodWithoutAQuery) {
  EXPECT_THAT(ids({"--since", "1999-06-01", "--sort", "oldest"}), ElementsAre("june", "winter"));
}

TEST_F(EndToEndSearch, SortsByDateWithUndatedArticlesLast) {
  EXPECT_THAT(ids({"--sort", "newest", "heron"}), ElementsAre("winter", "june", "may", "never"));
  EXPECT_THAT(ids({"--sort", "oldest", "heron"}), ElementsAre("may", "june", "winter", "never"));
}

TEST_F(EndToEndSearch, FindsAllOthersWhereAllWordsAreLeftOut) {
  EXPECT_THAT(found("-winter -june"), ElementsAre("may", "never"));
}

TEST_F(EndToEndSearch, FindsTheUndated) {
  EXPECT_THAT(found("undated:"), ElementsAre("never"));
  EXPECT_THAT(found("heron -undated:"), ElementsAre("june", "may", "winter"));
}

TEST_F(EndToEndSearch, TakesAnyOfTheWordsWhereAsked) {
  EXPECT_THAT(ids({"--any", "winter", "june", "stork"}),
              testing::UnorderedElementsAre("winter", "june"));
}

TEST_F(EndToEndSearch, MarksAMistakeWithACaret) {
  const Ended ended = search({"heron (stork"});
  EXPECT_EQ(ended.status, 2);
  EXPECT_EQ(ended.out, "");
  EXPECT_THAT(ended.err, testing::EndsWith("\nheron (stork\n      ^\n"));
}

TEST_F(EndToEndSearch, NamesEveryKindOfMistake) {
  const std::pair<const char*, const char*> mistakes[] = {
      {"\"heron", "quote"},        {"colour:grey", "unknown field 'colour'"},
      {"date:1999-02-30", "date"}, {"date:2007..1999", "date"},
      {"heron OR", "OR"},          {"heron)", "bracket"},
  };
  for (const auto& [query, word] : mistakes) {
    SCOPED_TRACE(query);
    const Ended ended = search({"--", query});
    EXPECT_EQ(ended.status, 2) << ended.out;
    EXPECT_THAT(ended.err, HasSubstr(word));
    EXPECT_THAT(ended.err, HasSubstr("^\n"));
  }
}

TEST_F(EndToEndSearch, FindsTheIndexByTheEnvironment) {
  Invocation call = search_call({});
  call.command = {DATELINE_SEARCH_PROGRAM, "heron"};
  EXPECT_EQ(run(call).status, 2);
  EXPECT_THAT(run(call).err, HasSubstr("DATELINE_INDEX"));
  call.environment = {{"DATELINE_INDEX", index_.string()}};
  EXPECT_EQ(run(call).status, 0);
}

TEST_F(EndToEndSearch, NamesAFolderWithoutIndex) {
  Invocation call = search_call({"heron"});
  call.command[2] = archive_.string();
  const Ended ended = run(call);
  EXPECT_EQ(ended.status, 2);
  EXPECT_THAT(ended.err, HasSubstr("there is no index at '" + archive_.string() + "'"));
}

TEST_F(EndToEndSearch, ShowsAWholeArticle) {
  const Ended ended = search({"--show", "winter"});
  EXPECT_EQ(ended.status, 0);
  EXPECT_EQ(ended.out, "Heron seen\n2007-01-02\n\nIn winter\n");
}

TEST_F(EndToEndSearch, LightsTheQueryInTheArticleItShows) {
  const Ended ended = search({"--color", "always", "--show", "winter", "winters"});
  EXPECT_THAT(ended.out, HasSubstr("In \x1b[1;31mwinter\x1b[0m\n"));
  EXPECT_THAT(search({"--color", "always", "--show", "winter"}).out,
              testing::Not(HasSubstr("\x1b[1;31m")));
}

TEST_F(EndToEndSearch, SaysWhereThereIsNoSuchArticleToShow) {
  const Ended ended = search({"--show", "summer"});
  EXPECT_EQ(ended.status, 1);
  EXPECT_EQ(ended.err, "dateline-search: no article with the id 'summer'\n");
}

TEST_F(EndToEndSearch, DoesNotShowAnArticleThatIsReplaced) {
  has("wire.jsonl", article("winter", "2008-12-21"));
  update();
  EXPECT_THAT(search({"--show", "winter"}).out, HasSubstr("2008-12-21"));
  EXPECT_THAT(ids({"--since", "2007-01", "--until", "2007-12"}), IsEmpty());
}

// Many articles of which many are alike: equal scores, equal days, two segments, some deleted.
class EndToEndPaging : public EndToEndTest {
 protected:
  void SetUp() override {
    write(90, "coot");
    update();
    write(40, "heron");
    update();
  }

  void write(int articles, const std::string& word) const {
    for (int i = 0; i < articles; ++i) {
      std::string text = "A " + word;
      for (int times = 0; times < i % 4; ++times) text += ", and again a " + word;
      const std::string day = std::to_string(10 + i % 5);
      has("2004-03-" + day + "/" + word + std::to_string(i) + ".txt", text + " on the pond\n");
    }
    for (int i = 0; i < 10; ++i) has("changing" + std::to_string(i) + ".txt", word + " then");
  }
};

TEST_F(EndToEndPaging, PagesOfThreeAreOnePageOfThirtyInEveryOrder) {
  for (const char* order : {"relevance", "newest", "oldest"}) {
    for (const char* query : {"pond", "coot OR heron", "*", "\"coot on the pond\"", "then",
                              "date:2004-03-12", "language:en coot"}) {
      SCOPED_TRACE(std::string(order) + " " + query);
      std::vector<std::string> pages;
      for (int offset = 0; offset < 30; offset += 3) {
        const auto page =
            ids({"--sort", order, "--limit", "3", "--offset", std::to_string(offset), query});
        pages.insert(pages.end(), page.begin(), page.end());
      }
      EXPECT_EQ(pages, ids({"--sort", order, "--limit", "30", query}));
    }
  }
}

TEST_F(EndToEndPaging, TellsTheSameTotalOnEveryPage) {
  for (const char* query : {"pond", "coot", "language:en coot", "then"}) {
    SCOPED_TRACE(query);
    const Json whole = result({"--limit", "1000", query});
    EXPECT_EQ(whole.at("total").at("value"), whole.at("hits").size());
    for (const char* offset : {"0", "7", "60", "500"}) {
      EXPECT_EQ(result({"--limit", "5", "--offset", offset, query}).at("total"), whole.at("total"))
          << "offset " << offset;
    }
  }
}

TEST_F(EndToEndPaging, CountsRanksFromTheFirstHit) {
  const Json page = result({"--limit", "2", "--offset", "4", "pond"});
  EXPECT_EQ(page.at("hits").at(0).at("rank"), 5);
  EXPECT_EQ(page.at("hits").at(1).at("rank"), 6);
}

TEST_F(EndToEndPaging, FindsNoArticleTwice) {
  const auto hits = ids({"--limit", "1000", "*"});
  EXPECT_EQ(std::set<std::string>(hits.begin(), hits.end()).size(), hits.size());
  EXPECT_EQ(hits.size(), 140U);
}

}  // namespace
}  // namespace dateline::test
