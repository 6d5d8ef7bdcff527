#include "indexer/update/field_names.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/update/batch.h"

namespace dateline::indexer {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

// Of one article with these fields, each "x".
Batch batch_of(const std::vector<std::string>& names) {
  Batch batch;
  Article article;
  for (const std::string& name : names) {
    article.fields.push_back({name, "x"});
    batch.archive_fields.insert(name);
  }
  batch.catalogue.push_back(CatalogueEntryMaker().make(article));
  batch.facets.add(article);
  return batch;
}

TEST(FieldNames, AreAdmittedUpToTheBound) {
  FieldNames names({"desk"}, 3);
  Batch first = batch_of({"desk", "issue", "page"});
  names.admit(first);
  EXPECT_THAT(names.names(), ElementsAre("desk", "issue", "page"));
  EXPECT_EQ(names.complaint(), "");
  EXPECT_THAT(first.facets.fields(), Contains("page"));
}

TEST(FieldNames, BeyondTheBoundAreRefusedAndTold) {
  FieldNames names({"desk"}, 2);
  Batch batch = batch_of({"desk", "issue", "page"});
  names.admit(batch);
  EXPECT_THAT(names.names(), ElementsAre("desk", "issue"));
  EXPECT_THAT(names.complaint(), HasSubstr("the most that it may have: fields of 1 other name "
                                           "cannot be searched, such as 'page'"));
  EXPECT_THAT(batch.facets.fields(), Not(Contains("page")));
  EXPECT_THAT(batch.catalogue.front().terms,
              ElementsAre(field_term("desk", "x"), field_term("issue", "x")));
}

}  // namespace
}  // namespace dateline::indexer
