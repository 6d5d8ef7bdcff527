#include "indexer/check.h"

#include <gmock/gmock.h>

#include "common/index/checksum.h"
#include "common/index/current.h"
#include "tests/indexer/small_index.h"
#include "tests/temporary_folder.h"
#include "tests/throws_error.h"

namespace dateline::indexer {
namespace {

using test::story;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;

class CheckTest : public testing::Test {
 protected:
  void SetUp() override {
    test::run(index_, {story("one"), story("two")});
    test::run(index_, {story("three")});
  }

  void damage(const std::string& name) {
    std::string bytes = test::content_of(index_ / name);
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 0x10);
    folder_.write("index/" + name, bytes);
  }

  // Makes a changed file look as if it had been written so: manifest and CURRENT agree with it.
  void pretend(Manifest manifest) {
    for (SegmentEntry& segment : manifest.segments) {
      for (FileEntry& file : segment.files) {
        const auto path = index_ / segment_folder(segment.id) / file.name;
        file.size_bytes = std::filesystem::file_size(path);
        file.checksum = checksum(test::content_of(path));
      }
    }
    const std::string text = to_json(manifest);
    folder_.write("index/" + manifest_name(manifest.generation), text);
    folder_.write("index/CURRENT",
                  to_text(Current{manifest_name(manifest.generation), checksum(text)}));
  }

  std::vector<std::string> broken() const { return check_index(index_).broken; }

  const test::TemporaryFolder folder_;
  const std::filesystem::path index_ = folder_.path() / "index";
};

TEST_F(CheckTest, FindsNothingInAnIndexAsItWasWritten) {
  const CheckReport report = check_index(index_);
  EXPECT_THAT(report.broken, IsEmpty());
  EXPECT_EQ(report.generation, 2U);
  EXPECT_EQ(report.articles, 3U);
  EXPECT_EQ(report.files, 11U);
}

TEST_F(CheckTest, NamesEveryFileInWhichABitIsFlipped) {
  for (const std::string name : {"CURRENT", "manifests/000002.json", "deletions/000002.roaring",
                                 "segments/000001/articles.zst", "segments/000001/catalogue.glass",
                                 "segments/000001/copies.index", "segments/000002/text.index",
                                 "segments/000001/facets.index"}) {
    SCOPED_TRACE(name);
    const std::string whole = test::content_of(index_ / name);
    damage(name);
    EXPECT_THAT(broken(), Contains(HasSubstr(name)));
    folder_.write("index/" + name, whole);
  }
}

TEST_F(CheckTest, NamesAllThatIsBrokenAtOnce) {
  damage("segments/000001/articles.zst");
  damage("segments/000002/text.index");
  EXPECT_THAT(broken(), testing::SizeIs(2));
}

TEST_F(CheckTest, NamesFilesThatAreMissing) {
  std::filesystem::remove(index_ / "segments/000001/text.index");
  std::filesystem::remove(index_ / "deletions/000002.roaring");
  EXPECT_THAT(broken(), testing::UnorderedElementsAre(HasSubstr("segments/000001/text.index"),
                                                      HasSubstr("deletions/000002.roaring")));
}

TEST_F(CheckTest, FindsPartsThatDisagreeUnderRightChecksums) {
  Manifest manifest = read_live_manifest(index_);
  test::write_text_index(folder_.path() / "other", {story("four")});
  std::filesystem::rename(folder_.path() / "other", index_ / "segments/000002/text.index");
  pretend(manifest);
  EXPECT_THAT(broken(), Contains(HasSubstr("disagree about article 1")));
}

TEST_F(CheckTest, FindsACatalogueOfOtherTermsUnderARightChecksum) {
  Manifest manifest = read_live_manifest(index_);
  Article other = story("three");
  other.byline = "Jane Doe";
  CatalogueWriter writer(index_ / "segments/000002/catalogue.glass");
  writer.add(CatalogueEntryMaker().make(other));
  manifest.segments.back().catalogue_uuid = writer.finish();
  pretend(manifest);
  EXPECT_THAT(broken(), Contains(HasSubstr("000002/catalogue.glass' is damaged: its terms")));
}

TEST_F(CheckTest, FindsWordsOfOtherUrlsUnderARightChecksum) {
  const Manifest manifest = read_live_manifest(index_);
  const Article article = story("three");
  Inverter inverter;
  Analyser analyser;
  inverter.add({article.headline, article.body, "https://elsewhere.example", article.language,
                to_date_code(article.published), checksum(article.id), content_of(article)},
               analyser);
  const InvertedBatch batch = std::move(inverter).seal();
  const TextIndexInput* const inputs[] = {&batch};
  write_text_index(index_ / "segments/000002/text.index", inputs);
  pretend(manifest);
  EXPECT_THAT(broken(), Contains(HasSubstr("000002/text.index' is damaged: its words of URLs")));
}

TEST_F(CheckTest, FindsFacetsOfOtherValuesUnderARightChecksum) {
  const Manifest manifest = read_live_manifest(index_);
  Article other = story("three");
  other.byline = "Jane Doe";
  test::write_facets(index_ / "segments/000002/facets.index", {other}, real_system_calls());
  pretend(manifest);
  EXPECT_THAT(broken(), Contains(HasSubstr("000002/facets.index' is damaged: its values")));
}

TEST_F(CheckTest, FindsWrongCountsUnderRightChecksums) {
  Manifest manifest = read_live_manifest(index_);
  manifest.segments.back().articles = 2;
  pretend(manifest);
  EXPECT_THAT(broken(), Contains(HasSubstr("different articles")));
}

TEST_F(CheckTest, FindsOtherDeletionsThanTheManifestSays) {
  Manifest manifest = read_live_manifest(index_);
  manifest.segments.front().deleted = 0;
  pretend(manifest);
  EXPECT_THAT(broken(), Contains(HasSubstr("other deletions")));
}

TEST(Check, SaysWhereThereIsNoIndex) {
  EXPECT_THAT([] { check_index("/nowhere"); },
              test::throws_error(ErrorKind::kMissing, "'/nowhere'"));
}

}  // namespace
}  // namespace dateline::indexer
