#include "benchmarks/child_process.h"

#include <gtest/gtest.h>

#include <string>

#include "benchmarks/build_time.h"
#include "benchmarks/corpus_size.h"
#include "tests/benchmarks/story_index.h"
#include "tests/throws_error.h"

namespace dateline::bench {
namespace {

TEST(RunProgram, GivesItsExitStatus) {
  EXPECT_EQ(run_program("/bin/sh", {"-c", "exit 3"}).exit_status, 3);
}

TEST(RunProgram, NamesAProgramThatCannotBeStarted) {
  EXPECT_THAT([] { run_program("/no/such/program", {}); },
              test::throws_error(ErrorKind::kSystem, "/no/such/program"));
}

TEST(RunForked, MeasuresTheMemoryOfTheWork) {
  const ChildUsage little = run_forked([] {});
  const ChildUsage much = run_forked([] { const std::string taken(64 << 20, 'x'); });
  EXPECT_GE(much.peak_resident_bytes, little.peak_resident_bytes + (60 << 20));
}

TEST(RunForked, FailsWhereTheWorkFails) {
  EXPECT_THAT([] { run_forked([] { throw std::runtime_error("of no use"); }); },
              test::throws_error(ErrorKind::kSystem, "the measured work failed"));
}

TEST(WriteIncrement, GivesEveryHundredthArticleAnotherIdentity) {
  const test::TemporaryFolder folder;
  const auto index = build_story_index(folder, 250);
  EXPECT_EQ(write_increment(index, folder.path() / "more.jsonl"), 3u);

  indexer::UpdateOptions options;
  options.index_dir = index;
  options.inputs = {(folder.path() / "more.jsonl").string()};
  std::istringstream no_input;
  std::ostringstream ignored;
  EXPECT_EQ(indexer::run_update(options, {no_input, ignored, ignored}).summary.indexed, 3u);
  EXPECT_EQ(live_articles(index), 253u);
}

}  // namespace
}  // namespace dateline::bench
