// Values of every shape that archives give the parts of an article.

#include <gtest/gtest.h>

#include "indexer/sources/parse.h"

namespace dateline::indexer {
namespace {

class JsonValueTest : public ::testing::Test {
 protected:
  // Of an object whose other fields are a headline and a text.
  Article with(const std::string& fields) {
    auto articles =
        parse({{"f", "", 1}, 1, Format::kJson, R"({"title": "T", "text": "B", )" + fields + "}"},
              {}, notes_);
    return std::get<Article>(articles.at(0));
  }
  std::string body(const std::string& fields) {
    auto articles =
        parse({{"f", "", 1}, 1, Format::kJson, R"({"title": "T", )" + fields + "}"}, {}, notes_);
    return std::get<Article>(articles.at(0)).body;
  }
  std::string headline(const std::string& fields) {
    auto articles =
        parse({{"f", "", 1}, 1, Format::kJson, "{\"text\": \"B\", " + fields + "}"}, {}, notes_);
    return std::get<Article>(articles.at(0)).headline;
  }

  SourceNotes notes_;
};

using Case = std::pair<const char*, const char*>;

TEST_F(JsonValueTest, ReadsTheNamesOfPeople) {
  const Case cases[] = {
      {R"("author": "None")", ""},
      {R"("author": "[]")", ""},
      {R"("author": 3)", ""},
      {R"("author": "17")", ""},
      {R"("author": ["Ann Ode", "Ann Ode", null, "nan"])", "Ann Ode"},
      {R"("author": "Ann Ode; Bo Ek; Ann Ode")", "Ann Ode, Bo Ek"},
      {R"("authors": "['Ann Ode', \"Bo O'Ek\"]")", "Ann Ode, Bo O'Ek"},
      {R"("authors": "[\"Ann Ode\", \"Bo Ek\"]")", "Ann Ode, Bo Ek"},
      {R"("authors": "[{'name': 'Ann Ode', 'id': None}]")", "Ann Ode"},
      {R"("author": [{"first": "Ann", "last": "Ode"}, {"first": "Bo"}])", "Ann Ode, Bo"},
      {R"("author": {"firstName": "Ann", "lastName": "Ode"})", "Ann Ode"},
      {R"("author": [{"@type": "Person", "name": ["Ann Ode"]}])", "Ann Ode"},
      {R"("byline": {"original": "Ann Ode", "person": [{"firstname": "A"}]})", "Ann Ode"},
      {R"("authors": [{"display_name": "<b>Ann</b> Ode"}])", "Ann Ode"},
      {R"("dc:creator": "Ann Ode")", "Ann Ode"},
      {R"("author": {"node": {"name": "Ann Ode", "slug": "ann"}})", "Ann Ode"},
      {R"("authors": {"nodes": [{"name": "Ann Ode"}, {"name": "Bo Ek"}]})", "Ann Ode, Bo Ek"},
      {R"("authors": {"data": [{"id": 3, "attributes": {"name": "Ann Ode"}}]})", "Ann Ode"},
      {R"("byline": {"content": [{"text": "Ann Ode"}]})", "Ann Ode"},
      {R"("bylines": [{"by": "Ann Ode"}])", "Ann Ode"},
      {R"("author": {"Name": "Ann Ode"})", "Ann Ode"},
      {R"("author": "None", "writer": "Ann Ode")", "Ann Ode"},
  };
  for (const auto& [fields, expected] : cases) EXPECT_EQ(with(fields).byline, expected) << fields;
}

TEST_F(JsonValueTest, ReadsTextsInPieces) {
  const Case cases[] = {
      {R"("body": ["One.", "Two."])", "One.\n\nTwo."},
      {R"("body": [["One."], ["Two.", "Three."]])", "One.\n\nTwo.\n\nThree."},
      {R"("content": {"rendered": "<p>One.</p><p>Two.</p>", "protected": false})", "One.\n\nTwo."},
      {R"("body": [{"type": "p", "text": "One."}, {"type": "p", "text": "Two."}])", "One.\n\nTwo."},
      {R"("paragraphs": [{"content": "One."}, {"content": "<p>Two.</p>"}])", "One.\n\nTwo."},
      {R"("body": [{"value": "<p>One.</p>", "format": "full_html"}])", "One."},
      {R"("body": {"type": "doc", "content": [{"type": "paragraph", "content": [
           {"type": "text", "text": "One "}, {"type": "text", "text": "two."}]}]})",
       "One two."},
      {R"("body": [{"_type": "block", "children": [{"_type": "span", "text": "One "},
           {"_type": "span", "text": "two."}]}, {"_type": "image", "text": "no"}])",
       "One two."},
      {R"("content": {"time": 1, "blocks": [{"type": "paragraph", "data": {"text": "One."}}]})",
       "One."},
      {R"("body": {"0": "One.", "1": "Two."})", "One.\n\nTwo."},
      {R"("body": {"odd": "One."})", "One."},
      {R"("content": {"subtitle": "S.", "bodyModel": {"paragraphs": [
           {"name": "a1", "text": "One."}]}})",
       "One."},
      {R"("content": {"root": {"children": [{"type": "paragraph", "children": [
           {"type": "text", "text": "One "}, {"type": "text", "text": "two."}]}]}})",
       "One two."},
      {R"("text": ["One ", {"type": "bold", "text": "two"}, " three."])", "One two three."},
      {R"("text": "['One.', 'Two.']")", "One.\n\nTwo."},
      {R"("contents": [null, {"type": "kicker", "content": "Local"}, {"type": "title", "content": "T"},
           {"type": "sanitized_html", "subtype": "paragraph", "content": "One <b>two</b>."},
           {"type": "image", "fullcaption": "no"}, {"type": "author_info", "bio": "no"}])",
       "One two."},
      {R"("bodies": [{"role": "xhtml", "contenttype": "text/html", "value": "<p>One.</p>"},
           {"role": "text", "contenttype": "text/plain", "value": "One."}])",
       "One."},
      {R"("body": "https://o.example/1", "description": "One.")", "One."},
      {R"("body": 7, "content": "One.")", "One."},
      {R"("body": "nan", "content": "One.")", "One."},
      {R"("content": "It sank at \u2026 [+678 chars]")", "It sank at \u2026"},
      {R"("content": "It sank at \u2026 [678 chars]")", "It sank at \u2026"},
      {R"("content": "It sank at [noon, chars]")", "It sank at [noon, chars]"},
      {R"("content": "&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;")", "One.\n\nTwo."},
      {R"("content": "I &lt;3 it &amp; you")", "I <3 it & you"},
      {R"("ocr_eng": "One.")", "One."},
      {R"("fields": {"bodyText": "One."})", "One."},
      {R"("_source": {"body": "One."})", "One."},
      {R"("fields.bodyText": "One.")", "One."},
  };
  for (const auto& [fields, expected] : cases) EXPECT_EQ(body(fields), expected) << fields;
  EXPECT_EQ(notes_.cut_short, 2u);
}

