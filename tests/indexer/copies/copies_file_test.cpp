#include "common/copies/copies_file.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <random>
#include <set>

#include "common/copies/format.h"
#include "indexer/copies/copies_writer.h"
#include "tests/damage.h"
#include "tests/temporary_folder.h"
#include "tests/throws_error.h"

namespace dateline::indexer {
namespace {

struct CopiesContent {
  std::uint32_t articles = 0;
  std::vector<FingerprintEntry> fingerprints;
  std::vector<CopyRelation> relations;
};

CopiesContent random_content(std::uint32_t seed, std::size_t fingerprints) {
  std::mt19937 random(seed);
  CopiesContent content{1'000, {}, {{3, 77, kOwnKey}, {4, kOwnKey, 99}, {900, 77, 99}}};
  std::set<FingerprintEntry> entries;
  while (entries.size() < fingerprints) {
    // Some are the same in many articles.
    const auto drawn = static_cast<Fingerprint>(random());
    const Fingerprint fingerprint = drawn % 5 == 0 ? drawn % 9 : drawn & kLastFingerprint;
    entries.insert({fingerprint, static_cast<ArticleNumber>(random() % 1'000 + 1)});
  }
  content.fingerprints.assign(entries.begin(), entries.end());
  return content;
}

class CopiesFileTest : public testing::Test {
 protected:
  void write(const CopiesContent& content) const {
    CopiesWriter writer(path_, content.articles);
    for (const FingerprintEntry& entry : content.fingerprints) writer.add(entry);
    writer.finish(content.relations);
  }

  // Everything that the file says, by both of its readers.
  CopiesContent read() const {
    const CopiesFile file(path_);
    CopiesContent content{file.articles(), {}, {file.relations().begin(), file.relations().end()}};
    for (FingerprintCursor cursor(file); !cursor.done(); cursor.next()) {
      content.fingerprints.push_back(cursor.entry());
    }
    file.check();
    return content;
  }

  void expect_read_back(const CopiesContent& content) const {
    write(content);
    const CopiesContent back = read();
    EXPECT_EQ(back.articles, content.articles);
    EXPECT_EQ(back.fingerprints, content.fingerprints);
    EXPECT_EQ(back.relations, content.relations);
  }

  const test::TemporaryFolder folder_;
  const std::filesystem::path path_ = folder_.path() / kCopiesName;
};

TEST_F(CopiesFileTest, IsReadAsItWasWritten) {
  expect_read_back({});
  expect_read_back({7, {}, {{7, 1, 2}}});
  for (const std::size_t fingerprints : {1, 127, 128, 129, 256, 3'000}) {
    SCOPED_TRACE(fingerprints);
    expect_read_back(random_content(11, fingerprints));
  }
}

TEST_F(CopiesFileTest, HoldsTheLastFingerprintOfTheLastArticle) {
  CopiesContent content{
      4'000'000'000, {{kLastFingerprint, 4'000'000'000}}, {{4'000'000'000, 1, kOwnKey}}};
  expect_read_back(content);
  for (std::uint32_t i = 1; i < 200; ++i) content.fingerprints.push_back({kLastFingerprint, i});
  std::sort(content.fingerprints.begin(), content.fingerprints.end());
  expect_read_back(content);
}

TEST_F(CopiesFileTest, LeavesOutRelationsThatSayNothing) {
  write({9, {}, {{2, kOwnKey, kOwnKey}, {5, 8, kOwnKey}}});
  EXPECT_THAT(read().relations, testing::ElementsAre(CopyRelation{5, 8, kOwnKey}));
  EXPECT_EQ(CopiesFile(path_).relation(5).group, 8U);
  EXPECT_EQ(CopiesFile(path_).relation(2).group, kOwnKey);
}

TEST_F(CopiesFileTest, IsSoughtAsItIsWalkedOver) {
  const CopiesContent content = random_content(12, 2'000);
  write(content);
  const CopiesFile file(path_);
  for (const Fingerprint step : {1U, 40'000U, 900'000U, 20'000'000U}) {
    FingerprintCursor cursor(file);
    for (Fingerprint wanted = 0; wanted <= kLastFingerprint; wanted += step) {
      if (step == 1 && wanted > 20) break;
      cursor.seek(wanted);
      const auto expected = std::lower_bound(
          content.fingerprints.begin(), content.fingerprints.end(), FingerprintEntry{wanted, 0});
      ASSERT_EQ(cursor.done(), expected == content.fingerprints.end());
      if (cursor.done()) break;
      ASSERT_EQ(cursor.entry(), *expected);
    }
  }
}

TEST_F(CopiesFileTest, IsDamagedOrItselfWhereverItIsCut) {
  write(random_content(13, 150));
  test::cut_at_every_byte(test::content_of(path_), [&](const std::string& bytes) {
    folder_.write(kCopiesName, bytes);
    EXPECT_THROW(read(), Error);
  });
}

TEST_F(CopiesFileTest, IsDamagedWhicheverBitIsFlipped) {
  write(random_content(14, 140));
  test::flip_every_bit(
      test::content_of(path_),
      [&](const std::string& bytes) {
        folder_.write(kCopiesName, bytes);
        EXPECT_THROW(read(), Error);
      },
      3);
}

TEST_F(CopiesFileTest, OfAnotherVersionIsRefused) {
  write(random_content(15, 10));
  std::string bytes = test::content_of(path_);
  bytes[4] = 77;
  folder_.write(kCopiesName, bytes);
  EXPECT_THAT(
      [&] { CopiesFile file(path_); },
      test::throws_error(ErrorKind::kVersion, "is of format version 77, this program reads"));
}

}  // namespace
}  // namespace dateline::indexer
