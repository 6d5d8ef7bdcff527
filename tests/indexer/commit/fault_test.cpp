// A fault at the n-th system call of a run, for every n: the old index or the new one, never a mix.
#include <gmock/gmock.h>
#include <sys/wait.h>

#include "common/index/current.h"
#include "tests/indexer/commit/faulty_system_calls.h"
#include "tests/indexer/small_index.h"
#include "tests/temporary_folder.h"

namespace dateline::indexer {
namespace {

using test::Fault;
using test::FaultySystemCalls;
using test::live_bodies;
using test::story;
using testing::AnyOf;
using testing::ElementsAre;

class FaultTest : public testing::TestWithParam<Fault> {
 protected:
  // A copy of an index of one generation, or no index.
  std::filesystem::path fresh_index() {
    const auto index = folder_.path() / std::to_string(++copies_);
    if (starts_empty_) return index;
    std::filesystem::copy(original_, index, std::filesystem::copy_options::recursive);
    return index;
  }

  void make_original() {
    original_ = folder_.path() / "original";
    test::run(original_, {story("one"), story("two")});
    starts_empty_ = false;
  }

  std::size_t calls_of_a_run() {
    FaultySystemCalls system(Fault::kOnce, 0);
    test::run(fresh_index(), {story("three")}, system);
    return system.calls();
  }

  // Returns whether the run succeeded.
  static bool run_with(Fault fault, std::size_t number, const std::filesystem::path& index) {
    if (fault != Fault::kKill) {
      FaultySystemCalls system(fault, number);
      try {
        test::run(index, {story("three")}, system);
        return true;
      } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::kSystem) << error.what();
        return false;
      }
    }
    const pid_t child = ::fork();
    if (child == 0) {
      FaultySystemCalls system(fault, number);
      test::run(index, {story("three")}, system);
      ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    EXPECT_TRUE(WIFEXITED(status));
    return WEXITSTATUS(status) == 0;
  }

  const test::TemporaryFolder folder_;
  std::filesystem::path original_;
  bool starts_empty_ = true;
  int copies_ = 0;
};

TEST_P(FaultTest, LeavesTheOldIndexOrTheNewOne) {
  make_original();
  const auto before = live_bodies(original_);
  for (std::size_t number = calls_of_a_run(); number > 0; --number) {
    SCOPED_TRACE(number);
    const auto index = fresh_index();
    const bool succeeded = run_with(GetParam(), number, index);
    EXPECT_FALSE(succeeded);
    EXPECT_THAT(live_bodies(index),
                AnyOf(before, ElementsAre(story("two").body, story("three").body)));
    // The next run cleans up and goes on from whichever it is.
    const auto generation = read_live_manifest(index).generation;
    EXPECT_EQ(test::run(index, {story("four")}).generation, generation + 1);
    EXPECT_EQ(live_bodies(index).back(), story("four").body);
    std::filesystem::remove_all(index);
  }
}

TEST_P(FaultTest, LeavesNoIndexOrTheFirstOne) {
  for (std::size_t number = calls_of_a_run(); number > 0; --number) {
    SCOPED_TRACE(number);
    const auto index = fresh_index();
    EXPECT_FALSE(run_with(GetParam(), number, index));
    if (read_current(index)) {
      EXPECT_THAT(live_bodies(index), ElementsAre(story("three").body));
    }
    test::run(index, {story("four")});
    EXPECT_EQ(live_bodies(index).back(), story("four").body);
    std::filesystem::remove_all(index);
  }
}

INSTANTIATE_TEST_SUITE_P(EveryFault, FaultTest,
                         testing::Values(Fault::kOnce, Fault::kOnward, Fault::kKill),
                         [](const auto& fault) {
                           return std::string(fault.param == Fault::kOnce     ? "Once"
                                              : fault.param == Fault::kOnward ? "Onward"
                                                                              : "Kill");
                         });

}  // namespace
}  // namespace dateline::indexer
