// Readers while runs come and go: each sees one whole generation.
#include <gmock/gmock.h>

#include <atomic>
#include <thread>

#include "tests/indexer/small_index.h"
#include "tests/temporary_folder.h"

namespace dateline::indexer {
namespace {

using test::live_bodies;
using test::story;

// Replaces all articles by two that carry the same name.
void replace_all(const std::filesystem::path& index, const std::string& name) {
  Commit commit(index);
  Manifest next = commit.base();
  next.segments = {test::write_segment(commit.new_segment(), {story(name)}),
                   test::write_segment(commit.new_segment(), {story(name)})};
  commit.publish(next, {});
}

TEST(Reader, SeesOneWholeGenerationWhileRunsReplaceAll) {
  const test::TemporaryFolder folder;
  const auto index = folder.path() / "index";
  replace_all(index, "0");
  std::atomic<bool> done = false;
  std::thread writer([&] {
    for (int i = 1; i <= 8; ++i) replace_all(index, std::to_string(i));
    done = true;
  });
  while (!done) {
    const auto bodies = live_bodies(index);
    ASSERT_EQ(bodies.size(), 2U);
    EXPECT_EQ(bodies[0], bodies[1]);
  }
  writer.join();
}

TEST(Reader, KeepsWhatItHasOpenedWhenTheFilesAreGone) {
  const test::TemporaryFolder folder;
  const auto path = folder.path() / "index";
  replace_all(path, "old");
  Index index = Index::open(path);
  for (const auto* name : {"newer", "newest", "last"}) replace_all(path, name);
  ASSERT_FALSE(std::filesystem::exists(path / "segments/000001"));

  OpenSegment& segment = index.segments().front();
  EXPECT_EQ(segment.articles.article(1).body, story("old").body);
  EXPECT_EQ(segment.catalogue.get_doccount(), 1U);
  segment.text_index->check();
}

}  // namespace
}  // namespace dateline::indexer
