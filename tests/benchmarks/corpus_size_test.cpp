#include "benchmarks/corpus_size.h"

#include <gtest/gtest.h>

#include "benchmarks/peers/prepared_articles.h"
#include "tests/benchmarks/story_index.h"

namespace dateline::bench {
namespace {

TEST(CorpusSize, IsOfTheTextThatPeersAreGiven) {
  const test::TemporaryFolder folder;
  const auto index = build_story_index(folder, 25);
  prepare_articles(index, folder.path() / "prepared");
  PreparedReader reader(folder.path() / "prepared");
  std::uint64_t bytes = 0;
  for (PreparedArticle article; reader.next(article);) {
    bytes += article.text.size() - 1;  // the break between headline and body
  }
  EXPECT_EQ(corpus_of(index).text_bytes, bytes);
  EXPECT_EQ(corpus_of(index).articles, 25u);
  EXPECT_EQ(live_articles(index), 25u);
}

TEST(CorpusSize, TellsTheSizeOfTheInputs) {
  const test::TemporaryFolder folder;
  const auto file = folder.write("stories.jsonl", stories(3));
  EXPECT_EQ(bytes_of_files({file.string()}), stories(3).size());
  EXPECT_EQ(bytes_of_files({folder.path().string(), file.string()}), 2 * stories(3).size());
  EXPECT_EQ(bytes_of_files({"-", "/no/such/file"}), 0u);
}

}  // namespace
}  // namespace dateline::bench
