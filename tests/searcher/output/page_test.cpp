#include "searcher/output/page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "searcher/output/wording.h"
#include "tests/searcher/output/results.h"

namespace dateline::searcher {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(HitsPage, ShowsEachPartOfAHitOnALineOfItsOwn) {
  EXPECT_EQ(hits_page(full_result(), {}),
            " 1. Harbour reopens after storm\n"
            "    Coastal Gazette · 2023-01-13 09:41+05:30 · ÖSTERMOUTH\n"
            "    The harbour of Östermouth reopened.\n"
            "    also in Sentinel, Courier and 3 more\n"
            "    other versions: Coastal Gazette\n"
            "    gazette/17\n"
            "\n"
            " 2. Harbour reopens after storm\n"
            "    Coastal Gazette · 2023-03 · ÖSTERMOUTH\n"
            "    The harbour of Östermouth reopened.\n"
            "    also in Sentinel, Courier and 3 more\n"
            "    other versions: Coastal Gazette\n"
            "    gazette/18\n"
            "\n"
            "1-2 of 201 in 234 articles, 12 undated left out\n"
            "Did you mean: harbour date:2022?\n");
}

TEST(ReadingPage, ShowsWhatWasNotTyped) {
  const struct {
    std::string query;
    std::string read_as;
    std::string line;
  } cases[] = {
      {"oil w/5 price", "oil NEAR/5 price", "Read as: oil NEAR/5 price\n"},
      {"oil | gas", "oil OR gas", "Read as: oil OR gas\n"},
      {"a OR b c", "a OR (b AND c)", "Read as: a OR (b AND c)\n"},
      {"date:mar 1987", "date:1987-03", "Read as: date:1987-03\n"},
      {"oil price", "oil AND price", ""},
      {"oil -gas (a OR b)", "oil AND NOT gas AND (a OR b)", ""},
      {"oil NEAR/5 price", "oil NEAR/5 price", ""},
      {"Headline:oil", "headline:oil", ""},
      {"", "date:2008", ""},  // --since alone
  };
  for (const auto& [query, read_as, line] : cases) {
    SearchResult result = sparse_result();
    result.query = query;
    result.read_as = read_as;
    EXPECT_EQ(reading_page(result, {}), line) << query;
    result.explanation = Explanation{};
    EXPECT_EQ(reading_page(result, {}), "") << query;
  }
}

TEST(HitsPage, TellsCopiesInTheSameSourceByTheirDateAndOthersByTheirId) {
  SearchResult result = full_result();
  const PublicationTime day = result.hits[0].article.published;
  result.hits.resize(1);
  result.hits[0].versions.reset();
  result.hits[0].copies = {2, {{"x/1", "Coastal Gazette", "", day}, {"x/2", "", "", {}}}};
  EXPECT_THAT(hits_page(result, {}),
              HasSubstr("    also in Coastal Gazette of 2023-01-13 09:41+05:30 and x/2\n"));
}

TEST(HitsPage, SaysWhatIsNotKnown) {
  EXPECT_EQ(hits_page(sparse_result(), {}),
            " 1. (no headline)\n"
            "    undated\n"
            "    Ferries sail again.\n"
            "    notes/a b.txt\n"
            "\n"
            "1-1 of about 1\n");
}

TEST(HitsPage, ColoursAndWrapsForATerminal) {
  const std::string page = hits_page(full_result(), {Colour::kOn, 30});
  EXPECT_THAT(page, HasSubstr(" 1. \x1b[1;31mHarbour\x1b[0m\x1b[1m reopens after\x1b[0m\n"
                              "    \x1b[1mstorm\x1b[0m\n"));
  EXPECT_THAT(page, HasSubstr("    The \x1b[1;31mharbour\x1b[0m of Östermouth\n    reopened.\n"));
}

TEST(HitsPage, SurvivesATerminalTooNarrowForAnything) {
  EXPECT_THAT(hits_page(full_result(), {Colour::kOff, 1}), HasSubstr("Harbour reopens"));
}

TEST(HitsPage, LetsNothingThroughThatDrivesATerminal) {
  const std::string evil = "x\x1b[2J\xc2\x9b\u202e\x7f\xff\ny";
  SearchResult result = full_result();
  Hit& hit = result.hits.front();
  for (std::string* text :
       {&hit.article.id, &hit.article.source, &hit.article.place, &hit.headline.text,
        &hit.snippet.text, &hit.copies->listed.front().source}) {
    *text = evil;
  }
  const std::string page = hits_page(result, {});
  for (const auto* raw : {"\x1b", "\xc2\x9b", "\u202e", "\x7f", "\xff"}) {
    EXPECT_THAT(page, Not(HasSubstr(raw)));
  }
  EXPECT_THAT(page, HasSubstr(" 1. x\\x1b[2J\\u{9b}\\u{202e}\\x7f\\xff y\n"));
}

TEST(TotalsLine, CountsWhatIsShownAndWhatIsNot) {
  SearchResult result = full_result();
  result.hits.clear();
  EXPECT_EQ(totals_line(result),
            "234 articles, none shown, 201 with copies as one, 12 undated left out");
  result.groups.reset();
  result.total = {1, false};
  result.undated_left_out.reset();
  EXPECT_EQ(totals_line(result), "about 1 article, none shown");
  result.total = {0, true};
  EXPECT_EQ(totals_line(result), "no article found");
}

TEST(ArticlePage, ShowsEverythingThatIsKnown) {
  const Article article = full_result().hits.front().article;
  EXPECT_EQ(article_page(article, {{article.headline, {}}, {article.body, {}}}, {}),
            "Harbour reopens after storm\n"
            "Coastal Gazette · CNA · 2023-01-13 09:41+05:30 · ÖSTERMOUTH\n"
            "By Ann Example · Regional\n"
            "https://gazette.example/17\n"
            "topics: ship, storm\n"
            "places: coast\n"
            "\n"
            "The harbour of Östermouth reopened.\n"
            "\n"
            "Ferries sail again.\n");
}

TEST(ArticlePage, NamesAnAgencyThatIsTheSourceOnce) {
  Article article;
  article.source = article.agency = "CNA";
  EXPECT_EQ(article_page(article, {}, {}), "(no headline)\nCNA · undated\n");
}

TEST(ArticlePage, WrapsAndLightsTheText) {
  const Article article = full_result().hits.front().article;
  const ArticleText text{{article.headline, {}}, {article.body, {{37, 44}}}};
  EXPECT_THAT(
      article_page(article, text, {Colour::kOn, 24}),
      HasSubstr("The harbour of\nÖstermouth reopened.\n\n\x1b[1;31mFerries\x1b[0m sail again.\n"));
}

TEST(ArticlePage, EscapesTheArchivesOwnFields) {
  Article article = full_result().hits.front().article;
  article.fields = {{"topics", "\x1b]0;evil\a"}};
  EXPECT_THAT(article_page(article, {{article.headline, {}}, {}}, {}),
              HasSubstr("topics: \\x1b]0;evil\\x07\n"));
}

}  // namespace
}  // namespace dateline::searcher
