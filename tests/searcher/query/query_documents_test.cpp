// The README and the manual pages show the examples of docs/query-language.md, word by word. Where
// that document has changed, `DATELINE_UPDATE_GOLDENS=1 searcher_tests` writes them anew.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>

#include "searcher/query/query_help.h"
#include "tests/searcher/query/query_manual.h"
#include "tests/temporary_folder.h"

namespace dateline::searcher {
namespace {

// The text of a document between two lines that stay.
struct Place {
  std::string document;  // a path from the root
  std::string_view line_before;
  std::string_view line_behind;
};

void expect_document(const std::string& document, const std::string& content) {
  const std::string path = std::string(DATELINE_SOURCE_DIR) + "/" + document;
  if (std::getenv("DATELINE_UPDATE_GOLDENS") != nullptr) {
    std::ofstream(path, std::ios::binary) << content;
  } else {
    EXPECT_EQ(test::content_of(path), content) << "in " << document;
  }
}

void expect_in(const Place& place, const std::string& content) {
  std::string document = test::content_of(std::string(DATELINE_SOURCE_DIR) + "/" + place.document);
  const std::size_t before = document.find(place.line_before);
  ASSERT_NE(before, std::string::npos) << "no '" << place.line_before << "' in " << place.document;
  const std::size_t begin = before + place.line_before.size();
  const std::size_t end = document.find(place.line_behind, begin);
  ASSERT_NE(end, std::string::npos) << "no '" << place.line_behind << "' in " << place.document;
  document.replace(begin, end - begin, content);
  expect_document(place.document, document);
}

// Essential rows are told by bold letters in the whole table only.
std::string essential_rows() {
  std::string rows;
  std::istringstream document{std::string(query_language())};
  for (std::string line; std::getline(document, line);) {
    const auto example = read_example(line);
    if (!example || !example->is_essential) continue;
    const std::string finds = example->finds.empty() ? "" : example->finds + " ";
    rows += "| `" + example->query + "` | " + example->meaning + " | " + finds + "|\n";
  }
  return rows;
}

TEST(QueryDocuments, TheReadmeShowsTheEssentialExamples) {
  expect_in(
      {"README.md", "| query | asks for | finds |\n| --- | --- | --- |\n", "\nThe whole language"},
      essential_rows());
}

TEST(QueryDocuments, TheManualOfTheSearcherShowsTheEssentialExamples) {
  expect_in({"docs/man/dateline-search.1",
             ".\\\" The essential examples of docs/query-language.md, written by searcher_tests.\n"
             ".Bl -tag -width Ds\n",
             ".El\n"},
            query_manual_items());
}

TEST(QueryDocuments, TheManualOfTheQueryLanguageIsTheWholeDocument) {
  expect_document("docs/man/dateline-query.7", query_manual());
}

}  // namespace
}  // namespace dateline::searcher
