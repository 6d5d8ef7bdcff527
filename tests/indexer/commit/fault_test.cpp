// A fault, a kill or a power cut at the n-th system call of a run, for every n: the old index or
// the new one, never a mix.
#include <gmock/gmock.h>
#include <sys/wait.h>

#include "common/index/current.h"
#include "indexer/commit/durable_file.h"
#include "tests/indexer/commit/faulty_system_calls.h"
#include "tests/indexer/commit/power_cut.h"
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

// A segment written once: writing a catalogue takes more time than all else in a run.
class PreparedSegment {
 public:
  PreparedSegment() : entry_(test::write_segment({folder_.path(), {}, {}}, {story("three")})) {}

  SegmentEntry copy_to(const SegmentOnDisk& segment, SystemCalls& system) const {
    for (const auto& file : std::filesystem::directory_iterator(folder_.path())) {
      write_file(segment.folder / file.path().filename(), test::content_of(file.path()), system);
    }
    SegmentEntry entry = entry_;
    entry.id = segment.entry.id;
    return entry;
  }

 private:
  const test::TemporaryFolder folder_;
  const SegmentEntry entry_;
};

// Runs on copies of an index of one generation, or where there is no index.
class CopiedIndexTest : public testing::Test {
 protected:
  // A copy of an index of one generation, or no index.
  std::filesystem::path fresh_index() {
    const auto index = folder_.path() / std::to_string(++copies_);
    if (!original_.empty()) {
      std::filesystem::copy(original_, index, std::filesystem::copy_options::recursive);
    }
    return index;
  }

  void start_with_an_index() {
    original_ = folder_.path() / "original";
    test::run(original_, {story("one"), story("two")});
  }

  void run(const std::filesystem::path& index, SystemCalls& system) {
    Commit commit(index, system);
    Manifest next = commit.base();
    Deletions deletions;
    for (const SegmentEntry& segment : next.segments) deletions[segment.id].add(1);
    next.segments.push_back(prepared_.copy_to(commit.new_segment(), system));
    commit.publish(next, deletions);
  }

  std::size_t calls_of_a_run() {
    FaultySystemCalls system(Fault::kOnce, 0);
    run(fresh_index(), system);
    return system.calls();
  }

  const test::TemporaryFolder folder_;
  const PreparedSegment prepared_;
  std::filesystem::path original_;
  int copies_ = 0;
};

class FaultTest : public CopiedIndexTest, public testing::WithParamInterface<Fault> {
 protected:
  void run_and_fail_at(std::size_t number, const std::filesystem::path& index) {
    FaultySystemCalls system(GetParam(), number);
    if (GetParam() != Fault::kKill) {
      EXPECT_THROW(run(index, system), Error);
      return;
    }
    const pid_t child = ::fork();
    if (child == 0) {
      run(index, system);
      ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == test::kKilled);
  }
};

TEST_P(FaultTest, LeavesTheOldIndexOrTheNewOne) {
  start_with_an_index();
  const auto before = live_bodies(original_);
  for (std::size_t number = calls_of_a_run(); number > 0; --number) {
    SCOPED_TRACE(number);
    const auto index = fresh_index();
    run_and_fail_at(number, index);
    EXPECT_THAT(live_bodies(index),
                AnyOf(before, ElementsAre(story("two").body, story("three").body)));
    std::filesystem::remove_all(index);
  }
}

TEST_P(FaultTest, LeavesNoIndexOrTheFirstOne) {
  for (std::size_t number = calls_of_a_run(); number > 0; --number) {
    SCOPED_TRACE(number);
    const auto index = fresh_index();
    run_and_fail_at(number, index);
    if (read_current(index)) {
      EXPECT_THAT(live_bodies(index), ElementsAre(story("three").body));
    }
  }
}

TEST_P(FaultTest, LeavesWhatTheNextRunCanGoOnFrom) {
  start_with_an_index();
  for (std::size_t number = calls_of_a_run(); number > 0; --number) {
    SCOPED_TRACE(number);
    const auto index = fresh_index();
    run_and_fail_at(number, index);
    const auto generation = read_live_manifest(index).generation;
    FaultySystemCalls sound(Fault::kOnce, 0);
    run(index, sound);
    EXPECT_EQ(read_live_manifest(index).generation, generation + 1);
    EXPECT_EQ(live_bodies(index).back(), story("three").body);
    std::filesystem::remove_all(index);
  }
}

class PowerCutTest : public CopiedIndexTest,
                     public testing::WithParamInterface<test::UnsyncedNames> {
 protected:
  // What is left of the index when the power goes at a call; with 0 it goes when the run has
  // succeeded.
  std::filesystem::path index_after_cut_at(std::size_t number) {
    const auto index = fresh_index();
    test::PowerCut disk(index, number);
    try {
      run(index, disk);
    } catch (const Error& error) {
      EXPECT_NE(number, 0U) << error.what();
    }
    const auto left = folder_.path() / ("left-" + std::to_string(copies_));
    disk.leave(left, GetParam());
    std::filesystem::remove_all(index);
    return left;
  }
};

TEST_P(PowerCutTest, LeavesTheOldIndexOrTheNewOne) {
  start_with_an_index();
  const auto before = live_bodies(original_);
  for (std::size_t number = calls_of_a_run(); number > 0; --number) {
    SCOPED_TRACE(number);
    const auto left = index_after_cut_at(number);
    EXPECT_THAT(live_bodies(left),
                AnyOf(before, ElementsAre(story("two").body, story("three").body)));
    std::filesystem::remove_all(left);
  }
}

TEST_P(PowerCutTest, LosesNothingThatWasReportedAsDone) {
  start_with_an_index();
  EXPECT_THAT(live_bodies(index_after_cut_at(0)),
              ElementsAre(story("two").body, story("three").body));
}

TEST_P(PowerCutTest, LosesNoFirstIndexThatWasReportedAsDone) {
  std::filesystem::create_directory(folder_.path() / "1");
  EXPECT_THAT(live_bodies(index_after_cut_at(0)), ElementsAre(story("three").body));
}

INSTANTIATE_TEST_SUITE_P(EveryDisk, PowerCutTest,
                         testing::Values(test::UnsyncedNames::kLost, test::UnsyncedNames::kKept),
                         [](const auto& names) {
                           return std::string(names.param == test::UnsyncedNames::kLost
                                                  ? "NamesLost"
                                                  : "NamesKept");
                         });

INSTANTIATE_TEST_SUITE_P(EveryFault, FaultTest,
                         testing::Values(Fault::kOnce, Fault::kOnward, Fault::kKill),
                         [](const auto& fault) {
                           return std::string(fault.param == Fault::kOnce     ? "Once"
                                              : fault.param == Fault::kOnward ? "Onward"
                                                                              : "Kill");
                         });

}  // namespace
}  // namespace dateline::indexer
