#include "indexer/commit/commit.h"

#include <gtest/gtest.h>

#include "common/index/current.h"
#include "tests/indexer/small_index.h"
#include "tests/temporary_folder.h"
#include "tests/throws_error.h"

namespace dateline::indexer {
namespace {

using test::live_bodies;
using test::run;
using test::story;
using test::throws_error;
using testing::ElementsAre;

class CommitTest : public testing::Test {
 protected:
  bool exists(const std::string& name) const { return std::filesystem::exists(index_ / name); }

  const test::TemporaryFolder folder_;
  const std::filesystem::path index_ = folder_.path() / "index";
};

TEST_F(CommitTest, MakesANewIndexThatOpens) {
  const Manifest manifest = run(index_, {story("one"), story("two")});
  EXPECT_EQ(manifest.generation, 1U);
  EXPECT_EQ(manifest.segments.front().files.size(), 5U);
  EXPECT_EQ(read_live_manifest(index_), manifest);
  EXPECT_THAT(live_bodies(index_), ElementsAre(story("one").body, story("two").body));
}

TEST_F(CommitTest, AddsSegmentsAndDeletions) {
  run(index_, {story("one"), story("two")});
  const Manifest manifest = run(index_, {story("three")});
  EXPECT_EQ(manifest.generation, 2U);
  EXPECT_EQ(manifest.segments.front().deleted, 1U);
  EXPECT_THAT(live_bodies(index_), ElementsAre(story("two").body, story("three").body));
}

TEST_F(CommitTest, ThatIsNotPublishedChangesNothing) {
  const Manifest manifest = run(index_, {story("one")});
  {
    Commit commit(index_);
    test::write_segment(commit.new_segment(), {story("two")});
  }
  EXPECT_EQ(read_live_manifest(index_), manifest);
  EXPECT_FALSE(exists("segments/000002.tmp"));
}

TEST_F(CommitTest, ThrowsAwayNewSegmentsThatAreNotListed) {
  {
    Commit commit(index_);
    test::write_segment(commit.new_segment(), {story("one")});
    commit.publish(commit.base(), {});
  }
  EXPECT_TRUE(Index::open(index_).segments().empty());
  EXPECT_FALSE(exists("segments/000001.tmp"));
}

TEST_F(CommitTest, NeverUsesTheNumberOfASegmentTwice) {
  run(index_, {story("one")});
  {
    Commit commit(index_);
    Manifest next = commit.base();
    next.segments.clear();
    commit.publish(next, {});
  }
  EXPECT_EQ(run(index_, {story("two")}).segments.front().id, 2U);
}

TEST_F(CommitTest, IsAloneWhileItLasts) {
  const Commit commit(index_);
  EXPECT_THAT([&] { Commit{index_}; },
              throws_error(ErrorKind::kLocked,
                           "another run (process " + std::to_string(::getpid()) + ") is writing"));
}

TEST_F(CommitTest, RemovesWhatAKilledRunLeft) {
  run(index_, {story("one")});
  for (const auto* name : {"segments/000007.tmp", "segments/000008"}) {
    std::filesystem::create_directory(index_ / name);
  }
  for (const auto* name : {"manifests/000009.json", "deletions/000009.roaring"}) {
    std::ofstream(index_ / name) << "left";
  }
  const Commit commit(index_);
  for (const auto* name : {"segments/000007.tmp", "segments/000008", "manifests/000009.json",
                           "deletions/000009.roaring"}) {
    EXPECT_FALSE(exists(name)) << name;
  }
  EXPECT_TRUE(exists("segments/000001"));
}

TEST_F(CommitTest, LeavesFilesThatAreNotOfAnIndexAlone) {
  run(index_, {story("one")});
  std::filesystem::create_directory(index_ / "segments/mine");
  std::ofstream(index_ / "notes.txt") << "mine";
  run(index_, {story("two")});
  EXPECT_TRUE(exists("segments/mine"));
  EXPECT_TRUE(exists("notes.txt"));
}

TEST_F(CommitTest, KeepsTheGenerationBeforeTheLiveOneAndNoOlder) {
  for (const auto* name : {"one", "two", "three"}) {
    Commit commit(index_);
    Manifest next = commit.base();
    next.segments = {test::write_segment(commit.new_segment(), {story(name)})};
    commit.publish(next, {});
  }
  EXPECT_FALSE(exists("segments/000001"));
  EXPECT_FALSE(exists("manifests/000001.json"));
  EXPECT_TRUE(exists("segments/000002"));
  EXPECT_TRUE(exists("manifests/000002.json"));
}

TEST_F(CommitTest, RefusesAFolderOfSomethingElse) {
  std::filesystem::create_directory(index_);
  std::ofstream(index_ / "thesis.txt") << "mine";
  EXPECT_THAT([&] { Commit{index_}; }, throws_error(ErrorKind::kUsage, "holds no index"));
  EXPECT_FALSE(exists("lock"));
}

TEST_F(CommitTest, TouchesNothingWhereTheLiveManifestCannotBeRead) {
  const Manifest manifest = run(index_, {story("one")});
  const std::string current = test::content_of(index_ / "CURRENT");
  std::ofstream(index_ / "CURRENT") << "rubbish";
  EXPECT_THAT([&] { Commit{index_}; }, throws_error(ErrorKind::kCorrupt, "CURRENT"));
  std::ofstream(index_ / "CURRENT") << current;
  EXPECT_EQ(read_live_manifest(index_), manifest);
  EXPECT_THAT(live_bodies(index_), ElementsAre(story("one").body));
}

TEST_F(CommitTest, TouchesNothingWhereCurrentWasLost) {
  run(index_, {story("one")});
  run(index_, {story("two")});
  std::filesystem::remove(index_ / "CURRENT");
  EXPECT_THAT([&] { Commit{index_}; }, throws_error(ErrorKind::kCorrupt, "CURRENT is missing"));
  EXPECT_TRUE(exists("segments/000002"));
}

TEST_F(CommitTest, NamesTheFolderThatCannotBeMade) {
  EXPECT_THAT([] { Commit{"/nowhere/index"}; },
              throws_error(ErrorKind::kSystem, "'/nowhere/index'"));
}

}  // namespace
}  // namespace dateline::indexer
