#include "common/index/deletions.h"

#include <gtest/gtest.h>

#include "tests/damage.h"
#include "tests/throws_error.h"

namespace dateline {
namespace {

using test::throws_error;

Deletions specimen_deletions() {
  Deletions deletions;
  for (const ArticleNumber article : {1U, 2U, 3U, 64U, 100'000U}) deletions[17].add(article);
  for (ArticleNumber article = 500; article < 900; ++article) deletions[18].add(article);
  return deletions;
}

const std::filesystem::path kPath = "deletions/000001.roaring";

TEST(DeletedArticles, HoldExactlyWhatWasAdded) {
  const DeletedArticles deleted = specimen_deletions()[17];
  EXPECT_EQ(deleted.count(), 5U);
  EXPECT_EQ(deleted.highest(), 100'000U);
  EXPECT_TRUE(deleted.contains(64));
  for (const ArticleNumber article : {0U, 4U, 63U, 65U, 99'999U, 100'001U, ~0U}) {
    EXPECT_FALSE(deleted.contains(article)) << article;
  }
}

TEST(DeletedArticles, CountAnArticleOnce) {
  DeletedArticles deleted;
  EXPECT_EQ(deleted.highest(), 0U);
  EXPECT_TRUE(deleted.add(7));
  EXPECT_FALSE(deleted.add(7));
  EXPECT_EQ(deleted.count(), 1U);
}

TEST(Deletions, ReadBackAsWrittenWithoutEmptySegments) {
  Deletions deletions = specimen_deletions();
  deletions[19];
  EXPECT_EQ(decode_deletions(encode_deletions(deletions), kPath), specimen_deletions());
  EXPECT_EQ(decode_deletions(encode_deletions({}), kPath), Deletions{});
}

TEST(Deletions, CutAtAnyByteNameTheFile) {
  test::cut_at_every_byte(encode_deletions(specimen_deletions()), [](const std::string& bytes) {
    EXPECT_THAT([&] { decode_deletions(bytes, kPath); },
                throws_error(ErrorKind::kCorrupt, kPath.string()));
  });
}

TEST(Deletions, WithAnyFlippedBitNameTheFile) {
  test::flip_every_bit(encode_deletions(specimen_deletions()), [](const std::string& bytes) {
    EXPECT_THAT([&] { decode_deletions(bytes, kPath); },
                throws_error(ErrorKind::kCorrupt, kPath.string()));
  });
}

}  // namespace
}  // namespace dateline
