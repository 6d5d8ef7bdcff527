#include "indexer/copies/copies_writer.h"

#include <gmock/gmock.h>

#include "common/copies/copies_file.h"
#include "tests/temporary_folder.h"

namespace dateline::indexer {
namespace {

using testing::ElementsAre;

using Entries = std::vector<FingerprintEntry>;

class CopiesMergeTest : public testing::Test {
 protected:
  void SetUp() override {
    write("one", 3, {{5, 1}, {5, 3}, {9, 2}}, {{2, 70, kOwnKey}, {3, 80, kOwnKey}});
    write("two", 2, {{5, 2}, {6, 1}}, {{1, 80, 60}});
  }

  SegmentOnDisk segment(const std::string& name, const DeletedArticles& deleted = {}) const {
    return {folder_.path() / name, {}, deleted};
  }

  void write(const std::string& name, std::uint32_t articles, const Entries& entries,
             const std::vector<CopyRelation>& relations) const {
    std::filesystem::create_directory(folder_.path() / name);
    CopiesWriter writer(segment(name).copies_path(), articles);
    for (const FingerprintEntry& entry : entries) writer.add(entry);
    writer.finish(relations);
  }

  CopiesFile merged(const DeletedArticles& deleted_of_one) const {
    const SegmentOnDisk segments[] = {segment("one", deleted_of_one), segment("two")};
    merge_copies(segments, folder_.path() / "merged");
    return CopiesFile(folder_.path() / "merged");
  }

  static Entries entries_of(const CopiesFile& file) {
    Entries entries;
    for (FingerprintCursor cursor(file); !cursor.done(); cursor.next()) {
      entries.push_back(cursor.entry());
    }
    return entries;
  }

  const test::TemporaryFolder folder_;
};

TEST_F(CopiesMergeTest, NumbersTheArticlesOfTheSegmentsOneAfterTheOther) {
  const CopiesFile file = merged({});
  EXPECT_EQ(file.articles(), 5U);
  EXPECT_EQ(entries_of(file), (Entries{{5, 1}, {5, 3}, {5, 5}, {6, 4}, {9, 2}}));
  EXPECT_THAT(file.relations(), ElementsAre(CopyRelation{2, 70, kOwnKey},
                                            CopyRelation{3, 80, kOwnKey}, CopyRelation{4, 80, 60}));
}

TEST_F(CopiesMergeTest, DropsWhatIsDeleted) {
  DeletedArticles deleted;
  deleted.add(1);
  deleted.add(2);
  const CopiesFile file = merged(deleted);
  EXPECT_EQ(file.articles(), 3U);
  EXPECT_EQ(entries_of(file), (Entries{{5, 1}, {5, 3}, {6, 2}}));
  EXPECT_THAT(file.relations(), ElementsAre(CopyRelation{1, 80, kOwnKey}, CopyRelation{2, 80, 60}));
}

}  // namespace
}  // namespace dateline::indexer
