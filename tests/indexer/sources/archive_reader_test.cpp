#include "indexer/sources/archive_reader.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "common/error.h"
#include "common/publication_time.h"
#include "indexer/sources/sidecar.h"
#include "tests/indexer/sources/reading.h"
#include "tests/throws_error.h"

namespace dateline::indexer {
namespace {

using dateline::test::throws_error;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::StartsWith;

class ArchiveReaderTest : public ::testing::Test, protected test::Reading {
 protected:
  // A text whose headline is told.
  void has_text(const std::string& name, const std::string& headline) {
    has(name, headline + "\n\nThe rest of the story follows here, in a sentence of its own.\n");
  }
};

constexpr std::string_view kReuters =
    "<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n"
    "<REUTERS NEWID=\"7\">\n<DATE>26-FEB-1987 15:01:01.79</DATE>\n"
    "<TEXT>&#2;\n<TITLE>TIN PRICES STEADY</TITLE><BODY>Tin.\n Reuter\n&#3;</BODY></TEXT>\n"
    "</REUTERS>\n";

TEST_F(ArchiveReaderTest, ReadsAFolderInTheBytewiseOrderOfPaths) {
  has_text("b/two.txt", "Two");
  has_text("b.txt", "Dot comes before slash");
  has_text("a/deep/er/one.txt", "One");
  has_text("B.txt", "Capitals first");
  has_text("b/10.txt", "Digits are not numbers");
  EXPECT_THAT(read(), ElementsAre("B.txt: Capitals first", "a/deep/er/one.txt: One",
                                  "b.txt: Dot comes before slash",
                                  "b/10.txt: Digits are not numbers", "b/two.txt: Two"));
}

TEST_F(ArchiveReaderTest, PassesOverHiddenFilesAndFolders) {
  has_text(".git/config.txt", "Not to be seen");
  has_text("folder/.draft.txt", "Nor this");
  has_text("folder/story.txt", "But this");
  EXPECT_THAT(read(), ElementsAre("folder/story.txt: But this"));
}

constexpr std::string_view kSidecar =
    "Ann Ode\nhttps://www.example.com/harbour.html\nsport\n23/12/2017\n314\nNone\n0.25\n";

TEST_F(ArchiveReaderTest, ReadsDaysAndUrlsFromAFileThatDescribesAnother) {
  const std::string story = "Talks open at the harbour\n\nThe talks opened in a hall of wood.\n";
  for (const std::string name : {"7-meta.txt", "7_meta.txt", "7.meta.txt", "7.meta"}) {
    const std::string folder = "of " + name + "/";
    has(folder + name, kSidecar);
    has(folder + "7.txt", story);
    for (const std::string& input : {folder, folder + "7.txt"}) {
      SCOPED_TRACE(input);
      EXPECT_THAT(read({input}),
                  ElementsAre("https://www.example.com/harbour.html: Talks open at the harbour"));
      ASSERT_EQ(articles().size(), 1u);
      EXPECT_EQ(to_iso(articles().front().published), "2017-12-23");
      EXPECT_EQ(articles().front().byline, "");  // by its place alone "Ann Ode" is a name
      EXPECT_EQ(articles().front().body, "The talks opened in a hall of wood.");
    }
  }
  EXPECT_EQ(notes().described, 8u);
}

TEST_F(ArchiveReaderTest, ReadsAFileNamedAsADescriptionThatDescribesNone) {
  has_text("8-meta.txt", "Alone");
  has_text("9-meta.txt", "Of another");
  has_text("a/9.txt", "In a folder of its own");
  has_text("-meta.txt", "No name");
  has_text(".txt", "Hidden");
  EXPECT_THAT(read(), ElementsAre("-meta.txt: No name", "8-meta.txt: Alone",
                                  "9-meta.txt: Of another", "a/9.txt: In a folder of its own"));
}

TEST_F(ArchiveReaderTest, PrefersWhatADescriptionSaysToTheHeadOfTheText) {
  has("7.txt", "Date: 1 May 2019\n\nTalks open\n\nThe talks opened in a hall of wood.\n");
  has("7.meta", "Date: 2 May 2019\n");
  has("8.txt", "Talks close\n\nThe talks closed in a hall of wood.\n");
  has("8.meta", std::string(kMaxSidecarBytes, '7') + "\n\0\xff");
  EXPECT_THAT(read(), ElementsAre("7.txt: Talks open", "8.txt: Talks close"));
  EXPECT_EQ(to_iso(articles().front().published), "2019-05-02");
  EXPECT_EQ(articles().back().body, "The talks closed in a hall of wood.");
}

TEST_F(ArchiveReaderTest, PassesOverTheFolderOfTheIndex) {
  has_text("index/segment.txt", "Not an article");
  has_text("story.txt", "Story");
  options().excluded_folder = path("index").string();
  EXPECT_THAT(read(), ElementsAre("story.txt: Story"));
}

TEST_F(ArchiveReaderTest, FollowsLinksButNotInCircles) {
  has_text("real/story.txt", "Story");
  std::filesystem::create_symlink("real/story.txt", path("link.txt"));
  std::filesystem::create_symlink("..", path("real/up"));
  std::filesystem::create_symlink("nowhere", path("torn.txt"));
  EXPECT_THAT(read(), ElementsAre("link.txt: Story", "real/story.txt: Story",
                                  "bad real/up: a link to a folder that it lies in",
                                  "bad torn.txt: a link that leads nowhere"));
}

TEST_F(ArchiveReaderTest, ReadsInputsInTheOrderGiven) {
  has_text("z.txt", "Last letter");
  has_text("a.txt", "First letter");
  EXPECT_THAT(read({"z.txt", "a.txt"}), ElementsAre("z.txt: Last letter", "a.txt: First letter"));
}

TEST_F(ArchiveReaderTest, GivesTheSameIdentityHoweverAnInputIsSpelled) {
  has_text("news/story.txt", "Story");
  EXPECT_EQ(read({"news"}), read({"./news//"}));
}

TEST_F(ArchiveReaderTest, RefusesAMissingInputBeforeReadingAny) {
  has_text("story.txt", "Story");
  EXPECT_THAT(
      [&] {
        read({"story.txt", "missing.txt"});
      },
      throws_error(ErrorKind::kInput, "missing.txt': No such file or directory"));
}

TEST_F(ArchiveReaderTest, TakesAnEmptyFileForAnEmptyStory) {
  has("empty.txt", "");
  EXPECT_THAT(read(), ElementsAre("empty.txt: "));
}

TEST_F(ArchiveReaderTest, NamesWhatIsNoText) {
  has("a.bin", std::string("\0\1\2", 3));
  has("b.txt", "%PDF-1.4");
  has("c.txt", "\n <!DOCTYPE HTML>\n<html>");
  EXPECT_THAT(read(), ElementsAre("bad a.bin: not text: it holds NUL bytes",
                                  "bad b.txt: not text: a PDF document",
                                  "bad c.txt: not text: an HTML page"));
}

// Bytes without a NUL among them that are text in no encoding.
TEST_F(ArchiveReaderTest, NamesRubbish) {
  std::string bytes;
  for (unsigned i = 1, value = 7; i < 600; ++i, value = value * 1103515245 + 12345) {
    bytes += static_cast<char>(0x80 | (value >> 16));
  }
  has("a.bin", bytes);
  EXPECT_THAT(read(), ElementsAre("bad a.bin: not text: bytes in no encoding that is known"));
}

// One bad byte costs nothing but itself, inside of a string, and else its record.
TEST_F(ArchiveReaderTest, LosesNoFileForAByteOfOneRecord) {
  std::string lines =
      "{\"title\": \"A\"}\n{\"title\": \"B?\"}\n{\"title\"?: \"C\"}\n{\"title\": \"D\"}\n";
  std::ranges::replace(lines, '?', '\0');
  has("a.jsonl", lines);
  EXPECT_THAT(read(), ElementsAre("a.jsonl#1: A", StartsWith("a.jsonl#2: B"),
                                  StartsWith("bad a.jsonl:3: not valid JSON"), "a.jsonl#4: D"));
}

TEST_F(ArchiveReaderTest, SkipsATextThatIsLargerThanAnArticleMayBe) {
  options().max_article_bytes = 1'000;
  has("large.txt", std::string(1'001, 'x'));
  has_text("small.txt", "Small");
  EXPECT_THAT(read(),
              ElementsAre("bad large.txt: larger than an article may be", "small.txt: Small"));
}

TEST_F(ArchiveReaderTest, RecognisesTheFormByContentWhateverTheName) {
  has("a.txt", R"({"title": "Lines"})"
               "\n"
               R"({"title": "More lines"})"
               "\n");
  has("b.txt", R"([{"title": "Array"}])");
  has("c.json", "Text\n\nAnd more of it.\n");
  EXPECT_THAT(read(), ElementsAre("a.txt#1: Lines", "a.txt#2: More lines", "b.txt#1: Array",
                                  "c.json: Text"));
}

TEST_F(ArchiveReaderTest, TakesTheFormThatIsNamed) {
  has("a.txt", "{\"title\" is what this story begins with}\n");
  options().format = Format::kText;
  EXPECT_THAT(read(), ElementsAre(StartsWith("a.txt: {\"title\" is")));
}

TEST_F(ArchiveReaderTest, TakesTextBesideReutersFilesForCompanions) {
  has("dist/README.txt", "A description of the collection.\n");
  has("dist/lewis.dtd", "<!ELEMENT LEWIS (REUTERS+)>\n");
  has("dist/reut2-000.sgm", kReuters);
  has("dist/word-list.txt", "tin\nzinc\n");
  has_text("elsewhere/story.txt", "Story");
  EXPECT_THAT(read(), ElementsAre("beside dist/README.txt", "beside dist/lewis.dtd",
                                  "reuters21578:7: TIN PRICES STEADY", "beside dist/word-list.txt",
                                  "elsewhere/story.txt: Story"));
}

TEST_F(ArchiveReaderTest, TakesAFileNamedByItselfForAnArticleWhateverLiesBeside) {
  has_text("README.txt", "Story");
  has("reut2-000.sgm", kReuters);
  EXPECT_THAT(read({"README.txt", "reut2-000.sgm"}),
              ElementsAre("README.txt: Story", "reuters21578:7: TIN PRICES STEADY"));
}

TEST_F(ArchiveReaderTest, HoldsBackNoMoreTextThanTheDistributionHas) {
  const auto files = Companions::kMaxHeldFiles + 1;
  for (std::size_t i = 0; i < files; ++i) has_text(fmt::format("a{}", i), "Story");
  has("reut2-000.sgm", kReuters);
  EXPECT_THAT(read(), Not(Contains(StartsWith("beside"))));
}

TEST_F(ArchiveReaderTest, GoesOnAfterAFileThatCannotBeRead) {
  has_text("a.txt", "Closed");
  has_text("b.txt", "Open");
  std::filesystem::permissions(path("a.txt"), std::filesystem::perms::none);
  if (std::ifstream(path("a.txt"))) GTEST_SKIP() << "this user may read everything";
  EXPECT_THAT(read(), ElementsAre("bad a.txt: Permission denied", "b.txt: Open"));
}

TEST_F(ArchiveReaderTest, ReadsStandardInput) {
  EXPECT_THAT(read_standard_input(R"({"id": 5, "title": "Piped"})"), ElementsAre("5: Piped"));
}

TEST_F(ArchiveReaderTest, TellsUnnamedArticlesOfStandardInputApartByTheirText) {
  const auto today = read_standard_input("One\n\nText.\n");
  const auto tomorrow = read_standard_input("Two\n\nText.\n");
  EXPECT_THAT(today, ElementsAre(StartsWith("-#")));
  EXPECT_NE(today.front().substr(0, 18), tomorrow.front().substr(0, 18));
  EXPECT_EQ(today, read_standard_input("One\n\nText.\n"));
}

TEST_F(ArchiveReaderTest, ReadsUtf16WhateverItHolds) {
  const auto utf16 = [](std::string_view ascii) {
    std::string bytes = "\xff\xfe";
    for (const char c : ascii) bytes.append({c, '\0'});
    return bytes;
  };
  has("a.txt", utf16("Wide headline\n\nAnd a text of its own.\n"));
  has("b.json", utf16(R"([{"title": "Wide"}, {"title": "JSON"}])"));
  EXPECT_THAT(read(), ElementsAre("a.txt: Wide headline", "b.json#1: Wide", "b.json#2: JSON"));
}

TEST_F(ArchiveReaderTest, ReadsAnEmptyFolder) {
  EXPECT_THAT(read(), IsEmpty());
}

}  // namespace
}  // namespace dateline::indexer
