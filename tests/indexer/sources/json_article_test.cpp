#include "indexer/sources/parse.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/error.h"
#include "indexer/sources/kept_fields.h"
#include "tests/throws_error.h"

namespace dateline::indexer {
namespace {

using dateline::test::throws_error;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class JsonArticleTest : public ::testing::Test {
 protected:
  std::vector<ParsedArticle> read_all(std::string json) {
    return parse({{"news.jsonl", "", 12}, 12, Format::kJson, std::move(json)}, options_, notes_);
  }
  ParsedArticle read(std::string json) { return read_all(std::move(json)).at(0); }
  Article article(std::string json) { return std::get<Article>(read(std::move(json))); }
  std::string reason(std::string json) {
    return std::get<BadArticle>(read(std::move(json))).reason;
  }

  ParseOptions options_;
  SourceNotes notes_;
};

// A comma within a name says that the family's comes first, so another sign parts the names.
TEST_F(JsonArticleTest, KeepsTheSemicolonsBetweenNamesThatHoldCommas) {
  EXPECT_EQ(article(R"({"text": "It rained.", "byline": "Roe, Leo; van der Berg, Anna"})").byline,
            "Roe, Leo; van der Berg, Anna");
  EXPECT_EQ(article(R"({"text": "It rained.", "authors": ["Roe, Leo", "Penn, Ann"]})").byline,
            "Roe, Leo; Penn, Ann");
}

TEST_F(JsonArticleTest, KnowsFieldsByTheirUsualNames) {
  const auto found =
      article(R"({"title": " Rain\nin the  north ", "maintext": "It rained.\nIt poured.",
      "date_publish": "2017-05-01 14:04:36", "authors": ["Jane Doe", "Juan Roe"], "language": "en-GB",
      "source_domain": "example.org", "url": "https://example.org/rain", "category": "Weather"})");
  EXPECT_EQ(found.headline, "Rain in the north");
  EXPECT_EQ(found.body, "It rained.\n\nIt poured.");
  EXPECT_EQ(found.byline, "Jane Doe, Juan Roe");
  EXPECT_EQ(found.language, "en");
  EXPECT_EQ(found.source, "example.org");
  EXPECT_EQ(found.section, "Weather");
  EXPECT_EQ(to_iso(found.published), "2017-05-01T14:04");
  EXPECT_EQ(found.published.origin, DateOrigin::kField);
  EXPECT_THAT(found.fields, IsEmpty());
}

TEST_F(JsonArticleTest, IsIdentifiedByIdThenUrlThenOrigin) {
  EXPECT_EQ(article(R"({"url": "u", "id": 17, "title": "x"})").id, "17");
  EXPECT_EQ(article(R"({"url": "u", "id": "", "title": "x"})").id, "u");
  EXPECT_EQ(article(R"({"title": "x"})").id, "news.jsonl#12");
}

TEST_F(JsonArticleTest, TakesMappedFieldsBeforeUsualOnes) {
  options_.fields.add("headline=Hed");
  options_.fields.add("body=copy");
  const auto found =
      article(R"({"headline": "Usual", "hed": "Mapped", "copy": "Text", "text": "Other"})");
  EXPECT_EQ(found.headline, "Mapped");
  EXPECT_EQ(found.body, "Text");
  EXPECT_THAT(found.fields, ElementsAre(ArchiveField{"text", "Other"}));
}

TEST_F(JsonArticleTest, FallsBackOnUsualFieldsWhereTheMappedIsMissing) {
  options_.fields.add("headline=hed");
  EXPECT_EQ(article(R"({"title": "Usual"})").headline, "Usual");
}

TEST_F(JsonArticleTest, KeepsOtherFieldsAsPrinted) {
  const auto found = article(R"({"title": "x", "Word Count": 300, "Paid": true, "score": 0.5,
      "tags": ["grain", "wheat"], "nothing": null, "nested": {"a": 1, "B c": {"d": "e"}}})");
  EXPECT_THAT(found.fields,
              ElementsAre(ArchiveField{"word_count", "300"}, ArchiveField{"paid", "true"},
                          ArchiveField{"score", "0.5"}, ArchiveField{"tags", "grain"},
                          ArchiveField{"tags", "wheat"}, ArchiveField{"nested_a", "1"},
                          ArchiveField{"nested_b_c_d", "e"}));
  EXPECT_EQ(notes_.beyond.articles, 0u);
}

