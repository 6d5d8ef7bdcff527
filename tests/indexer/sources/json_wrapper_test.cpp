// Articles inside of JSON: which are found, and what they are called where they have no name.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/sources/parse.h"
#include "tests/indexer/sources/reading.h"

namespace dateline::indexer {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// Files of JSON read as a run reads them.
class JsonFileTest : public ::testing::Test, protected test::Reading {};

class JsonWrapperTest : public ::testing::Test {
 protected:
  // "id: headline | body", "bad: reason".
  std::vector<std::string> read(std::string json) {
    std::vector<std::string> told;
    for (const auto& parsed :
         parse({{"f", "", 1}, 1, Format::kJson, std::move(json)}, options_, notes_)) {
      if (const auto* bad = std::get_if<BadArticle>(&parsed)) {
        told.push_back("bad: " + bad->reason);
      } else {
        const auto& article = std::get<Article>(parsed);
        told.push_back(article.id + ": " + article.headline + " | " + article.body);
      }
    }
    return told;
  }

  ParseOptions options_;
  SourceNotes notes_;
};

TEST_F(JsonWrapperTest, FindsArticlesInListsByTheirUsualNames) {
  for (const std::string name : {"articles", "items", "docs", "results", "data", "news", "posts",
                                 "value", "entries", "stories", "hits", "records"}) {
    EXPECT_THAT(read("{\"status\": \"ok\", \"" + name +
                     R"(": [{"title": "A", "text": "x"}, {"title": "B"}]})"),
                ElementsAre("f#1/" + name + "/1: A | x", "f#1/" + name + "/2: B | "))
        << name;
  }
}

TEST_F(JsonWrapperTest, LooksSomeLevelsDeep) {
  EXPECT_THAT(read(R"({"response": {"meta": {"hits": 2}, "docs": [{"title": "A", "text": "x"}]}})"),
              ElementsAre("f#1/response/docs/1: A | x"));
  EXPECT_THAT(
      read(
          R"({"took": 3, "hits": {"total": 1, "hits": [{"_id": "k", "_source": {"title": "A", "text": "x"}}]}})"),
      ElementsAre("k: A | x"));
  EXPECT_THAT(read(R"({"data": {"article": {"title": "A", "text": "x"}}})"),
              ElementsAre("f#1: A | x"));
  EXPECT_THAT(
      read(
          R"({"rss": {"channel": {"title": "The feed", "item": [{"title": "A", "description": "x"}]}}})"),
      ElementsAre("f#1/rss/channel/item/1: A | x"));
  EXPECT_THAT(
      read(
          R"({"papers": {"echo": {"link": "l", "articles": [{"title": "A", "text": "x"}]}, "post": {"articles": []}}})"),
      ElementsAre("f#1/papers/echo/articles/1: A | x"));
}

TEST_F(JsonWrapperTest, LooksIntoListsByOtherNamesForWholeArticles) {
  EXPECT_THAT(
      read(
          R"({"db": [{"meta": {"version": "3"}, "data": {"posts": [{"title": "A", "html": "<p>x</p>"}],
                       "users": [{"id": "1", "name": "Ann Ode"}]}}]})"),
      ElementsAre("f#1/db/1/data/posts/1: A | x"));
  EXPECT_THAT(read(R"({"response": {"zone": [{"name": "newspaper", "records": {"article": [
                       {"id": "18", "heading": "A", "title": {"value": "The Argus"},
                        "date": "1918-11-12", "articleText": "<p>x</p>"}]}}]}})"),
              ElementsAre("18: A | x"));
}

TEST_F(JsonWrapperTest, TakesAFeedForItsItems) {
  EXPECT_THAT(read(R"({"version": "https://jsonfeed.org/version/1.1", "title": "The Gazette",
                       "items": [{"id": "1", "title": "A", "content_html": "<p>x</p>"}]})"),
              ElementsAre("1: A | x"));
}

