#include "indexer/sources/parse.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace dateline::indexer {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class ReutersArticleTest : public ::testing::Test {
 protected:
  Article read(std::string element) {
    RawDocument document;
    document.origin.file = "reut2-000.sgm";
    document.ordinal = 1;
    document.format = Format::kReuters21578;
    document.bytes = std::move(element);
    return std::get<Article>(parse(std::move(document), {}, notes_).at(0));
  }

  // A story with this text element.
  Article read_text(std::string_view text) {
    return read(
        fmt::format("<REUTERS NEWID=\"7\"><DATE>26-FEB-1987 15:01:01.79</DATE>{}</REUTERS>", text));
  }
  Article read_body(std::string_view body) {
    return read_text(fmt::format("<TEXT>&#2;\n<TITLE>T</TITLE><BODY>{}</BODY></TEXT>", body));
  }
  std::string published(std::string_view date) {
    return to_iso(
        read(fmt::format("<REUTERS NEWID=\"7\"><DATE>{}</DATE><TEXT></TEXT></REUTERS>", date))
            .published);
  }

  SourceNotes notes_;
};

TEST_F(ReutersArticleTest, ReadsAStoryAsItWasFiled) {
  const auto found = read(
      "<REUTERS TOPICS=\"YES\" OLDID=\"5544\" NEWID=\"12\">\n<DATE>26-FEB-1987 15:01:01.79</DATE>\n"
      "<TOPICS><D>tin</D><D>zinc</D></TOPICS>\n<PLACES><D>malta</D></PLACES>\n<PEOPLE></PEOPLE>\n"
      "<EXCHANGES><D>lme</D></EXCHANGES>\n<UNKNOWN>&#5;&#5;&#5;C T</UNKNOWN>\n"
      "<TEXT>&#2;\n<TITLE>TIN MAKERS &lt;TMK> MEET</TITLE>\n<AUTHOR>    By Jane Doe, "
      "Reuters</AUTHOR>\n"
      "<DATELINE>    VALLETTA, Feb 26 - </DATELINE><BODY>Tin makers met on\nThursday.\n"
      "    They agreed, a record-\nbreaking first.\n Reuter\n&#3;</BODY></TEXT>\n</REUTERS>");
  EXPECT_EQ(found.id, "reuters21578:12");
  EXPECT_EQ(found.headline, "TIN MAKERS <TMK> MEET");
  EXPECT_EQ(
      found.body,
      "VALLETTA, Feb 26 - Tin makers met on Thursday.\n\nThey agreed, a record-breaking first.");
  EXPECT_EQ(found.byline, "By Jane Doe, Reuters");
  EXPECT_EQ(found.place, "VALLETTA");
  EXPECT_EQ(found.source, "Reuters");
  EXPECT_EQ(to_iso(found.published), "1987-02-26T15:01");
  EXPECT_EQ(found.published.origin, DateOrigin::kField);
  EXPECT_THAT(found.fields,
              ElementsAre(ArchiveField{"topics", "tin"}, ArchiveField{"topics", "zinc"},
                          ArchiveField{"places", "malta"}, ArchiveField{"exchanges", "lme"}));
}

TEST_F(ReutersArticleTest, ReadsOddDates) {
  EXPECT_EQ(published("  3-MAR-1987  09:15:05.40"), "1987-03-03T09:15");
  EXPECT_EQ(published("27-MAR-1987 00:02:59.13&#5;&#5;&#5;RM"), "1987-03-27T00:02");
  EXPECT_EQ(published(" 7-APR-1987 16:22:00.0"), "1987-04-07T16:22");
  EXPECT_EQ(published("31-MAR-1987 605:12:19.12"), "1987-03-31");  // no such hour
  EXPECT_EQ(published("9-APR-1987 00:00:00.00    # a guess by J. Roe "), "1987-04-09");
  EXPECT_EQ(notes_.unread_dates, 0u);
}

TEST_F(ReutersArticleTest, IsUndatedWhereTheDateCannotBeRead) {
  EXPECT_EQ(published("soon"), "");
  EXPECT_EQ(notes_.unread_dates, 1u);
}

TEST_F(ReutersArticleTest, CutsOffEverySignOff) {
  for (const auto* end : {"Reuter\n&#3;", "REUTER...\n&#3;", " REUTER^M\n&#3;",
                          " Reuter\n Reuters\n\n&#3;", "&#3;"}) {
    SCOPED_TRACE(end);
    EXPECT_EQ(read_body(fmt::format("Tin fell.\n {}", end)).body, "Tin fell.");
  }
}

