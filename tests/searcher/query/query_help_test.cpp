// docs/query-language.md is true: every example is read, and finds as many articles of the sample
// archive as it says.
#include "searcher/query/query_help.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <memory>
#include <sstream>
#include <utility>
#include <vector>

#include "common/terminal_text.h"
#include "indexer/update/update.h"
#include "searcher/query/parser.h"
#include "searcher/search/searcher.h"
#include "tests/temporary_folder.h"

namespace dateline::searcher {
namespace {

using testing::HasSubstr;
using testing::Not;

std::vector<QueryExample> examples() {
  std::vector<QueryExample> examples;
  std::istringstream document{std::string(query_language())};
  for (std::string line; std::getline(document, line);) {
    if (auto example = read_example(line)) examples.push_back(std::move(*example));
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
  for (const QueryExample& example : examples()) {
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
  for (const QueryExample& example : examples()) queries.push_back(example.query);
  EXPECT_GT(queries.size(), 60u);
  std::sort(queries.begin(), queries.end());
  EXPECT_EQ(std::adjacent_find(queries.begin(), queries.end()), queries.end());
}

TEST(QueryHelp, SaysWhatTheDocumentSays) {
  const std::string help = bare(query_help());
  for (const QueryExample& example : examples()) {
    const std::string finds = example.finds.empty() ? "" : "[" + example.finds + "]";
    EXPECT_THAT(help, HasSubstr(bare(example.query + example.meaning + finds)));
  }
  std::string document = bare(std::string(query_language()));
  EXPECT_THAT(help,
              HasSubstr(bare("is an error, with the place marked; the program never guesses.")));
  EXPECT_THAT(help, testing::EndsWith(document.substr(document.rfind("Aqueryholds"))));
}

TEST(QuerySummary, HasTheEssentialExamplesAlone) {
  const std::string summary = query_summary();
  EXPECT_THAT(
      summary,
      HasSubstr("\n  =organised                    this form and this spelling only [1]\n"));
  EXPECT_THAT(summary, Not(HasSubstr("ferry AND bridge")));
}

TEST(QueryHelp, IsPlainTextForANarrowTerminal) {
  std::istringstream help(query_help() + query_summary());
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
