#include "indexer/sources/container.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>
#include <string>

#include "tests/damage.h"
#include "tests/indexer/sources/packing.h"
#include "tests/indexer/sources/reading.h"

namespace dateline::indexer {
namespace {

using test::Compression;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::SizeIs;
using ::testing::StartsWith;

class ContainerTest : public ::testing::Test, protected test::Reading {};

std::string story(const std::string& headline) {
  return headline + "\n\nThe story itself, which is told in one sentence.\n";
}

const test::Texts& three_stories() {
  static const test::Texts texts = {{"2006/a.txt", story("Alpha")},
                                    {"2006/b.txt", story("Beta")},
                                    {"2007/c.txt", story("Gamma")}};
  return texts;
}

// libarchive has filters that hand what they meet to programs found on PATH.
TEST_F(ContainerTest, NeverStartsAProgram) {
  has("bin/lrzip", "#!/bin/sh\ntouch '" + path("started").string() + "'\ncat\n");
  std::filesystem::permissions(path("bin/lrzip"), std::filesystem::perms::all);
  has("odd.gz",
      test::compressed("LRZI" + std::string("\0\6", 2) + std::string(64, 'a'), Compression::kGzip));
  const std::string old_path = ::getenv("PATH");
  ::setenv("PATH", (path("bin").string() + ":" + old_path).c_str(), 1);
  read();
  ::setenv("PATH", old_path.c_str(), 1);

  EXPECT_FALSE(std::filesystem::exists(path("started")));
}

TEST_F(ContainerTest, ReadsMembersOfTarAndZip) {
  has("archive", test::tar_of(three_stories()));
  has("archive.gz", test::tar_gz_of(three_stories()));
  has("archive.zip", test::zip_of(three_stories()));
  EXPECT_THAT(read(), ElementsAre("archive(2006/a.txt): Alpha", "archive(2006/b.txt): Beta",
                                  "archive(2007/c.txt): Gamma", "archive.gz(2006/a.txt): Alpha",
                                  "archive.gz(2006/b.txt): Beta", "archive.gz(2007/c.txt): Gamma",
                                  "archive.zip(2006/a.txt): Alpha", "archive.zip(2006/b.txt): Beta",
                                  "archive.zip(2007/c.txt): Gamma"));
}

TEST_F(ContainerTest, ReadsSingleFilesOfEveryCompression) {
  has("a", test::compressed(story("Gzip"), Compression::kGzip));
  has("b", test::compressed(story("Zstd"), Compression::kZstd));
  has("c", test::compressed(story("Xz"), Compression::kXz));
  has("d", test::compressed(story("Bzip2"), Compression::kBzip2));
  has("e", test::compressed(R"([{"title": "JSON"}])", Compression::kZstd));
  EXPECT_THAT(read(), ElementsAre("a: Gzip", "b: Zstd", "c: Xz", "d: Bzip2", "e#1: JSON"));
}

TEST_F(ContainerTest, ReadsContainersFromStandardInput) {
  EXPECT_THAT(read_standard_input(test::tar_gz_of(three_stories())),
              ElementsAre("-(2006/a.txt): Alpha", "-(2006/b.txt): Beta", "-(2007/c.txt): Gamma"));
  EXPECT_THAT(read_standard_input(test::zip_of(three_stories())), SizeIs(3));
}

TEST_F(ContainerTest, ReadsContainersInContainers) {
  has("all.tar",
      test::tar_of({{"2006.zip", test::zip_of(three_stories())},
                    {"last.txt.gz", test::compressed(story("Last"), Compression::kGzip)}}));
  EXPECT_THAT(
      read(),
      ElementsAre("all.tar(2006.zip/2006/a.txt): Alpha", "all.tar(2006.zip/2006/b.txt): Beta",
                  "all.tar(2006.zip/2007/c.txt): Gamma", "all.tar(last.txt.gz): Last"));
}

TEST_F(ContainerTest, StopsAtContainersInContainersWithoutEnd) {
  std::string nested = test::tar_of(three_stories());
  for (int i = 0; i < 10; ++i) nested = test::tar_of({{"inner", nested}, {"b", story("Outer")}});
  has("nest", nested);
  const auto told = read();
  ASSERT_THAT(told, SizeIs(5));
  EXPECT_THAT(told.front(), HasSubstr("too many containers in each other"));
}

TEST_F(ContainerTest, PassesOverWhatIsNoFile) {
  has("a.tar", test::tar_with_other_entries({{"folder/story.txt", story("Story")}}));
  EXPECT_THAT(read(), ElementsAre("a.tar(folder/story.txt): Story"));
}

TEST_F(ContainerTest, GivesMembersOfNoBytes) {
  has("a.tar", test::tar_of({{"empty.txt", ""}, {"story.txt", story("Story")}}));
  has("b.zip", test::zip_of({{"empty.txt", ""}, {"story.txt", story("Story")}}));
  EXPECT_THAT(read(), ElementsAre("a.tar(empty.txt): ", "a.tar(story.txt): Story",
                                  "b.zip(empty.txt): ", "b.zip(story.txt): Story"));
}

TEST_F(ContainerTest, FindsNothingInAnEmptyContainer) {
  has("a.zip", test::zip_of({}));
  has("b.tar.gz", test::tar_gz_of({}));
  EXPECT_THAT(read(), ElementsAre("beside a.zip", "beside b.tar.gz"));  // told, but not skipped
}

// As pzstd writes them, and what was put behind a good frame by mistake.
TEST_F(ContainerTest, ReadsFramesOfZstdAmongSkippableOnes) {
  const std::string skippable("\x50\x2a\x4d\x18\4\0\0\0abcd", 12);
  const std::string one = test::compressed(R"({"title": "One"})", Compression::kZstd);
  const std::string two = test::compressed(R"({"title": "Two"})", Compression::kZstd);
  has("a", skippable + one + skippable + two);
  has("b", one + "no frame");
  has("c", one + two.substr(0, two.size() - 3));
  has("d.tar", test::tar_of({{"inner", skippable + one}}));
  EXPECT_THAT(read(), ElementsAre("a#1: One", "a#2: Two", "b#1: One",
                                  "bad b:1: what follows its last zstd frame is not zstd",
                                  "c#1: One", StartsWith("bad c:1: "), "d.tar(inner)#1: One"));
}

TEST_F(ContainerTest, ReadsZstdWithALongWindow) {
  has("a", test::zstd_with_window(R"({"title": "Long"})", 28));
  EXPECT_THAT(read(), ElementsAre("a#1: Long"));
}

TEST_F(ContainerTest, StopsAtZstdInZstdWithoutEnd) {
  std::string nested = story("Deep");
  for (int i = 0; i < 10; ++i) nested = test::compressed(nested, Compression::kZstd);
  has("a", nested);
  EXPECT_THAT(read(), ElementsAre("bad a: too many containers in each other"));
}

// Whatever form the user names: its members are no articles.
TEST_F(ContainerTest, RefusesAPackageInOneLine) {
  has("a.docx", test::zip_of({{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", "<w/>"}}));
  has("b.tar", test::tar_of({{"c.docx", test::zip_of({{"word/document.xml", "<w/>"}})}}));
  const auto told = read();
  EXPECT_THAT(told, ElementsAre("bad a.docx: not text: a Word document",
                                "bad b.tar(c.docx): not text: a Word document"));
  options().format = Format::kText;
  EXPECT_EQ(read(), told);
}

TEST_F(ContainerTest, KeepsNamesThatAreNotAsciiInAnyLocale) {
  has("a.tar",
      test::tar_of({{"2006/M\xc3\xa4rz.txt", story("March")}, {"caf\xe9.txt", story("Latin")}}));
  EXPECT_THAT(read(),
              ElementsAre("a.tar(2006/M\xc3\xa4rz.txt): March", "a.tar(caf\xc3\xa9.txt): Latin"));
}

TEST_F(ContainerTest, TreatsPathsThatLeadOutOfItAsNames) {
  has("a.tar", test::tar_of({{"../../etc/passwd", story("Up")}, {"/etc/shadow", story("Root")}}));
  EXPECT_THAT(read(), ElementsAre("a.tar(../../etc/passwd): Up", "a.tar(/etc/shadow): Root"));
}

TEST_F(ContainerTest, SkipsAMemberThatIsTooLargeAndReadsTheNext) {
  options().max_article_bytes = 10'000;
  has("a.tar.gz",
      test::tar_gz_of({{"bomb.txt", std::string(5'000'000, 'x')}, {"b.txt", story("After")}}));
  EXPECT_THAT(read(), ElementsAre("bad a.tar.gz(bomb.txt): larger than an article may be",
                                  "a.tar.gz(b.txt): After"));
}

TEST_F(ContainerTest, TakesTextBesideReutersMembersForCompanions) {
  has("a.tar", test::tar_of({{"README", "What this is.\n"},
                             {"reut2-000.sgm",
                              "<REUTERS NEWID=\"1\"><TEXT><TITLE>TIN</TITLE></TEXT></REUTERS>"},
                             {"news/story.txt", story("Story")}}));
  EXPECT_THAT(read(), ElementsAre("beside a.tar(README)", "reuters21578:1: TIN",
                                  "a.tar(news/story.txt): Story"));
}

// What comes out of a damaged container is what stood before the damage, and one line about it.
class DamagedContainerTest : public ContainerTest {
 protected:
  void expect_beginning_of(const std::vector<std::string>& whole,
                           const std::vector<std::string>& told) {
    std::size_t good = 0;
    while (good < told.size() && good < whole.size() && told[good] == whole[good]) ++good;
    if (good == whole.size()) return;
    const std::vector<std::string> rest(told.begin() + static_cast<std::ptrdiff_t>(good),
                                        told.end());
    EXPECT_THAT(rest, SizeIs(1));
    for (const auto& line : rest) EXPECT_THAT(line, StartsWith("bad a"));
  }

  void cut(const std::string& container) {
    has("a", container);
    const auto whole = read();
    EXPECT_THAT(whole, SizeIs(3));
    for (std::size_t size = 10; size < container.size(); ++size) {
      SCOPED_TRACE(size);
      has("a", container.substr(0, size));
      expect_beginning_of(whole, read());
      std::vector<std::string> piped = read_standard_input(container.substr(0, size));
      EXPECT_LE(piped.size(), 4u);
    }
  }
};

TEST_F(DamagedContainerTest, GivesTheMembersBeforeTheCutOfATarGz) {
  cut(test::tar_gz_of(three_stories()));
}

TEST_F(DamagedContainerTest, GivesTheMembersBeforeTheCutOfAZip) {
  cut(test::zip_of(three_stories()));
}

TEST_F(DamagedContainerTest, GivesTheRecordsBeforeTheCutOfAStream) {
  std::string lines;
  for (int i = 0; i < 300; ++i) {
    lines += fmt::format("{{\"id\": {}, \"title\": \"Story {}\"}}\n", i, i * 7919);
  }
  const auto packed = test::compressed(lines, Compression::kBzip2);
  has("a", packed.substr(0, packed.size() - 20));
  const auto told = read();
  ASSERT_THAT(told, SizeIs(::testing::Ge(1u)));
  EXPECT_THAT(told.back(), StartsWith("bad a"));
}

TEST_F(DamagedContainerTest, SurvivesFlippedBits) {
  const auto tar = test::tar_gz_of({{"a.txt", story("Alpha")}, {"b.txt", story("Beta")}});
  const auto zip = test::zip_of({{"a.txt", story("Alpha")}, {"b.txt", story("Beta")}});
  for (const auto& container : {tar, zip}) {
    dateline::test::flip_every_bit(
        container,
        [&](const std::string& flipped) { EXPECT_LE(read_standard_input(flipped).size(), 20u); },
        5);
  }
}

}  // namespace
}  // namespace dateline::indexer
