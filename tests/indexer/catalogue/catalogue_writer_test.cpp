#include "indexer/catalogue/catalogue_writer.h"

#include <gtest/gtest.h>
#include <xapian.h>

#include "tests/temporary_folder.h"
#include "tests/throws_error.h"

namespace dateline::indexer {
namespace {

Article story(const std::string& id, const std::string& byline) {
  Article article;
  article.id = id;
  article.byline = byline;
  return article;
}

class CatalogueWriterTest : public testing::Test {
 protected:
  std::filesystem::path write(const std::string& name, const std::vector<Article>& articles) {
    const auto file = folder_.path() / name;
    CatalogueWriter writer(file);
    for (const Article& article : articles) writer.add(CatalogueEntryMaker().make(article));
    uuid_ = writer.finish();
    return file;
  }

  // A segment that has this file only.
  SegmentOnDisk segment(const std::string& name, const std::vector<Article>& articles) {
    std::filesystem::create_directory(folder_.path() / name);
    return {write(name + "/" + std::string(kCatalogueName), articles).parent_path(), {}, {}};
  }

  const test::TemporaryFolder folder_;
  std::string uuid_;
};

std::vector<Xapian::docid> articles_with(const Xapian::Database& catalogue,
                                         const std::string& term) {
  return {catalogue.postlist_begin(term), catalogue.postlist_end(term)};
}

TEST_F(CatalogueWriterTest, NumbersArticlesAsTheyCome) {
  const Xapian::Database catalogue(
      write("catalogue.glass", {story("a", "Jane"), story("b", "Joe"), story("c", "Jane")})
          .string());
  EXPECT_EQ(catalogue.get_lastdocid(), 3U);
  EXPECT_EQ(articles_with(catalogue, "Fbyline:jane"), (std::vector<Xapian::docid>{1, 3}));
}

TEST_F(CatalogueWriterTest, NumbersArticlesWithoutTermsToo) {
  const Xapian::Database catalogue(
      write("catalogue.glass", {story("a", ""), story("b", "Jane"), story("c", "")}).string());
  EXPECT_EQ(catalogue.get_doccount(), 3U);
  EXPECT_EQ(catalogue.get_lastdocid(), 3U);
  EXPECT_EQ(articles_with(catalogue, "Fbyline:jane"), (std::vector<Xapian::docid>{2}));
}

TEST_F(CatalogueWriterTest, ReportsTheUuidOfItsOneFileAndLeavesNothingElse) {
  const auto file = write("catalogue.glass", {story("a", "Jane")});
  EXPECT_EQ(Xapian::Database(file.string()).get_uuid(), uuid_);
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder_.path()), {}), 1);
}

TEST_F(CatalogueWriterTest, MayWriteAnEmptyCatalogue) {
  EXPECT_EQ(Xapian::Database(write("catalogue.glass", {}).string()).get_doccount(), 0U);
}

TEST_F(CatalogueWriterTest, MergesCataloguesOneAfterTheOther) {
  const SegmentOnDisk segments[] = {segment("first", {story("a", "Jane"), story("b", "Joe")}),
                                    segment("second", {story("c", "Jane")}),
                                    segment("third", {story("d", "Jane"), story("e", "Joe")})};
  const auto merged = folder_.path() / "merged.glass";

  const std::string uuid = merge_catalogues(segments, merged);

  const Xapian::Database catalogue(merged.string());
  EXPECT_EQ(catalogue.get_uuid(), uuid);
  EXPECT_EQ(catalogue.get_lastdocid(), 5U);
  EXPECT_EQ(articles_with(catalogue, "Fbyline:jane"), (std::vector<Xapian::docid>{1, 3, 4}));
  EXPECT_EQ(articles_with(catalogue, "Fbyline:joe"), (std::vector<Xapian::docid>{2, 5}));
}

TEST_F(CatalogueWriterTest, NamesTheFileThatCannotBeWritten) {
  EXPECT_THAT([] { CatalogueWriter("/nowhere/catalogue.glass"); },
              test::throws_error(ErrorKind::kSystem, "'/nowhere/catalogue.glass'"));
}

}  // namespace
}  // namespace dateline::indexer
