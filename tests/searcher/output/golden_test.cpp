// Each format for programs, byte for byte, for a result that says everything, one that says as little as it can,
// one that is hostile, and one without hits. Where a change is wanted,
// `DATELINE_UPDATE_GOLDENS=1 searcher_tests` writes them anew, to be read before they are
// committed.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "searcher/output/formats.h"
#include "tests/searcher/output/results.h"

namespace dateline::searcher {
namespace {

const std::filesystem::path kGoldens = DATELINE_SOURCE_DIR "/tests/searcher/output/golden";

std::string content_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream content;
  content << in.rdbuf();
  return content.str();
}

// Pages for people are tested line by line: see page_test.cpp.
void expect_golden(const std::string& name, const SearchResult& result) {
  for (const OutputFormat& format : output_formats()) {
    if (format.is_page) continue;
    const std::string_view ending = format.name == "bibtex" ? "bib" : format.name;
    const auto file = kGoldens / (name + "." + std::string(ending));
    SCOPED_TRACE(file);
    const std::string output = format.write(result, {});
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
