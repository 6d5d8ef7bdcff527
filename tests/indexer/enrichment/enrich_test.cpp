#include "indexer/enrichment/enrich.h"

#include <gtest/gtest.h>

#include "indexer/enrichment/date_text.h"

namespace dateline::indexer {
namespace {

Article with_body(std::string body) {
  Article article;
  article.body = std::move(body);
  return article;
}

Article enriched(Article article, const Origin& origin = {}) {
  enrich(article, origin, {});
  return article;
}

PublicationTime field_date(std::string_view text) {
  PublicationTime time = *parse_date_text(text);
  time.origin = DateOrigin::kField;
  return time;
}

TEST(Enrich, FillsWhatTheDatelineTellsAndKeepsItInTheBody) {
  const std::string body =
      "By Jane Doe WASHINGTON (UrduPoint News / Sputnik - 13th January, 2023) Talks opened.";
  const Article article = enriched(with_body(body));
  EXPECT_EQ(article.place, "WASHINGTON");
  EXPECT_EQ(article.agency, "UrduPoint News / Sputnik");
  EXPECT_EQ(article.source, "UrduPoint News / Sputnik");
  EXPECT_EQ(article.byline, "Jane Doe");
  EXPECT_EQ(to_iso(article.published), "2023-01-13");
  EXPECT_EQ(article.published.origin, DateOrigin::kDateline);
  EXPECT_EQ(article.body, body);
}

TEST(Enrich, ReplacesNothingThatTheArchiveSays) {
  Article article = with_body("PARIS (Reuters) - Talks opened.");
  article.place = "Lyon";
  article.agency = "AFP";
  article.source = "example.com";
  article.byline = "Jane Doe";
  article.url = "http://other.example.com/2006/10/20/a";
  article.published = field_date("2007-01-02");
  const Article before = article;
  article = enriched(article);
  EXPECT_EQ(article.place, before.place);
  EXPECT_EQ(article.agency, before.agency);
  EXPECT_EQ(article.source, before.source);
  EXPECT_EQ(article.byline, before.byline);
  EXPECT_EQ(article.published, before.published);
}

TEST(Enrich, PrefersFieldThenDatelineThenPaths) {
  const Origin origin{"20010101/a", "2002/02/02/b", 0};
  Article article = with_body("PARIS, May 4, 2004 (AFP) - Talks opened.");
  article.url = "http://example.com/2003/03/03/c?d=2009/09/09/";
  EXPECT_EQ(to_iso(enriched(article, origin).published), "2004-05-04");
  article.body = "Talks opened.";
  EXPECT_EQ(to_iso(enriched(article, origin).published), "2003-03-03");
  article.url.clear();
  EXPECT_EQ(to_iso(enriched(article, origin).published), "2002-02-02");
  EXPECT_EQ(to_iso(enriched(article, {"20010101/a", "b", 0}).published), "2001-01-01");
  EXPECT_EQ(enriched(article, origin).published.origin, DateOrigin::kPath);
}

TEST(Enrich, CompletesADatelineDayFromTheYearThatIsKnown) {
  const Article article = with_body("PARIS, Dec 31 (AFP) - Talks opened.");
  EXPECT_EQ(to_iso(enriched(article, {"20061231/a", "", 0}).published), "2006-12-31");
  EXPECT_EQ(to_iso(enriched(article, {"20070102/a", "", 0}).published), "2006-12-31");
  EXPECT_EQ(enriched(article, {"20070102/a", "", 0}).published.origin, DateOrigin::kDateline);
  EXPECT_FALSE(enriched(article).published.dated());  // no year anywhere
}

TEST(Enrich, DropsALeapDayThatNoYearNearbyHas) {
  const Article article = with_body("PARIS, Feb 29 (AFP) - Talks opened.");
  EXPECT_EQ(to_iso(enriched(article, {"20070301/a", "", 0}).published), "2008-02-29");
  EXPECT_EQ(to_iso(enriched(article, {"19010301/a", "", 0}).published), "1901-03-01");
}

TEST(Enrich, RefinesAMonthToADayInsideIt) {
  Article article = with_body("PARIS, March 3 (AFP) - Talks opened.");
  article.published = field_date("March 2004");
  EXPECT_EQ(to_iso(enriched(article).published), "2004-03-03");
  article.published = field_date("May 2004");
  EXPECT_EQ(to_iso(enriched(article).published), "2004-05");
}

TEST(Enrich, DatesNothingByWeekday) {
  EXPECT_FALSE(
      enriched(with_body("PARIS, Friday (AFP) - Talks opened on Friday.")).published.dated());
}

TEST(Enrich, FindsTheAgencyInBylineAndSource) {
  Article article = with_body("Talks opened.");
  article.byline = "By JANE DOE, AP";
  article.source = "The Example";
  article = enriched(article);
  EXPECT_EQ(article.byline, "JANE DOE");
  EXPECT_EQ(article.agency, "AP");
  EXPECT_EQ(article.source, "The Example");

  article = with_body("Talks opened.");
  article.source = "Reuters";
  EXPECT_EQ(enriched(article).agency, "Reuters");
}

TEST(Enrich, TakesTheBylineOffTheTopOfTheText) {
  EXPECT_EQ(enriched(with_body("By Jane Doe\n\nTalks opened.")).byline, "Jane Doe");
  EXPECT_EQ(enriched(with_body("By Jane Doe")).byline, "");  // that is all the text there is
}

TEST(Enrich, NamesTheSourceAfterTheHost) {
  Article article = with_body("PARIS (Reuters) - Talks opened.");
  article.url = "https://www.example.com:80/a";
  EXPECT_EQ(enriched(article).source, "example.com");
  article.url = "no url";
  EXPECT_EQ(enriched(article).source, "Reuters");
}

TEST(Enrich, ShortensLanguageTags) {
  Article article = with_body("Talks opened.");
  article.language = "PT-br";
  EXPECT_EQ(enriched(article).language, "pt");
  article.language = "en_GB";
  EXPECT_EQ(enriched(article).language, "en");
}

TEST(Enrich, FallsBackToTheLanguageOfTheOptions) {
  Article article = with_body("1 2 3");
  enrich(article, {}, {.language = "de"});
  EXPECT_EQ(article.language, "de");
}

}  // namespace
}  // namespace dateline::indexer
