#include "searcher/query/synonyms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <string>

#include "common/error.h"
#include "tests/temporary_folder.h"
#include "tests/throws_error.h"

namespace dateline::searcher {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

Synonyms read(std::string_view text) {
  auto read = read_synonyms(text);
  const auto* mistake = std::get_if<SynonymMistake>(&read);
  EXPECT_EQ(mistake, nullptr) << mistake->line << ": " << mistake->message;
  return mistake == nullptr ? std::get<Synonyms>(std::move(read)) : Synonyms();
}

SynonymMistake mistake_in(std::string_view text) {
  auto read = read_synonyms(text);
  const auto* mistake = std::get_if<SynonymMistake>(&read);
  return mistake == nullptr ? SynonymMistake{0, "no mistake"} : *mistake;
}

TEST(Synonyms, FindEachOtherWithinALine) {
  const Synonyms synonyms = read("oil, petroleum, \"crude oil\"\n");
  EXPECT_THAT(synonyms.alternatives("oil"), ElementsAre("petroleum", "\"crude oil\""));
  EXPECT_THAT(synonyms.alternatives("petroleum"), ElementsAre("oil", "\"crude oil\""));
  EXPECT_THAT(synonyms.alternatives("crude oil"), ElementsAre("oil", "petroleum"));
  EXPECT_THAT(synonyms.alternatives("crude"), IsEmpty());
}

TEST(Synonyms, GoOneWayAfterAnArrow) {
  const Synonyms synonyms = read("car, auto => automobile, motor car");
  EXPECT_THAT(synonyms.alternatives("car"), ElementsAre("automobile", "\"motor car\""));
  EXPECT_THAT(synonyms.alternatives("auto"), ElementsAre("automobile", "\"motor car\""));
  EXPECT_THAT(synonyms.alternatives("automobile"), IsEmpty());
}

TEST(Synonyms, AreRecognisedAsWordsAreCompared) {
  const Synonyms synonyms = read("Défence, military\nU.S., America\ne-mail, message");
  EXPECT_THAT(synonyms.alternatives("DEFENSE'S"), ElementsAre("military"));
  EXPECT_THAT(synonyms.alternatives("US"), ElementsAre("America"));
  EXPECT_THAT(synonyms.alternatives("us"), IsEmpty());
  EXPECT_THAT(synonyms.alternatives("E-Mail"), ElementsAre("message"));
  EXPECT_THAT(synonyms.alternatives("militaries"), IsEmpty());
}

TEST(Synonyms, AddUpTheLinesOfAWordButNotOfItsAlternatives) {
  const Synonyms synonyms = read("a, b, A\nb, c\na => d, b\na, a");
  EXPECT_THAT(synonyms.alternatives("a"), ElementsAre("b", "d"));
  EXPECT_THAT(synonyms.alternatives("b"), ElementsAre("a", "c"));
  EXPECT_THAT(synonyms.alternatives("c"), ElementsAre("b"));
}

TEST(Synonyms, PassOverCommentsBlanksAndTheMarksOfOtherSystems) {
  const Synonyms synonyms =
      read("\xEF\xBB\xBF# energy\r\n\r\n  oil ,\tpetroleum # and gas\r\n   # , =>");
  EXPECT_THAT(synonyms.alternatives("oil"), ElementsAre("petroleum"));
  EXPECT_TRUE(read("").empty());
  EXPECT_THAT(Synonyms().alternatives("oil"), IsEmpty());
}

TEST(Synonyms, AreQuotedWhereTheQueryLanguageWouldReadThemOtherwise) {
  const Synonyms synonyms =
      read("x, Or, adj5, 9/11, \"oil, gas\", \"coal\", $100, AT&T, C-130, 2%, O’Neill, 東京");
  EXPECT_THAT(synonyms.alternatives("x"),
              ElementsAre("\"Or\"", "\"adj5\"", "\"9/11\"", "\"oil, gas\"", "\"coal\"", "\"$100\"",
                          "AT&T", "C-130", "2%", "O’Neill", "東京"));
}

TEST(ReadSynonyms, NamesTheLineAndTheMistake) {
  struct SynonymsCase {
    std::string text;
    std::size_t line;
    std::string_view message;
  };
  const SynonymsCase cases[] = {
      {"a, b\n\nalone", 3, "a word alone has no alternative"},
      {"a,, b", 1, "there is no word where one should be"},
      {"a, b,", 1, "there is no word"},
      {"=> a", 1, "there is no word"},
      {"a =>", 1, "there is no word"},
      {"a, & , b", 1, "there is no word"},
      {"a => b => c", 1, "'=>' stands twice"},
      {"a, \"b c", 1, "this quote is never closed"},
      {"a, \"b\" c", 1, "a comma is missing beside the quotes"},
      {"a, b \"c\"", 1, "a comma is missing beside the quotes"},
      {"a, missil*", 1, "'*' cannot stand in a word"},
      {"a, “b”", 1, "'“' cannot stand in a word"},
      {"a, headline:b", 1, "':' cannot stand in a word"},
      {"a, b\uFEFFc", 1, "cannot stand in a word"},
      {"a, b#c", 1, "'#' cannot stand in a word"},
      {"a, b\n\xC3, d", 2, "this is not UTF-8"},
      {"a, b c d e f g h i j", 1, "'b c d e f g h i j' has more than 8 words"},
  };
  for (const SynonymsCase& c : cases) {
    SCOPED_TRACE(c.text);
    EXPECT_EQ(mistake_in(c.text).line, c.line);
    EXPECT_THAT(mistake_in(c.text).message, HasSubstr(c.message));
  }
}

TEST(ReadSynonyms, BoundsTheFileAndTheAlternativesOfAWord) {
  std::string line = "oil => w";
  for (std::size_t i = 1; i < kMaxAlternatives; ++i) line += ", w" + std::to_string(i);
  EXPECT_THAT(read(line).alternatives("oil"), SizeIs(kMaxAlternatives));
  EXPECT_THAT(mistake_in(line + "\noil => gas").message,
              HasSubstr("'oil' has more than 64 alternatives"));
  EXPECT_THAT(mistake_in(std::string(kMaxSynonymBytes + 1, '\n')).message, HasSubstr("more than"));
}

TEST(LoadSynonyms, ReadsAFileAndNamesItInMistakes) {
  const test::TemporaryFolder folder;
  const auto file = folder.path() / "words.txt";
  std::ofstream(file) << "oil, petroleum\n";
  EXPECT_THAT(load_synonyms(file).alternatives("oil"), ElementsAre("petroleum"));

  std::ofstream(file, std::ios::app) << "gas\n";
  EXPECT_THAT([&] { load_synonyms(file); },
              test::throws_error(ErrorKind::kUsage, "words.txt', line 2: a word alone"));
}

TEST(LoadSynonyms, SaysThatAFileCannotBeRead) {
  const test::TemporaryFolder folder;
  for (const auto& path : {folder.path() / "none.txt", folder.path()}) {
    EXPECT_THAT([&] { load_synonyms(path); },
                test::throws_error(ErrorKind::kInput, "cannot read the synonyms"));
  }
}

}  // namespace
}  // namespace dateline::searcher
