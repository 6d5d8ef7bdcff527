#include "common/index/article_record.h"

#include <gtest/gtest.h>

#include "common/index/bytes.h"
#include "common/index/checksum.h"
#include "tests/damage.h"
#include "tests/throws_error.h"

namespace dateline {
namespace {

using test::throws_error;
using namespace std::chrono_literals;

const std::filesystem::path kPath = "catalogue.glass";

Article specimen() {
  Article article;
  article.id = "https://example.org/1";
  article.headline = "Harbour wall “holds”";
  article.body = "The wall held.\n\nIt was built in 1907.";
  article.byline = "Jane Doe";
  article.source = "The Harbour Post";
  article.agency = "HPA";
  article.place = "PORT ANSON";
  article.section = "local";
  article.url = article.id;
  article.language = "en";
  article.published = {std::chrono::local_days{2023y / 1 / 13} + 9h + 41min, 330min,
                       Precision::kMinute, DateOrigin::kDateline};
  article.fields = {{"topics", "sea"}, {"topics", ""}, {"people", "doe"}};
  return article;
}

ArticleRecord record_of(Article article) {
  ArticleRecord record{article, article.body.size()};
  record.article.body.clear();
  return record;
}

ArticleRecord round_trip(const Article& article) {
  return decode_article_record(encode_article_record(article), kPath);
}

TEST(ArticleRecord, KeepsEverythingButTheBody) {
  EXPECT_EQ(round_trip(specimen()), record_of(specimen()));
  EXPECT_EQ(round_trip(Article{}), record_of(Article{}));
}

TEST(ArticleRecord, KeepsTimesBeforeTheEpochAndEveryZone) {
  const std::optional<std::chrono::minutes> zones[] = {
      std::nullopt, 0min, -12h, 14h,
      -23h - 59min,  // the last that is kept
  };
  Article article = specimen();
  for (const auto zone : zones) {
    article.published = {std::chrono::local_days{1745y / 2 / 1}, zone, Precision::kMonth,
                         DateOrigin::kPath};
    EXPECT_EQ(round_trip(article), record_of(article));
  }
}

TEST(ArticleRecord, CutAtAnyByteNamesTheFile) {
  test::cut_at_every_byte(encode_article_record(specimen()), [](const std::string& bytes) {
    EXPECT_THAT([&] { decode_article_record(bytes, kPath); },
                throws_error(ErrorKind::kCorrupt, kPath.string()));
  });
}

TEST(ArticleRecord, WithAnyFlippedBitNamesTheFile) {
  test::flip_every_bit(encode_article_record(specimen()), [](const std::string& bytes) {
    EXPECT_THAT([&] { decode_article_record(bytes, kPath); },
                throws_error(ErrorKind::kCorrupt, kPath.string()));
  });
}

// A right checksum over wrong bytes: the decoder itself must hold, not only the checksum before it.
TEST(ArticleRecord, SurvivesAnyFlippedBitUnderARightChecksum) {
  std::string whole = encode_article_record(specimen());
  whole.resize(whole.size() - sizeof(std::uint32_t));
  test::flip_every_bit(whole, [](std::string bytes) {
    put_number(bytes, short_checksum(bytes));
    try {
      decode_article_record(bytes, kPath);
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::kCorrupt);
    }
  });
}

}  // namespace
}  // namespace dateline
