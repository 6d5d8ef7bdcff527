// What an index of an earlier build is to this one. The small index of the present format version
// was written when the version was new: it opens and answers, so that bytes cannot change while the
// version stays. The indexes of all versions before it stay here too, and are refused with what to
// do. The rule stands in common/index/format.h; tests/compat/write-index writes the index of a new
// version.
#include <gmock/gmock.h>

#include <cstddef>
#include <sstream>

#include "common/index/checksum.h"
#include "common/index/current.h"
#include "common/text_index/format.h"
#include "indexer/check.h"
#include "indexer/update/update.h"
#include "searcher/query/parser.h"
#include "searcher/search/searcher.h"
#include "tests/temporary_folder.h"
#include "tests/throws_error.h"

namespace dateline::test {
namespace {

namespace fs = std::filesystem;
using searcher::Searcher;
using testing::ElementsAre;
using testing::IsEmpty;

const fs::path kHere = fs::path(DATELINE_SOURCE_DIR) / "tests/compat";

fs::path index_of(std::uint32_t version) {
  return kHere / ("version-" + std::to_string(version));
}

TEST(Compat, KeepsAndRefusesTheIndexOfEachVersionBefore) {
  for (std::uint32_t version = 1; version < kFormatVersion; ++version) {
    ASSERT_TRUE(fs::exists(index_of(version))) << "keep it when the version is raised";
    EXPECT_THAT([&] { Searcher searcher(index_of(version)); },
                throws_error(ErrorKind::kVersion, "build it anew"));
  }
}

// A copy, because the sources may lie where nothing can be written.
class CompatTest : public testing::Test {
 protected:
  void SetUp() override { fs::copy(index_of(kFormatVersion), index_, fs::copy_options::recursive); }

  searcher::SearchResult search(const std::string& text) const {
    Searcher searcher(index_);
    const auto query = searcher::parse_query(text, {.archive_fields = searcher.archive_fields()});
    return searcher.search(std::get<searcher::Query>(query), {});
  }

  std::vector<std::string> found(const std::string& text) const {
    std::vector<std::string> ids;
    for (const auto& hit : search(text).hits) ids.push_back(hit.article.id);
    return ids;
  }

  std::uint64_t count(const std::string& text) const { return search(text).total.value; }

  void change(const fs::path& file, std::size_t at, char byte) const {
    std::string bytes = content_of(index_ / file);
    bytes.at(at) = byte;
    folder_.write((fs::path("index") / file).string(), bytes);
  }

  const TemporaryFolder folder_;
  const fs::path index_ = folder_.path() / "index";
};

TEST_F(CompatTest, AnswersWordsPhrasesFieldsAndDates) {
  EXPECT_THAT(found("ferries bridge"), testing::UnorderedElementsAre("compat-1", "compat-2"));
  EXPECT_THAT(found("\"harbor bridge\""), ElementsAre("compat-1"));
  EXPECT_THAT(found("headline:ferry"), ElementsAre("compat-2"));
  EXPECT_THAT(found("desk:roads"), ElementsAre("compat-1"));
  EXPECT_THAT(found("url:sentinel.example/bridge"), ElementsAre("compat-1"));
  EXPECT_THAT(found("date:1999-12"), ElementsAre("compat-3"));
  EXPECT_THAT(found("undated:"), ElementsAre("compat-2"));
  EXPECT_THAT(found("brücken verdoppelt"), ElementsAre("compat-3"));
  EXPECT_THAT(found("telescope"), IsEmpty());
}

// More than two blocks of postings, with outliers.
TEST_F(CompatTest, CountsAndFindsWordsOfManyArticles) {
  EXPECT_EQ(count("tide"), 300U);
  EXPECT_EQ(count("headline:high"), 100U);
  EXPECT_EQ(count("water -gull"), 277U);
  EXPECT_EQ(count("\"again high water\""), 259U);
  EXPECT_EQ(count("\"high water at 37\""), 1U);
  EXPECT_EQ(count("water date:2005"), 28U);
}

TEST_F(CompatTest, LeavesOutWhatIsDeleted) {
  EXPECT_THAT(found("ferry ponders"), IsEmpty());
  EXPECT_THAT(found("ferry retires"), ElementsAre("compat-2"));
}

TEST_F(CompatTest, GivesArticlesBackWhole) {
  Searcher searcher(index_);
  const auto article = searcher.find("compat-1");
  ASSERT_TRUE(article);
  EXPECT_EQ(article->byline, "Gareth Ollerenshaw");
  EXPECT_EQ(to_iso(article->published), "1993-05-02T11:30+01:00");
  EXPECT_THAT(article->body,
              testing::EndsWith("\"for those who dislike heights\", its owner said."));
}

TEST_F(CompatTest, IsWholeToTheLastByte) {
  EXPECT_THAT(indexer::check_index(index_).broken, IsEmpty());
}

// One has topics and no section; since that version, topics serve as the section, too.
TEST_F(CompatTest, KnowsItsArticlesInTheNextUpdate) {
  indexer::UpdateOptions options;
  options.index_dir = index_;
  options.inputs = {(kHere / "articles.jsonl").string()};
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream log;
  const auto report = indexer::run_update(options, {in, out, log});
  EXPECT_EQ(report.summary.unchanged, 302U);
  EXPECT_EQ(report.summary.replaced, 1U);
  EXPECT_EQ(report.summary.indexed, 0U);
}

TEST_F(CompatTest, IsRefusedWhereTheManifestIsOfAnotherVersion) {
  const fs::path manifest = read_current(index_)->manifest;
  std::string text = content_of(index_ / manifest);
  const std::string version = "\"format_version\": " + std::to_string(kFormatVersion);
  ASSERT_NE(text.find(version), std::string::npos);
  text.replace(text.find(version), version.size(), "\"format_version\": 999");
  folder_.write((fs::path("index") / manifest).string(), text);
  folder_.write("index/CURRENT", to_text(Current{manifest.string(), checksum(text)}));
  const auto refusal = throws_error(
      ErrorKind::kVersion, "was written by format version 999, this program reads version " +
                               std::to_string(kFormatVersion) +
                               ": build it anew with 'dateline-index update --index NEW INPUT...'");
  EXPECT_THAT([&] { Searcher searcher(index_); }, refusal);
  EXPECT_THAT([&] { indexer::check_index(index_); }, refusal);
}

TEST_F(CompatTest, IsRefusedWhereTheTextIndexIsOfAnotherVersion) {
  const fs::path file = "segments/000001/text.index";
  change(file, fs::file_size(index_ / file) - sizeof(Trailer) + offsetof(Trailer, version), 77);
  EXPECT_THAT([&] { Searcher searcher(index_); },
              throws_error(ErrorKind::kVersion,
                           "has text index version 77, this program reads "
                           "version " +
                               std::to_string(kTextIndexVersion) + ": build the index anew"));
}

TEST_F(CompatTest, IsRefusedWhereTheArticleStoreIsOfAnotherVersion) {
  change("segments/000001/articles.zst", 4, 77);
  EXPECT_THAT([&] { Searcher searcher(index_); },
              throws_error(ErrorKind::kVersion, "is of format version 77, this program reads"));
}

}  // namespace
}  // namespace dateline::test
