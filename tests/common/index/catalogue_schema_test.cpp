#include "common/index/catalogue_schema.h"

#include <gmock/gmock.h>

namespace dateline {
namespace {

using testing::Contains;
using testing::Each;
using testing::IsEmpty;
using testing::IsSupersetOf;
using testing::Not;
using testing::SizeIs;

std::vector<std::string> terms_of(const Article& article) {
  return CatalogueEntryMaker().make(article).terms;
}

TEST(CatalogueSchema, GivesEveryFieldItsWordsAndPairs) {
  Article article;
  article.byline = "Jane Doe";
  article.fields = {{"topics", "sea"}, {"topics", "sea wall"}};
  EXPECT_THAT(terms_of(article), IsSupersetOf({"Fbyline:doe", "Fbyline:jane", "Fbyline:jane doe",
                                               "Ftopics:sea", "Ftopics:sea wall", "Ftopics:wall"}));
}

TEST(CatalogueSchema, PairsNoWordsOfTwoValues) {
  Article article;
  article.fields = {{"topics", "sea"}, {"topics", "wall"}};
  EXPECT_THAT(terms_of(article), Not(Contains("Ftopics:sea wall")));
}

TEST(CatalogueSchema, TakesNoWordsFromIdUrlHeadlineAndBody) {
  Article article;
  article.id = article.url = article.headline = article.body = "Harbour wall holds";
  EXPECT_THAT(terms_of(article), IsEmpty());
}

TEST(CatalogueSchema, KeepsTermsWithinWhatXapianTakes) {
  Article article;
  article.byline = std::string(500, 'a') + ' ' + std::string(500, 'b');
  article.fields = {{std::string(500, 'n'), article.byline}};
  EXPECT_THAT(terms_of(article), Each(SizeIs(testing::Le(195U))));
}

}  // namespace
}  // namespace dateline