TEST_F(ReutersArticleTest, KeepsALastSentenceThatNamesTheAgency) {
  EXPECT_EQ(read_body("Tin fell, they told\nReuters, twice.\n&#3;").body,
            "Tin fell, they told Reuters, twice.");
}

TEST_F(ReutersArticleTest, KeepsLinesOfTables) {
  EXPECT_EQ(read_body("Stocks:\n    Tin  10\n    Zinc 20\n stood\n").body,
            "Stocks:\n\nTin  10\n\nZinc 20\nstood");
}

TEST_F(ReutersArticleTest, TakesPlaceOutOfEveryDateline) {
  const std::vector<std::pair<std::string_view, std::string_view>> cases = {
      {"    SALVADOR, Feb 26 - ", "SALVADOR"},
      {"    ROCHESTER, N.Y., Feb 26 -\n    ", "ROCHESTER, N.Y."},
      {"    RICHMOND, Va. Feb 26 -\n    ", "RICHMOND, Va."},
      {"    AMSTERDAM, 2 March - ", "AMSTERDAM"},
      {"     Caracas, feb 26 - ", "Caracas"},
      {"    MONTREAL, Feb 26-\n    ", "MONTREAL"},
      {"    BADEN-BADEN, MArch  2 - ", "BADEN-BADEN"},
      {"    ROME - ", "ROME"},
      {"", ""},
  };
  for (const auto& [dateline, place] : cases) {
    SCOPED_TRACE(dateline);
    EXPECT_EQ(read_text(fmt::format("<TEXT><DATELINE>{}</DATELINE></TEXT>", dateline)).place,
              place);
  }
}

TEST_F(ReutersArticleTest, LosesNothingThatStandsBehindADateline) {
  const auto found = read_text(
      "<TEXT><DATELINE>    ROME, March 2 - An anti- </DATELINE><BODY>inflation "
      "plan.\n</BODY></TEXT>");
  EXPECT_EQ(found.body, "ROME, March 2 - An anti-inflation plan.");
}

TEST_F(ReutersArticleTest, HasNoBodyInABriefStory) {
  const auto found = read_text(
      "<TEXT TYPE=\"BRIEF\">&#2;\n******<TITLE>TIN FALLS\n</TITLE>Blah blah "
      "blah.\n&#3;\n\n</TEXT>");
  EXPECT_EQ(found.headline, "TIN FALLS");
  EXPECT_EQ(found.body, "");
}

TEST_F(ReutersArticleTest, KeepsTheLinesOfUnprocessedStories) {
  const auto found = read_text(
      "<TEXT TYPE=\"UNPROC\">&#2;\nTIN STOCKS &amp; PRICES\n    At noon\n Malta....10  \n\n\n "
      "Gozo......5\n Reuter\n&#3;\n</TEXT>");
  EXPECT_EQ(found.headline, "TIN STOCKS & PRICES");
  EXPECT_EQ(found.body, "    At noon\n Malta....10\n\n Gozo......5");
}

TEST_F(ReutersArticleTest, DecodesReferencesAndDropsSignsOfTheWire) {
  EXPECT_EQ(read_body("A&amp;B &lt;AB> &#127;100&#27; pct &unknown; R&D &#252;").body,
            "A&B <AB> 100 pct &unknown; R&D \u00fc");
}

TEST_F(ReutersArticleTest, ReadsLatin) {
  EXPECT_EQ(read_body("M\xfcnchen").body, "M\u00fcnchen");
  EXPECT_EQ(notes_.encodings.at("windows-1252").articles, 1u);
}

TEST_F(ReutersArticleTest, IsIdentifiedByOriginWithoutNumber) {
  EXPECT_EQ(read("<REUTERS><TEXT></TEXT></REUTERS>").id, "reut2-000.sgm#1");
}

TEST_F(ReutersArticleTest, SurvivesACutAtEveryByte) {
  const std::string whole =
      "<REUTERS NEWID=\"1\"><DATE>26-FEB-1987 15:01:01.79</DATE><TOPICS><D>tin</D></TOPICS>"
      "<TEXT TYPE=\"NORM\">&#2;<TITLE>A &amp; B</TITLE><DATELINE>ROME, Feb 2 - </DATELINE>"
      "<BODY>One.\n    Two.\n Reuter\n&#3;</BODY></TEXT></REUTERS>";
  for (std::size_t size = 0; size < whole.size(); ++size) {
    RawDocument document;
    document.origin.file = "cut";
    document.format = Format::kReuters21578;
    document.bytes = whole.substr(0, size);
    const auto parsed = parse(std::move(document), {}, notes_).at(0);
    const auto* article = std::get_if<Article>(&parsed);
    EXPECT_TRUE(article == nullptr || !article->id.empty());
  }
}

}  // namespace
}  // namespace dateline::indexer
