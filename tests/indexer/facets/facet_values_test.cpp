#include "indexer/facets/facet_input.h"

#include <gmock/gmock.h>

#include "common/facets/format.h"

namespace dateline::indexer {
namespace {

using testing::ElementsAre;

TEST(FacetValues, AreThoseOfTheCatalogueAndTheArchivesOwn) {
  Article article;
  article.source = "Gazette";
  article.place = "OSLO";
  article.url = "https://gazette.example/1";
  article.fields = {{"topics", "ship"}, {"topics", "storm"}, {"desk", "city"}};
  EXPECT_THAT(facet_values(article),
              ElementsAre(FacetValue{"desk", "city"}, FacetValue{"place", "OSLO"},
                          FacetValue{"source", "Gazette"}, FacetValue{"topics", "ship"},
                          FacetValue{"topics", "storm"}));
}

TEST(FacetValues, CountOnceAndNotWhereTheyAreEmpty) {
  Article article;
  article.fields = {{"topics", "ship"}, {"topics", ""}, {"topics", "ship"}};
  EXPECT_THAT(facet_values(article), ElementsAre(FacetValue{"topics", "ship"}));
}

TEST(FacetValues, AreCutBetweenCharacters) {
  Article article;
  article.byline = std::string(kMaxFacetBytes - 1, 'x') + "ö";
  EXPECT_THAT(facet_values(article),
              ElementsAre(FacetValue{
                  "byline", std::string_view(article.byline).substr(0, kMaxFacetBytes - 1)}));
}

}  // namespace
}  // namespace dateline::indexer