TEST_F(JsonArticleTest, CountsWhatIsBeyondTheBoundsOfKeptFields) {
  const std::string longest(kMaxFieldBytes, 'x');
  const auto found =
      article(R"({"title": "x", "fits": ")" + longest + R"(", "long": "y)" + longest +
              R"(", "a": {"b": {"c": {"d": {"e": {"f": {"g": {"h": 1}}}}}}}})");
  EXPECT_THAT(found.fields, ElementsAre(ArchiveField{"fits", longest}));
  EXPECT_EQ(notes_.beyond.articles, 1u);
  EXPECT_EQ(notes_.beyond.unused.at("long").longest, longest.size() + 1);
  EXPECT_THAT(notes_.beyond.unused, SizeIs(2));
}

TEST_F(JsonArticleTest, KeepsNoMoreFieldsThanTheLimit) {
  std::string json = R"({"title": "x", "tags": [)";
  for (int i = 0; i < 2'000; ++i) json += "\"t\",";
  json.back() = ']';
  EXPECT_THAT(article(json + "}").fields, SizeIs(kMaxFieldValues));
}

TEST_F(JsonArticleTest, TakesTheNamesOfDescribedPeople) {
  const auto found = article(R"({"title": "x", "author": [{"name": "Jane Doe"}, {"age": 4}],
                                 "publisher": {"name": "The Courier"}})");
  EXPECT_EQ(found.byline, "Jane Doe");
  EXPECT_EQ(found.source, "The Courier");
}

TEST_F(JsonArticleTest, JoinsLinesThatWereWrappedByHand) {
  EXPECT_EQ(
      article(
          R"({"text": "The council said on Monday that a sum of\nmillions had been spent on the bridge that\nnobody needs."})")
          .body,
      "The council said on Monday that a sum of millions had been spent on the bridge that nobody "
      "needs.");
}

TEST_F(JsonArticleTest, CountsDatesThatItCannotRead) {
  EXPECT_FALSE(article(R"({"title": "x", "date": "one fine day"})").published.dated());
  EXPECT_FALSE(article(R"({"title": "x"})").published.dated());
  EXPECT_EQ(notes_.unread_dates, 1u);
}

TEST_F(JsonArticleTest, IsAnEmptyStoryWhereTheFieldsAreEmpty) {
  const auto found = article(R"({"title": "", "text": null})");
  EXPECT_EQ(found.headline + found.body, "");
}

TEST_F(JsonArticleTest, RefusesAnObjectWithoutAnyFieldForText) {
  EXPECT_THAT(reason(R"({"colour": "x", "name": "y"})"), HasSubstr("map one"));
}

TEST_F(JsonArticleTest, RefusesWhatIsNotJson) {
  for (const auto* json : {"{\"title\": }", "{title: 1}", "{\"a\":01}", "{\"title\": \"C:\\d\"}"}) {
    EXPECT_THAT(reason(json), HasSubstr("not valid JSON")) << json;
  }
}

TEST_F(JsonArticleTest, RefusesNestingWithoutEnd) {
  const std::string deep = std::string(2'000, '[') + std::string(2'000, ']');
  EXPECT_THAT(reason(R"({"title": "x", "a": )" + deep + "}"), HasSubstr("not valid JSON"));
}

TEST_F(JsonArticleTest, ReadsTheNumbersThatPythonWrites) {
  const auto found = article(R"({"title": "A NaN", "a": NaN, "b": [-Infinity, Infinity, 2]})");
  EXPECT_EQ(found.headline, "A NaN");
  EXPECT_THAT(found.fields, ElementsAre(ArchiveField{"b", "2"}));
  EXPECT_EQ(notes_.repaired, 0u);
}

TEST_F(JsonArticleTest, RepairsHalvesOfCharacters) {
  EXPECT_EQ(article(R"({"title": "a \ud83d b \udcf0 \ud83d\udcf0 \\ud83d"})").headline,
            "a \ufffd b \ufffd \U0001f4f0 \\ud83d");
  EXPECT_EQ(notes_.repaired, 1u);
}

TEST_F(JsonArticleTest, ReadsJsonInOtherEncodings) {
  EXPECT_EQ(article("{\"title\": \"Caf\xe9\"}").headline, "Caf\u00e9");
  EXPECT_EQ(notes_.encodings.at("windows-1252").articles, 1u);
}

TEST(FieldMap, RefusesMappingsThatItCannotRead) {
  for (const auto* mapping : {"", "headline", "headline=", "=hed", "hed=headline"}) {
    SCOPED_TRACE(mapping);
    EXPECT_THAT([&] { FieldMap().add(mapping); },
                throws_error(ErrorKind::kUsage, "PART is one of headline"));
  }
}

}  // namespace
}  // namespace dateline::indexer
