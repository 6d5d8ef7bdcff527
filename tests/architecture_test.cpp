#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <functional>
#include <string_view>
#include <vector>

#include "tests/architecture_rules.h"

namespace dateline::architecture {
namespace {

using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr std::size_t kMostLines = 500;

// Where the libraries come in. To use one in a new place, first ask whether an existing door
// serves.
const std::vector<Door> kDoors = {
    {"xapian.h", {"common/xapian_guard.h", "common/index/", "indexer/catalogue/", "searcher/"}, 12},
    {"malloc.h", {"indexer/update/segment_writer.cpp"}, 1},
    {"roaring/", {"common/index/deletions.cpp"}, 1},
    {"libstemmer.h", {"common/text/stemmer.cpp"}, 1},
    {"utf8proc.h", {"common/utf8.cpp", "common/text/unicode.cpp"}, 2},
    {"xxhash.h", {"common/index/", "common/text_index/", "indexer/"}, 5},
    {"zstd.h",
     {"common/facets/", "common/index/block_decoder.cpp", "indexer/facets/", "indexer/store/"},
     5},
    {"zdict.h", {"indexer/store/store_block.cpp"}, 1},
    {"archive.h", {"indexer/sources/container.cpp"}, 1},
    {"archive_entry.h", {"indexer/sources/container.cpp"}, 1},
    {"simdjson.h", {"indexer/sources/json_article.cpp"}, 1},
    {"gumbo.h", {"indexer/sources/"}, 1},
    {"pugixml.hpp", {"indexer/sources/"}, 1},
    {"nlohmann/", {"common/index/manifest.cpp", "indexer/", "searcher/output/"}, 4},
    {"date/", {"indexer/enrichment/"}, 2},
    {"CLI/", {"indexer/", "searcher/", "corpus/generate.cpp"}, 3},
    {"fmt/", {"common/", "indexer/", "searcher/", "corpus/"}, 80},
};

const std::filesystem::path& root() {
  static const std::filesystem::path path = DATELINE_SOURCE_DIR;
  return path;
}

std::vector<SourceFile> code() {
  return read_tree(root(), {".h", ".cpp"});
}

Complaints in_all(const std::vector<SourceFile>& files,
                  const std::function<Complaints(const SourceFile&)>& rule) {
  Complaints all;
  for (const SourceFile& file : files) {
    for (auto& complaint : rule(file)) all.push_back(std::move(complaint));
  }
  return all;
}

TEST(Architecture, DependenciesGoOneWay) {
  EXPECT_THAT(in_all(code(), layers), IsEmpty());
}

TEST(Architecture, IncludesArePathsFromTheRoot) {
  EXPECT_THAT(in_all(code(), include_paths), IsEmpty());
}

TEST(Architecture, LibrariesEnterByTheirDoors) {
  EXPECT_THAT(doors(code(), kDoors), IsEmpty());
}

TEST(Architecture, HeadersSayWhatTheyAre) {
  std::vector<SourceFile> headers;
  for (const SourceFile& file : code()) {
    if (file.is_header()) headers.push_back(file);
  }
  EXPECT_THAT(in_all(headers, header_opening), IsEmpty());
}

TEST(Architecture, FilesStayShort) {
  EXPECT_THAT(in_all(code(), [](const SourceFile& file) { return length(file, kMostLines); }),
              IsEmpty());
}

TEST(Architecture, UnfinishedWorkNamesItsIssue) {
  EXPECT_THAT(in_all(code(), unfinished_work), IsEmpty());
}

TEST(Architecture, TestsAreNamedBySentences) {
  EXPECT_THAT(in_all(code(), test_names), IsEmpty());
}

TEST(Architecture, DocumentsLinkToWhatExists) {
  const auto follow = [](const SourceFile& file) { return dead_links(file, root()); };
  EXPECT_THAT(in_all(read_tree(root(), {".md"}), follow), IsEmpty());
}

// The rules themselves, each on a file that breaks it.

TEST(ArchitectureRules, SeeTheIndexerInTheSearcher) {
  const SourceFile file{"searcher/a.cpp", {"#include \"common/a.h\"", "#include \"indexer/b.h\""}};
  EXPECT_THAT(layers(file), ElementsAre("searcher/a.cpp:2: searcher must not see indexer/b.h"));
}

TEST(ArchitectureRules, SeeCommonLookUpward) {
  EXPECT_THAT(layers({"common/a.h", {"#include \"searcher/search/hit.h\""}}), SizeIs(1));
}

TEST(ArchitectureRules, SeeRelativeAndBareIncludes) {
  const SourceFile file{"common/a.cpp",
                        {"#include \"../b.h\"", "#include \"b.h\"", "#include <map>"}};
  EXPECT_THAT(include_paths(file), SizeIs(2));
}

TEST(ArchitectureRules, SeeAHeaderWithoutOpeningOrGuard) {
  EXPECT_THAT(header_opening({"common/a.h", {"#include <map>"}}), SizeIs(2));
  EXPECT_THAT(header_opening({"common/a.h", {"// Maps.", "#pragma once"}}), IsEmpty());
}

TEST(ArchitectureRules, SeeALongFile) {
  const std::vector<std::string> lines(4, "int x;");
  EXPECT_THAT(length({"common/a.cpp", lines}, 3), SizeIs(1));
  EXPECT_THAT(length({"common/a.cpp", lines}, 4), IsEmpty());
}

TEST(ArchitectureRules, SeeWorkLeftWithoutAnIssue) {
  const std::string word = std::string("TO") + "DO";
  EXPECT_THAT(unfinished_work({"common/a.h", {"// " + word + ": later"}}), SizeIs(1));
  EXPECT_THAT(unfinished_work({"common/a.h", {"// " + word + "(#17): later"}}), IsEmpty());
}

TEST(ArchitectureRules, SeeATestNamedByANumber) {
  const SourceFile file{
      "tests/a.cpp",
      {"TEST(Stem, Case4) {", "TEST_F(Stem,", "       Works2) {", "TEST(Stem, Ends) {",
       "RC_GTEST_PROP(Stem, IsShorter, (const std::string& word2)) {"}};
  EXPECT_THAT(test_names(file), ElementsAre(EndsWith("'Case4'"), EndsWith("'Works2'")));
}

TEST(ArchitectureRules, SeeALibraryComeInByTheWindow) {
  const std::vector<Door> agreed = {{"zstd.h", {"common/index/"}, 1}};
  const std::vector<std::string> lines = {"#include <zstd.h>"};
  EXPECT_THAT(doors({{"common/index/a.cpp", lines}}, agreed), IsEmpty());
  EXPECT_THAT(doors({{"common/a.cpp", lines}}, agreed), SizeIs(1));
  EXPECT_THAT(doors({{"common/index/a.cpp", lines}, {"common/index/b.cpp", lines}}, agreed),
              SizeIs(1));
  EXPECT_THAT(doors({{"common/index/a.cpp", {"#include <boost/any.hpp>"}}}, agreed), SizeIs(1));
}

TEST(ArchitectureRules, SeeDeadLinks) {
  const SourceFile file{"README.md",
                        {"[a](CMakeLists.txt#top) [b](https://example.org/x) [c](nowhere.md)",
                         "`common/article.h` `common/no_such.h` `corpus/*.tsv`"}};
  EXPECT_THAT(dead_links(file, root()),
              ElementsAre("README.md:1: no file behind the link nowhere.md",
                          "README.md:2: there is no common/no_such.h"));
}

}  // namespace
}  // namespace dateline::architecture
