// docs/query-language.md is true: every example is read, and finds as many articles of the sample
// archive as it says.
#include "searcher/query/query_help.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <memory>
#include <sstream>
#include <vector>

#include "common/terminal_text.h"
#include "indexer/update/update.h"
#include "searcher/query/parser.h"
#include "searcher/search.h"
#include "tests/temporary_folder.h"

namespace dateline::searcher {
namespace {

using testing::HasSubstr;

struct Example {
  std::string query;
  std::string meaning;
  std::string finds;  // a number, or empty
};

// The rows of all tables of the document: "| `query` | meaning | finds |".
std::vector<Example> examples() {
  std::vector<Example> examples;
  std::istringstream document{std::string(query_language())};
  for (std::string line; std::getline(document, line);) {
    if (!line.starts_with("| `")) continue;
    const std::size_t query_end = line.find("` | ");
    const std::size_t meaning = query_end + 4;
    const std::size_t meaning_end = line.find(" |", meaning);
    std::string finds = line.substr(meaning_end + 2);
    std::erase_if(finds, [](char c) { return c < '0' || c > '9'; });
    examples.push_back(
        {line.substr(3, query_end - 3), line.substr(meaning, meaning_end - meaning), finds});
  }
  return examples;
}

// Without blanks, line ends and the marks of Markdown: what stays however a text is laid out.
std::string bare(std::string text) {
  std::erase_if(text, [](char c) { return c == ' ' || c == '\n' || c == '`' || c == '*'; });
  return text;
}

class SampleArchive : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = std::make_unique<test::TemporaryFolder>();
    indexer::UpdateOptions options;
    options.index_dir = folder_->path() / "index";
    options.inputs = {DATELINE_SOURCE_DIR "/corpus/sample"};
    std::istringstream in;
    std::ostringstream out;
    std::ostringstream log;
    run_update(options, {in, out, log});
  }
  static void TearDownTestSuite() { folder_.reset(); }

  static inline std::unique_ptr<test::TemporaryFolder> folder_;
};

TEST(QueryLanguage, IsTheDocumentOfTheSourceTree) {
  std::ifstream file(DATELINE_SOURCE_DIR "/docs/query-language.md");
  std::ostringstream document;
  document << file.rdbuf();
  EXPECT_EQ(query_language(), document.str());
}

TEST_F(SampleArchive, FindsWhatEachExampleOfTheQueryLanguageSays) {
  Searcher searcher(folder_->path() / "index");
  const ParseOptions parsing{SideBySide::kAll, searcher.archive_fields(),
                             std::chrono::year{2024} / 2 / 29};
  for (const Example& example : examples()) {
    SCOPED_TRACE(example.query);
    const auto query = parse_query(example.query, parsing);
    ASSERT_TRUE(std::holds_alternative<Query>(query)) << std::get<QueryMistake>(query).message;
    if (example.finds.empty()) continue;
    const SearchResult result = searcher.search(std::get<Query>(query), {});
    EXPECT_EQ(std::to_string(result.total.value), example.finds) << result.read_as;
  }
}

TEST(QueryLanguage, HasEachExampleOnce) {
  std::vector<std::string> queries;
  for (const Example& example : examples()) queries.push_back(example.query);
  EXPECT_GT(queries.size(), 60u);
  std::sort(queries.begin(), queries.end());
  EXPECT_EQ(std::adjacent_find(queries.begin(), queries.end()), queries.end());
}

TEST(QueryHelp, SaysWhatTheDocumentSays) {
  const std::string help = bare(query_help());
  for (const Example& example : examples()) {
    const std::string finds = example.finds.empty() ? "" : "[" + example.finds + "]";
    EXPECT_THAT(help, HasSubstr(bare(example.query + example.meaning + finds)));
  }
  std::string document = bare(std::string(query_language()));
  EXPECT_THAT(help, HasSubstr(bare("is an error with the place marked, never a guess.")));
  EXPECT_THAT(help, testing::EndsWith(document.substr(document.rfind("Aqueryholds"))));
}

TEST(QueryHelp, IsPlainTextForANarrowTerminal) {
  std::istringstream help(query_help());
  for (std::string line; std::getline(help, line);) {
    EXPECT_LE(display_width(line), 80u) << line;
    EXPECT_EQ(printable(line), line);
    EXPECT_FALSE(line.ends_with(' ')) << line;
    EXPECT_EQ(line.find('`'), std::string::npos) << line;
    EXPECT_EQ(line.find('|'), std::string::npos) << line;
  }
}

}  // namespace
}  // namespace dateline::searcher
