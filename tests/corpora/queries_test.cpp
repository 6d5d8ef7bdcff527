// Queries that people typed into other search engines run through the whole path of a query. A
// mistake that is not their own is a failure of the language.
#include <gtest/gtest.h>

#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <variant>
#include <vector>

#include "indexer/update/update.h"
#include "searcher/query/parser.h"
#include "searcher/search/searcher.h"
#include "tests/real_archives.h"
#include "tests/temporary_folder.h"

namespace dateline::searcher {
namespace {

using Queries = std::vector<std::string>;

constexpr std::size_t kExamples = 3;  // of each kind of mistake

// The one mistake that is a web searcher's own: a lone sign is no query.
constexpr const char* kNoWord = "the query holds no word to search for";

Queries lines_of(const std::filesystem::path& file) {
  Queries lines;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

// A message without what it quotes, which is the kind of the mistake.
std::string kind_of(const std::string& message) {
  std::string kind;
  bool quoted = false;
  for (const char c : message) {
    if (c == '\'' || c == '"') quoted = !quoted;
    if (!quoted) kind += c;
  }
  return kind;
}

// What came of many queries.
struct Outcome {
  std::size_t answered = 0;
  std::size_t with_hits = 0;
  std::map<std::string, Queries> mistakes;  // by kind

  std::size_t mistaken() const {
    std::size_t sum = 0;
    for (const auto& [kind, queries] : mistakes) sum += queries.size();
    return sum;
  }

  bool is_fault_of_the_language() const {
    return mistakes.size() > 1 || (mistakes.size() == 1 && !mistakes.contains(kNoWord));
  }

  void print(const std::string& name) const {
    std::cout << name << ": " << answered << " answered, " << with_hits << " with hits, "
              << mistaken() << " mistakes\n";
    for (const auto& [kind, queries] : mistakes) {
      std::cout << "  " << queries.size() << " x " << kind << '\n';
      for (std::size_t i = 0; i < queries.size() && i < kExamples; ++i) {
        std::cout << "      " << queries[i] << '\n';
      }
    }
  }
};

class RealQueries : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = std::make_unique<test::TemporaryFolder>();
    indexer::UpdateOptions options;
    options.index_dir = folder_->path() / "index";
    options.inputs = {std::string(DATELINE_SOURCE_DIR) + "/corpus/sample"};
    std::istringstream in;
    std::ostringstream out;
    std::ostringstream log;
    indexer::run_update(options, {in, out, log});
  }
  static void TearDownTestSuite() { folder_.reset(); }

  // Asks all as `dateline-search` does.
  static Outcome ask(const Queries& queries, SideBySide side_by_side) {
    Searcher searcher(folder_->path() / "index");
    ParseOptions options;
    options.side_by_side = side_by_side;
    options.archive_fields = searcher.archive_fields();
    Outcome outcome;
    for (const std::string& text : queries) {
      const auto parsed = parse_query(text, options);
      if (const auto* mistake = std::get_if<QueryMistake>(&parsed)) {
        outcome.mistakes[kind_of(mistake->message)].push_back(text + "  -> " + mistake->message);
        continue;
      }
      const SearchResult result = searcher.search(std::get<Query>(parsed), {});
      ++outcome.answered;
      if (!result.hits.empty()) ++outcome.with_hits;
    }
    return outcome;
  }

  static inline std::unique_ptr<test::TemporaryFolder> folder_;
};

TEST_F(RealQueries, OfTheBenchmarkGameAreAllAnswered) {
  const auto file = test::real_archive("queries/benchmark-game.jsonl");
  if (!file) GTEST_SKIP() << "the queries are not there: set DATELINE_CORPORA to where they lie";
  Queries queries;
  for (const std::string& line : lines_of(*file)) {
    queries.push_back(nlohmann::json::parse(line).at("query"));
  }
  ASSERT_EQ(queries.size(), 962U);
  for (const SideBySide side_by_side : {SideBySide::kAll, SideBySide::kAny}) {
    const Outcome outcome = ask(queries, side_by_side);
    outcome.print("benchmark-game");
    EXPECT_EQ(outcome.answered, queries.size());
  }
}

TEST_F(RealQueries, OfTheWebAreAllAnswered) {
  const auto file = test::real_archive("queries/web-efficiency-2005.txt");
  if (!file) GTEST_SKIP() << "the queries are not there: set DATELINE_CORPORA to where they lie";
  Queries queries;
  for (const std::string& line : lines_of(*file)) {
    queries.push_back(line.substr(line.find(':') + 1));
  }
  ASSERT_EQ(queries.size(), 25'000U);
  const Outcome outcome = ask(queries, SideBySide::kAll);
  outcome.print("web-efficiency-2005");
  EXPECT_FALSE(outcome.is_fault_of_the_language());
}

// What people type besides words, without meaning anything by it.
TEST_F(RealQueries, WithStraySignsAreAnswered) {
  const Queries queries = {
      "what's on tonight",
      "o'neill",
      "rock 'n' roll",
      "c++",
      "c#",
      ".net",
      "at&t",
      "rock & roll",
      "p/e ratio",
      "and/or",
      "oil - gas",
      "oil -- gas",
      "oil -",
      "- oil",
      "oil – gas",
      "oil / gas",
      "50% off",
      "$100",
      "#1 song",
      "who is elon musk?",
      "where is the summit ?",
      "why??",
      "wow!",
      "me@example.com",
      "www.example.com",
      "http://example.com/a?b=c",
      "https://example.com",

      "10:30 train",

      "part 1: the start",
      "3 < 4",
      "a > b",
      "x = y",
      "2+2",
      "2 + 2",
      "e=mc2",
      "~ oil",
      "oil ~ gas",
      "oil ^ gas",
      "[oil]",
      "{oil}",
      "oil; gas",
      "oil, gas, coal",
      "oil | gas",
      "oil || gas",
      "oil && gas",
      "*",
      "?",
      "...",
      "oil...",
      "and",
      "or",
      "not",
      "near me",
      "restaurants near me",
      "syn",
      "adj",
      "to be or not to be",
      "w/out",
      "w/o sugar",
      "24/7",
      "9/11",
      "s/he",
      "jack and jill",
      "u.s. and u.k.",
      "a.m. news",
      "mr. smith",
      "don’t panic",
      "“harbour bridge”",
      "harbour \xe2\x80\x94 bridge",
      "+oil +gas",
      "+oil -gas",
      "oil +",
      "a",
      "l'école",

  };
  const Outcome outcome = ask(queries, SideBySide::kAll);
  outcome.print("stray signs");
  EXPECT_FALSE(outcome.is_fault_of_the_language());
}

}  // namespace
}  // namespace dateline::searcher
