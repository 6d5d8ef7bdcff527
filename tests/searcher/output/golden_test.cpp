// Each format, byte for byte, for a result that says everything, one that says as little as it can,
// one that is hostile, and one without hits. Where a change is wanted,
// `DATELINE_UPDATE_GOLDENS=1 searcher_tests` writes them anew, to be read before they are
// committed.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "searcher/output/bibtex.h"
#include "searcher/output/html.h"
#include "searcher/output/json.h"
#include "searcher/output/ris.h"
#include "searcher/output/table.h"
#include "searcher/output/trec.h"
#include "tests/searcher/output/results.h"

namespace dateline::searcher {
namespace {

const std::filesystem::path kGoldens = DATELINE_SOURCE_DIR "/tests/searcher/output/golden";

struct Format {
  const char* ending;
  std::string (*write)(const SearchResult&);
};

const Format kFormats[] = {
    {"json", [](const SearchResult& result) { return to_json(result) + '\n'; }},
    {"jsonl", to_json_lines},
    {"csv", [](const SearchResult& result) { return to_table(result, TableForm::kCsv); }},
    {"tsv", [](const SearchResult& result) { return to_table(result, TableForm::kTsv); }},
    {"html", to_html},
    {"ris", to_ris},
    {"bib", to_bibtex},
    {"trec", [](const SearchResult& result) { return to_trec("1", result); }},
};

std::string content_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream content;
  content << in.rdbuf();
  return content.str();
}

void expect_golden(const std::string& name, const SearchResult& result) {
  for (const Format& format : kFormats) {
    const auto file = kGoldens / (name + "." + format.ending);
    SCOPED_TRACE(file);
    const std::string output = format.write(result);
    if (std::getenv("DATELINE_UPDATE_GOLDENS") != nullptr) {
      std::ofstream(file, std::ios::binary) << output;
    } else {
      EXPECT_EQ(output, content_of(file));
    }
  }
}

TEST(Golden, OfAResultThatSaysEverything) {
  expect_golden("full", full_result());
}

TEST(Golden, OfAResultThatSaysLittle) {
  expect_golden("sparse", sparse_result());
}

TEST(Golden, OfAHostileResult) {
  expect_golden("hostile", hostile_result());
}

TEST(Golden, OfAResultWithoutHits) {
  SearchResult result = full_result();
  result.hits.clear();
  result.total = {0, true};
  expect_golden("empty", result);
}

}  // namespace
}  // namespace dateline::searcher