TEST_F(JsonWrapperTest, TakesNoDescriptionOfAFeedForAnArticle) {
  const auto article = ElementsAre("g1: A | x");
  EXPECT_THAT(read(R"({"status": "ok", "feed": {"title": "The Gazette", "description": "News."},
                       "items": [{"guid": "g1", "title": "A", "content": "x"}]})"),
              article);
  EXPECT_THAT(read(R"({"feed": {"title": "The Gazette", "subtitle": "News."},
                       "entries": [{"id": "g1", "title": "A", "summary": "x"}]})"),
              article);
  EXPECT_THAT(read(R"({"feed": {"title": "The Gazette", "content": "News.",
                       "entry": [{"id": "g1", "title": "A", "summary": "x"}]}})"),
              article);
  EXPECT_THAT(read(R"({"feed": {"title": "The Gazette", "description": "News."}, "items": []})"),
              ElementsAre("bad: no field for headline or text is known in it, map one"));
}

TEST_F(JsonWrapperTest, FindsTheMessagesOfAChannel) {
  EXPECT_THAT(read(R"({"name": "The Gazette", "type": "public_channel", "id": 7, "messages": [
                       {"id": 0, "type": "service", "action": "create_channel", "title": "Gazette"},
                       {"id": 1, "type": "message", "date": "2021-03-04T05:06:07",
                        "text": ["Rain ", {"type": "bold", "text": "stops"}, " ferries."]},
                       {"id": 2, "type": "message", "text": "It fell."}]})"),
              ElementsAre("bad: messages/1: a message of Telegram itself, no article",
                          "1:  | Rain stops ferries.", "2:  | It fell."));
}

TEST_F(JsonWrapperTest, TakesAnArticleForItself) {
  EXPECT_THAT(read(R"({"title": "A", "text": "x", "related": [{"title": "B", "text": "y"}],
                       "items": [{"title": "C"}]})"),
              ElementsAre("f#1: A | x"));
  EXPECT_THAT(read(R"({"title": "A", "abstract": "x", "media": [{"title": "P", "text": "y"}]})"),
              ElementsAre("f#1: A | x"));
}

TEST_F(JsonFileTest, TakesAnArticleAloneInAnObjectForOne) {
  for (const std::string name : {"article", "story", "document", "content", "post", "data"}) {
    SCOPED_TRACE(name);
    has("a.jsonl",
        "{\"" + name + R"(":{"title":"Harbour opens","date":"2020-01-02","text":"It opened."}})");
    read({"a.jsonl"});
    ASSERT_EQ(articles().size(), 1u);
    EXPECT_EQ(articles().front().headline, "Harbour opens");
    EXPECT_EQ(articles().front().body, "It opened.");
    EXPECT_EQ(to_iso(articles().front().published), "2020-01-02");
  }
}

TEST_F(JsonWrapperTest, FindsArticlesInMapsById) {
  EXPECT_THAT(read(R"({"a1": {"title": "A", "text": "x"}, "a2": {"title": "B", "text": "y"}})"),
              ElementsAre("f#1/a1: A | x", "f#1/a2: B | y"));
}

TEST_F(JsonWrapperTest, FindsTheRowsOfTables) {
  EXPECT_THAT(read(R"({"title": {"0": "A", "1": "B"}, "text": {"0": "x", "1": "y"}})"),
              ElementsAre("f#1/0: A | x", "f#1/1: B | y"));
  EXPECT_THAT(read(R"({"title": ["A", "B"], "text": ["x", "y"]})"),
              ElementsAre("f#1/1: A | x", "f#1/2: B | y"));
  EXPECT_THAT(read(R"({"columns": ["title", "text"], "index": [0], "data": [["A", "x"]]})"),
              ElementsAre("f#1/1: A | x"));
  EXPECT_THAT(read(R"({"title": ["A"], "text": ["x", "y"]})"), ElementsAre("f#1: A | x\n\ny"));
  EXPECT_THAT(read(R"({"title": {"rendered": "A"}, "content": {"rendered": "x"}})"),
              ElementsAre("f#1: A | x"));
}

