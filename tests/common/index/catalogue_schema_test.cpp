#include "common/index/catalogue_schema.h"

#include <gmock/gmock.h>

#include "common/index/article_record.h"

namespace dateline {
namespace {

using namespace std::chrono_literals;
using testing::AllOf;
using testing::Contains;
using testing::Each;
using testing::ElementsAre;
using testing::IsSupersetOf;
using testing::Not;
using testing::SizeIs;
using testing::StartsWith;

Article dated(Precision precision) {
  Article article;
  article.id = "story";
  article.published.local = std::chrono::local_days{2023y / 1 / 13};
  article.published.precision = precision;
  return article;
}

std::vector<std::string> terms_of(const Article& article) {
  return CatalogueEntryMaker().make(article).terms;
}

TEST(CatalogueSchema, GivesADatedArticleItsDayMonthAndYear) {
  EXPECT_THAT(terms_of(dated(Precision::kDay)),
              ElementsAre("D20230113", "M202301", id_term("story"), "Y2023"));
}

TEST(CatalogueSchema, GivesAnArticleOfAMonthNoDay) {
  EXPECT_THAT(terms_of(dated(Precision::kMonth)),
              ElementsAre("M202301", id_term("story"), "Y2023"));
}

TEST(CatalogueSchema, MarksUndatedArticles) {
  const CatalogueEntry entry = CatalogueEntryMaker().make(dated(Precision::kNone));
  EXPECT_THAT(entry.terms, ElementsAre(id_term("story"), "U"));
  EXPECT_EQ(entry.date, "");
}

TEST(CatalogueSchema, GivesEveryFieldItsWordsAndPairs) {
  Article article = dated(Precision::kNone);
  article.byline = "Jane Doe";
  article.fields = {{"topics", "sea"}, {"topics", "sea wall"}};
  EXPECT_THAT(terms_of(article), IsSupersetOf({"Fbyline:doe", "Fbyline:jane", "Fbyline:jane doe",
                                               "Ftopics:sea", "Ftopics:sea wall", "Ftopics:wall"}));
}

TEST(CatalogueSchema, PairsNoWordsOfTwoValues) {
  Article article = dated(Precision::kNone);
  article.fields = {{"topics", "sea"}, {"topics", "wall"}};
  EXPECT_THAT(terms_of(article), Not(Contains("Ftopics:sea wall")));
}

TEST(CatalogueSchema, GivesUrlsWordsWithoutPairsAndIdsNone) {
  Article article = dated(Precision::kNone);
  article.id = article.url = "https://example.org/harbour";
  EXPECT_THAT(terms_of(article), AllOf(Contains("Furl:harbour"), Not(Contains(StartsWith("Fid:"))),
                                       Not(Contains("Furl:org harbour"))));
}

TEST(CatalogueSchema, TakesNoWordsFromHeadlineAndBody) {
  Article article = dated(Precision::kNone);
  article.headline = article.body = "Harbour wall holds";
  EXPECT_THAT(terms_of(article), SizeIs(2));
}

TEST(CatalogueSchema, KeepsTermsWithinWhatXapianTakes) {
  Article article = dated(Precision::kNone);
  article.byline = std::string(500, 'a') + ' ' + std::string(500, 'b');
  article.fields = {{std::string(500, 'n'), article.byline}};
  EXPECT_THAT(terms_of(article), Each(SizeIs(testing::Le(195U))));
}

TEST(CatalogueSchema, KeepsTheRecordOfTheArticle) {
  const Article article = dated(Precision::kDay);
  EXPECT_EQ(CatalogueEntryMaker().make(article).record, encode_article_record(article));
}

TEST(DateValue, SortsByTimeAndReadsBack) {
  EXPECT_LT(date_value(0x00ff'ffff), date_value(0x0100'0000));
  for (const DateCode code : {kUndated, 1U, 0x8001'02ffU}) {
    EXPECT_EQ(parse_date_value(date_value(code)), code);
  }
  EXPECT_EQ(parse_date_value("abc"), kUndated);
}

}  // namespace
}  // namespace dateline
