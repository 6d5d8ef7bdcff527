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
using ::testing::StartsWith;

constexpr std::size_t kMostLines = 500;
constexpr std::size_t kMostBehind = 45;

// Where the libraries come in. To use one in a new place, first ask whether an existing door
// serves.
const std::vector<Door> kDoors = {
    {"xapian.h", {"common/xapian_guard.h", "common/index/", "indexer/catalogue/", "searcher/"}, 6},
    {"malloc.h", {"indexer/update/segment_writer.cpp"}, 1},
    {"roaring/", {"common/index/deletions.cpp"}, 1},
    {"cld2/", {"indexer/enrichment/language_detector.cpp"}, 1},
    {"fnmatch.h", {"indexer/sources/exclusions.cpp"}, 1},
    {"libstemmer.h", {"common/text/stemmer.cpp"}, 1},
    {"unicode/",
     {"indexer/enrichment/calendar_lexicon.cpp", "indexer/enrichment/date_fold.cpp",
      "indexer/sources/code_pages.cpp", "indexer/sources/plausibility.cpp"},
     4},
    {"utf8proc.h", {"common/utf8.cpp", "common/text/unicode.cpp"}, 2},
    {"xxhash.h", {"common/index/", "common/text_index/", "indexer/"}, 2},
    {"zstd.h",
     {"common/facets/", "common/index/block_decoder.cpp", "indexer/facets/", "indexer/store/",
      "indexer/sources/zstd_stream.cpp"},
     6},
    {"zstd_errors.h", {"indexer/sources/zstd_stream.cpp"}, 1},
    {"zdict.h", {"indexer/store/store_block.cpp"}, 1},
    {"archive.h", {"indexer/sources/container.cpp"}, 1},
    {"archive_entry.h", {"indexer/sources/container.cpp"}, 1},
    {"simdjson.h",
     {"indexer/sources/json_blocks.h", "indexer/sources/json_table.h",
      "indexer/sources/json_value.h", "indexer/sources/json_wrapper.h"},
     4},
    {"csv.h", {"indexer/sources/csv_cells.cpp"}, 1},
    {"libxml/", {"indexer/sources/html_text.cpp"}, 1},
    {"uchardet.h", {"indexer/sources/code_pages.cpp"}, 1},
    {"yaml-cpp/", {"indexer/sources/front_matter.cpp"}, 1},
    {"nlohmann/", {"common/index/manifest.cpp", "indexer/", "searcher/output/"}, 6},
    {"CLI/", {"indexer/", "searcher/", "corpus/generate.cpp"}, 3},
    {"fmt/", {"common/", "indexer/", "searcher/", "corpus/"}, 70},
};

// Headers with more than kMostBehind of ours behind them.
const std::vector<Weighty> kWeighty = {};