TEST_F(JsonValueTest, TakesTheLongestTextThatIsNoSummary) {
  EXPECT_EQ(
      body(R"("summary": "A longer summary of it all", "text": "One.", "content": "One. Two.")"),
      "One. Two.");
  EXPECT_EQ(body(R"("body_html": "<p>One.</p>", "body_text": "One.")"), "One.");
  EXPECT_EQ(body(R"("html": "<nav>Home</nav><p>One.</p>", "text": "One.")"), "One.");
  EXPECT_EQ(body(R"("description": "D.", "abstract": "Longer.")"), "Longer.");
}

TEST_F(JsonValueTest, DoesNotKeepAsAFieldWhatTheTextRepeats) {
  const std::string text(1'000, 'x');
  const auto found =
      with(R"("content": ")" + text + R"( y.", "body_html": "<p>)" + text + "</p>\"");
  EXPECT_EQ(found.body, text + " y.");
  for (const auto& field : found.fields) EXPECT_NE(field.name, "body_html");
}

TEST_F(JsonValueTest, ReadsHeadlinesOfEveryShape) {
  const Case cases[] = {
      {R"("headline": {"main": "T", "kicker": "K"})", "T"},
      {R"("title": {"rendered": "<b>T</b> &#8216;x&#8217;"})", "T \u2018x\u2019"},
      {R"("headlines": [{"role": "main", "value": "T"}, {"role": "sub", "value": "S"}])", "T"},
      {R"("title": "None", "heading": "T")", "T"},
      {R"("webTitle": "T")", "T"},
      {R"("title": {"en-US": "T"})", "T"},
      {R"("title": 1984)", "1984"},
      {R"("name": "T")", "T"},
      {R"("name": "N", "title": "T")", "T"},
      {R"("heading": "T", "articleText": "x", "title": {"id": "3", "value": "The Argus"})", "T"},
      {R"("title": "The Argus. [volume]", "ocr_eng": "x")", ""},
  };
  for (const auto& [fields, expected] : cases) EXPECT_EQ(headline(fields), expected) << fields;
}

TEST_F(JsonValueTest, ReadsDatesOfEveryShape) {
  const Case cases[] = {
      {R"("date": {"$date": "2020-01-02T03:04:00Z"})", "2020-01-02T03:04+00:00"},
      {R"("date": {"$date": {"$numberLong": "1577934240"}})", "2020-01-02T03:04+00:00"},
      {R"("date": {"year": 2020, "month": 1, "day": 2})", "2020-01-02"},
      {R"("date": [2020, 1, 2, 3, 4])", "2020-01-02"},
      {R"("date": ["2020-01-02", "2020-01-05"])", "2020-01-02"},
      {R"("date": {"date": "2020-01-02 03:04:00", "timezone_type": 3})", "2020-01-02T03:04"},
      {R"("published": true, "date": "2020-01-02")", "2020-01-02"},
      {R"("published": "soon", "created_at": "2020-01-02")", "2020-01-02"},
      {R"("article": {"published_time": "2020-01-02"})", "2020-01-02"},
      {R"("created": "2020-01-05", "published": "2020-01-02", "modified": "2020-01-09")",
       "2020-01-02"},
      {R"("publish_date": "01-02-2020", "warc_date": "2020-02-03T00:00:00Z")", "2020-01-02"},
      {R"("modified": "2020-01-02")", ""},
      {R"("published_parsed": [2020, 1, 2, 3, 4, 5, 3, 2, 0])", "2020-01-02"},
      {R"("published_at": {"S": "2020-01-02"})", "2020-01-02"},
      {R"("created_at": {"N": "1577934240"})", "2020-01-02T03:04+00:00"},
      {R"("created": 1577937840, "created_utc": 1577934240)", "2020-01-02T03:04+00:00"},
      // Year, month and day in fields of their own.
      {R"("year": 2020, "month": 1, "day": 2)", "2020-01-02"},
      {R"("day": "2.0", "month": "1.0", "year": "2020.0")", "2020-01-02"},
      {R"("Publication Year": "2020", "publication_month": "January")", "2020-01"},
      {R"("year": 2020, "month": "Jan", "day": 2)", "2020-01-02"},
      {R"("year": ["1899"])", "1899"},
      {R"("year": 2020, "month": "nan", "day": 2)", "2020"},
      {R"("year": 2020, "month": 1, "day": "Thursday")", "2020-01"},
      {R"("year": 2020, "month": 13, "day": 2)", "2020"},
      {R"("_source": {"year": 2020, "month": 1})", "2020-01"},
      {R"("date": "2021-05-06", "year": 2020)", "2021-05-06"},
      {R"("year": 20, "month": 1, "day": 2)", ""},
      {R"("year": 12345)", ""},
      {R"("month": 1, "day": 2)", ""},
      {R"("model": {"year": 2020})", ""},
  };
  for (const auto& [fields, expected] : cases) {
    const auto found = with(fields).published;
    EXPECT_EQ(found.dated() ? to_iso(found) : "", expected) << fields;
  }
}

TEST_F(JsonValueTest, TellsSourcesFromUrls) {
  struct {
    const char* fields;
    const char* source;
    const char* url;
  } const cases[] = {
      {R"("source": {"uri": "o.example", "title": "The Echo"})", "The Echo", ""},
      {R"("source": {"id": null, "name": "The Echo"})", "The Echo", ""},
      {R"("source": "https://www.o.example/2020/m", "source-hostname": "The Echo")", "The Echo",
       "https://www.o.example/2020/m"},
      {R"("source": "http://o.example")", "o.example", ""},
      {R"("source_url": "https://www.o.example", "link": "https://o.example/1")", "o.example",
       "https://o.example/1"},
      {R"("link": "https://o.example/1", "newspaper": "The Echo")", "The Echo",
       "https://o.example/1"},
      {R"("url": "None", "web_url": "https://o.example/1")", "", "https://o.example/1"},
      {R"("link": [{"rel": "alternate", "href": "https://o.example/1"}])", "",
       "https://o.example/1"},
      {R"("guid": "https://o.example/?p=1")", "", "https://o.example/?p=1"},
      {R"("media": [{"url": "https://o.example/1.jpg", "type": "image"}])", "", ""},
      {R"("media": [{"title": "A dog", "type": "image"}])", "", ""},
      {R"("media": "https://i.example/1.jpg", "link": "https://o.example/1")", "",
       "https://o.example/1"},
      {R"("media": "https://i.example/1.jpg")", "", ""},
      {R"("media": "The Echo")", "The Echo", ""},
      {R"("Source": {"Id": "1", "Name": "The Echo"})", "The Echo", ""},
      {R"("newspaper": {"S": "The Echo"})", "The Echo", ""},
      {R"("pubtitle": "The Echo")", "The Echo", ""},
      {R"("link": [{"rel": "self", "href": "https://o.example/feeds/1"},
           {"rel": "alternate", "href": "https://o.example/1"}])",
       "", "https://o.example/1"},
      {R"("source": 5)", "", ""},
  };
  for (const auto& one : cases) {
    const auto found = with(one.fields);
    EXPECT_EQ(found.source, one.source) << one.fields;
    EXPECT_EQ(found.url, one.url) << one.fields;
  }
}

TEST_F(JsonValueTest, IsIdentifiedByWhatIdentifies) {
  const Case cases[] = {
      {R"("id": 0)", "0"},
      {R"("id": "nan")", "f#1"},
      {R"("id": -1)", "f#1"},
      {R"("url": "N/A")", "f#1"},
      {R"("_id": {"$oid": "5f"})", "5f"},
      {R"("guid": "urn:x:1")", "urn:x:1"},
      {R"("uri": "x:1", "id": "0")", "0"},
      {R"("story_id": 17)", "17"},
      {R"("uuid": "-", "docno": "AP1")", "AP1"},
  };
  for (const auto& [fields, expected] : cases) EXPECT_EQ(with(fields).id, expected) << fields;
}

TEST_F(JsonValueTest, KnowsLanguagesByNameAndCode) {
  const Case cases[] = {{"en-GB", "en"},   {"EN", "en"},      {"eng", "en"},
                        {"English", "en"}, {"deutsch", "de"}, {"fran\u00e7ais", "fr"},
                        {"pt_BR", "pt"},   {"None", ""},      {"Martian", ""}};
  for (const auto& [name, code] : cases) {
    EXPECT_EQ(with("\"language\": \"" + std::string(name) + "\"").language, code) << name;
  }
}

TEST_F(JsonValueTest, KeepsAnObjectThatIsNoPart) {
  const auto found = with(R"("source": {"code": "E1", "rank": 3})");
  EXPECT_EQ(found.source, "");
  ASSERT_EQ(found.fields.size(), 2u);
  EXPECT_EQ(found.fields.front().name, "source_code");
}

TEST_F(JsonValueTest, NotesArticlesWithoutTextAndWhatWasNotUsed) {
  body(R"("colour": "red", "essay": ")" + std::string(5'000, 'x') + "\"");
  EXPECT_EQ(notes_.textless.articles, 1u);
  EXPECT_EQ(notes_.textless.unused.at("essay").longest, 5'000u);
  EXPECT_EQ(notes_.textless.unused.at("colour").example, "red");
  body(R"("text": "B")");
  EXPECT_EQ(notes_.textless.articles, 1u);
}

TEST_F(JsonValueTest, SurveysWhichFieldEachPartCameFrom) {
  notes_.survey.emplace();
  with(R"("webPublicationDate": "2020-01-02", "colour": "red")");
  const auto& parts = notes_.survey->parts;
  EXPECT_EQ(parts[static_cast<std::size_t>(Role::kDate)].at("webPublicationDate").articles, 1u);
  EXPECT_EQ(parts[static_cast<std::size_t>(Role::kHeadline)].at("title").example, "T");
  EXPECT_EQ(notes_.survey->unused.at("colour").example, "red");
}

}  // namespace
}  // namespace dateline::indexer
