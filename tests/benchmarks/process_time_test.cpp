#include "benchmarks/process_time.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "benchmarks/talking_process.h"
#include "tests/benchmarks/story_index.h"
#include "tests/throws_error.h"

namespace dateline::bench {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

class MeasureProcess : public testing::Test {
 protected:
  MeasureProcess() {
    options_.index_dir = build_story_index(folder_);
    options_.program = "/bin/true";
    options_.draw.per_class = 2;
    options_.rounds = 1;
  }

  std::vector<std::string> rows() {
    report_ = measure_process(options_, log_);
    std::vector<std::string> names;
    for (const Row& row : report_.rows) names.push_back(row.name);
    return names;
  }

  test::TemporaryFolder folder_;
  ProcessOptions options_;
  std::ostringstream log_;
  Report report_;
};

TEST_F(MeasureProcess, StartsTheProgramForEachClass) {
  const auto names = rows();
  EXPECT_THAT(names, Contains("--version / dateline-search"));
  EXPECT_THAT(names, Contains("phrase / dateline-search"));
}

TEST_F(MeasureProcess, SaysWhyRipgrepWasNotMeasured) {
  EXPECT_THAT(rows(), Not(Contains(HasSubstr("rg -l"))));
  EXPECT_THAT(report_.notes, ElementsAre(HasSubstr("--files")));
}

TEST_F(MeasureProcess, LetsRipgrepLookForWordsAlone) {
  if (!is_on_path("rg")) GTEST_SKIP() << "ripgrep is not installed";
  options_.files_dir = folder_.path();
  const auto names = rows();
  EXPECT_THAT(names, Contains("word-rare / rg -l"));
  EXPECT_THAT(names, Not(Contains("and / rg -l")));
  EXPECT_THAT(names, Not(Contains("newest / rg -l")));
}

TEST_F(MeasureProcess, NamesASearchThatFails) {
  options_.program = "/bin/false";
  EXPECT_THAT([&] { rows(); }, test::throws_error(ErrorKind::kSystem, "--version"));
}

}  // namespace
}  // namespace dateline::bench