// What was once in many places and is to stay in one.
const std::vector<Unwanted> kUnwanted = {
    {"struct Place {", "", "", 1, "an origin, a spot and a reference to an article are not alike"},
    {"interpret(", "searcher/", ".cpp", 2,
     "a query is interpreted once, where its meaning is made"},
    {"#include \"searcher/query/query.h\"", "searcher/highlight/", ".h", 0,
     "what is lit follows from the meaning, not from what was typed"},
    {"plan.plan", "searcher/", "", 0, "a plan that holds a plan wants another name"},
    {"\"hlead\"", "searcher/", "", 2,
     "only the tables of fields, ours and foreign, know their names"},
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

TEST(Architecture, HeadersHaveFewBehindThem) {
  EXPECT_THAT(weights(code(), kMostBehind, kWeighty), IsEmpty());
}

TEST(Architecture, FoldersAreNotNamedLikeBuilds) {
  EXPECT_THAT(folder_names(code()), IsEmpty());
}

TEST(Architecture, CommentsAreWhole) {
  EXPECT_THAT(in_all(code(), torn_comments), IsEmpty());
}

TEST(Architecture, WhatIsInOnePlaceStaysThere) {
  EXPECT_THAT(unwanted(code(), kUnwanted), IsEmpty());
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
  EXPECT_THAT(doors({{"common/index/a.cpp", lines}, {"common/a.cpp", lines}}, agreed), SizeIs(1));
  EXPECT_THAT(doors({{"common/index/a.cpp", lines}, {"common/index/b.cpp", lines}}, agreed),
              SizeIs(1));
  EXPECT_THAT(
      doors({{"common/index/a.cpp", {"#include <zstd.h>", "#include <boost/any.hpp>"}}}, agreed),
      SizeIs(1));
}

TEST(ArchitectureRules, SeeADoorThatNobodyUses) {
  EXPECT_THAT(doors({{"common/a.cpp", {"#include <map>"}}}, {{"zstd.h", {"common/"}, 1}}),
              ElementsAre("zstd.h: nobody uses this door"));
}

TEST(ArchitectureRules, SeeAHeaderWithTooManyBehindIt) {
  const std::vector<SourceFile> tree = {
      {"common/a.h", {"#include \"common/b.h\"", "#include <map>"}},
      {"common/b.h", {"#include \"common/c.h\""}},
      {"common/c.h", {"#include \"common/b.h\""}}};
  EXPECT_THAT(weights(tree, 2, {}), IsEmpty());
  EXPECT_THAT(weights({tree[0], tree[1], tree[2]}, 1, {{"common/b.h", ""}, {"common/c.h", ""}}),
              ElementsAre(StartsWith("common/a.h:1: 2 headers")));
  EXPECT_THAT(weights(tree, 2, {{"common/a.h", "it is the root"}}),
              ElementsAre(EndsWith("take it off the list")));
}

TEST(ArchitectureRules, SeeAFolderNamedLikeABuild) {
  const std::vector<SourceFile> tree = {{"indexer/build/merge.h", {}},
                                        {"indexer/building/a.h", {}}};
  EXPECT_THAT(folder_names(tree), ElementsAre(StartsWith("indexer/build:")));
}

TEST(ArchitectureRules, SeeATornComment) {
  const std::string full =
      "// A line that is full, so that not one more of the words of what is said "
      "has room on it, after an";
  const std::vector<std::string> torn = {full, "// apostrophe and",
                                         "// a vowel, for instance in French."};
  EXPECT_THAT(torn_comments({"common/a.h", torn}),
              ElementsAre("common/a.h:2: a torn comment: 'apostrophe and'"));
  const std::vector<std::string> list = {"  // - " + full.substr(3), "  //   apostrophe",
                                         "  //     and a vowel, as a formatter indents it"};
  EXPECT_THAT(torn_comments({"common/a.h", list}), SizeIs(1));
}

TEST(ArchitectureRules, SeeNoTornCommentWhereASentenceOrAnEntryEnds) {
  const std::string full =
      "// A line that is full, so that not one more of the words of what is said "
      "has room on it, after an";
  const std::vector<std::string> ends[] = {
      {full, "// apostrophe.", "// Another sentence begins on a line of its own."},
      {full, "//     apostrophe", "//   the next entry of a list, whose text is further left"},
      {full, "// apostrophe", "// - an entry of a list, which follows without a colon"},
      {full, "// apostrophe", "int words = 0;"},
      {"// A short line by choice,", "// one more", "// and one that is a little longer."}};
  for (const auto& lines : ends) EXPECT_THAT(torn_comments({"common/a.h", lines}), IsEmpty());
}

TEST(ArchitectureRules, SeeWhatIsUnwantedInMoreFilesThanAgreed) {
  const std::vector<Unwanted> once = {{"interpret(", "searcher/", "", 1, "asked once"}};
  const SourceFile first{"searcher/a.cpp", {"interpret(word);"}};
  EXPECT_THAT(unwanted({first, {"indexer/b.cpp", {"interpret(word);"}}}, once), IsEmpty());
  EXPECT_THAT(
      unwanted({first, {"searcher/b.cpp", {"// As interpret(", "reinterpret(word);"}}}, once),
      IsEmpty());
  EXPECT_THAT(unwanted({first, {"searcher/b.cpp", {"x = interpret(word);"}}}, once),
              ElementsAre("'interpret(': asked once; one file too many: searcher/b.cpp"));
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