TEST_F(JsonWrapperTest, NamesWhatIsNoArticleAmongThem) {
  EXPECT_THAT(read(R"({"articles": [{"title": "A", "text": "x"}, null, {"colour": "red"}, 7]})"),
              ElementsAre("f#1/articles/1: A | x", "bad: articles/3: no field for headline or text",
                          "bad: articles/4: no field for headline or text"));
}

TEST_F(JsonWrapperTest, PassesOverLinesThatTellElasticsearchWhatToDo) {
  EXPECT_THAT(read(R"({"index": {"_index": "news", "_id": "1"}})"), IsEmpty());
  EXPECT_THAT(read(R"({"index": {}})"), IsEmpty());
}

TEST_F(JsonWrapperTest, ReadsStringsThatHoldObjects) {
  EXPECT_THAT(read(R"("{\"title\": \"A\", \"text\": \"x\"}")"), ElementsAre("f#1: A | x"));
  EXPECT_THAT(read(R"("A")"), ElementsAre("bad: not a JSON object"));
}

TEST_F(JsonWrapperTest, TakesPathsFromTheUser) {
  options_.fields.add("text=response.docs.lead");
  options_.fields.add("headline=head.print");
  EXPECT_THAT(
      read(
          R"({"response": {"docs": [{"id": 1, "lead": "x", "head": {"main": "M", "print": "P"}}]}})"),
      ElementsAre("1: P | x"));
  EXPECT_THAT(read(R"({"id": "2", "blocks": [], "head": {"print": "P"}, "text": "x"})"),
              ElementsAre("2: P | x"));
}

TEST_F(JsonWrapperTest, TakesPathsThroughLists) {
  options_.fields.add("text=parts.words");
  EXPECT_THAT(read(R"({"id": "2", "parts": [{"words": "one"}, {"n": 1}], "title": "T"})"),
              ElementsAre("2: T | one"));
}

TEST_F(JsonWrapperTest, SkipsItemsThatAreNoArticles) {
  EXPECT_THAT(read(R"({"uri": "u:1", "type": "picture", "versioncreated": "x", "headline": "A"})"),
              ElementsAre("bad: an item of type 'picture', no article"));
  EXPECT_THAT(
      read(R"({"uri": "u:1", "type": "composite", "pubstatus": "usable", "headline": "A"})"),
      ElementsAre("bad: an item of type 'composite', no article"));
  EXPECT_THAT(read(R"({"id": 4, "type": "attachment", "title": {"rendered": "A"}})"),
              ElementsAre("bad: a WordPress attachment, no article"));
}

TEST_F(JsonWrapperTest, SurvivesACutAtEveryByte) {
  const std::string whole =
      R"({"hits": {"hits": [{"_id": "k", "_source": {"title": ["A", "B"], "text": {"0": "x"}}}]},)"
      R"( "columns": ["title"], "data": [["A"]], "a": {"b": [{"c": null}]}})";
  for (std::size_t size = 0; size <= whole.size(); ++size) read(whole.substr(0, size));
}

// "data" is a day in Italian and Portuguese, and anything at all in English.
TEST_F(JsonFileTest, TakesDataForADateWhereItIsOne) {
  has("a.jsonl", R"({"titulo":"A","texto":"x","data":"02/01/2020"})"
                 "\n"
                 R"({"title":"B","text":"x","data":"of the census"})"
                 "\n"
                 R"({"title":"C","text":"x","data":{"a":"2020-05-05"}})"
                 "\n"
                 R"({"title":"D","text":"x","date":"2020-03-03","data":"02/01/2020"})"
                 "\n");
  read({"a.jsonl"});
  ASSERT_EQ(articles().size(), 4u);
  EXPECT_EQ(to_iso(articles()[0].published), "2020-01-02");
  EXPECT_FALSE(articles()[1].published.dated());
  EXPECT_THAT(articles()[1].fields, ::testing::ElementsAre(ArchiveField{"data", "of the census"}));
  EXPECT_FALSE(articles()[2].published.dated());
  EXPECT_EQ(to_iso(articles()[3].published), "2020-03-03");
  EXPECT_EQ(notes().unread_dates, 0u);
}

}  // namespace
}  // namespace dateline::indexer
