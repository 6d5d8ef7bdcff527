#include "common/index/article_record.h"

#include <gmock/gmock.h>

#include "common/index/bytes.h"
#include "tests/damage.h"
#include "tests/throws_error.h"

namespace dateline {
namespace {

using test::throws_error;
using namespace std::chrono_literals;

const std::filesystem::path kPath = "articles.zst";

Article specimen_article() {
  Article article;
  article.id = "https://example.org/1";
  article.headline = "Harbour wall holds";
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

// Texts as they are, for want of words: no byte of the specimen_article needs more.
std::string texts_of(const Article& article) {
  std::string texts;
  for (const std::string_view text : record_texts(article)) {
    texts += text;
    texts += kShorthandSeparator;
  }
  texts.pop_back();
  return texts;
}

Article read(const std::string& id, const std::string& numbers, std::string_view texts) {
  ByteReader reader(numbers, kPath);
  const RecordNumbers read = read_record_numbers(reader);
  reader.expect_end();
  return read_article(id, read, texts, Shorthand(), kPath);
}

std::string numbers_of(const Article& article) {
  std::string numbers;
  put_record_numbers(numbers, article, texts_of(article).size());
  return numbers;
}

Article round_trip(const Article& article) {
  return read(article.id, numbers_of(article), texts_of(article));
}

TEST(ArticleRecord, KeepsEverything) {
  EXPECT_EQ(round_trip(specimen_article()), specimen_article());
  EXPECT_EQ(round_trip(Article{}), Article{});
  Article elsewhere = specimen_article();
  elsewhere.url = "https://example.org/2";
  EXPECT_EQ(round_trip(elsewhere), elsewhere);
}

TEST(ArticleRecord, KeepsTimesBeforeTheEpochAndEveryZone) {
  const std::optional<std::chrono::minutes> zones[] = {
      std::nullopt, 0min, -12h, 14h,
      -23h - 59min,  // the last that is kept
  };
  Article article = specimen_article();
  for (const auto zone : zones) {
    article.published = {std::chrono::local_days{1745y / 2 / 1}, zone, Precision::kMonth,
                         DateOrigin::kPath};
    EXPECT_EQ(round_trip(article), article);
  }
}

TEST(ArticleRecord, LacksATextWhereOneIsCutOff) {
  std::string texts = texts_of(specimen_article());
  texts.resize(texts.find_last_of(kShorthandSeparator));
  EXPECT_THAT([&] { read("", numbers_of(specimen_article()), texts); },
              throws_error(ErrorKind::kCorrupt, kPath.string()));
}

// The checks of the store come first: the decoder itself must hold all the same.
void expect_error_or_article(const std::string& numbers, std::string_view texts) {
  try {
    read("id", numbers, texts);
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::kCorrupt);
    EXPECT_THAT(error.what(), testing::HasSubstr(kPath.string()));
  }
}

TEST(ArticleRecord, SurvivesACutAtAnyByte) {
  const std::string numbers = numbers_of(specimen_article());
  test::cut_at_every_byte(numbers, [](const std::string& bytes) {
    EXPECT_THAT([&] { read("", bytes, texts_of(specimen_article())); },
                throws_error(ErrorKind::kCorrupt, kPath.string()));
  });
  test::cut_at_every_byte(texts_of(specimen_article()),
                          [&](const auto& bytes) { expect_error_or_article(numbers, bytes); });
}

TEST(ArticleRecord, SurvivesAnyFlippedBit) {
  const std::string numbers = numbers_of(specimen_article());
  const std::string texts = texts_of(specimen_article());
  test::flip_every_bit(numbers, [&](const auto& bytes) { expect_error_or_article(bytes, texts); });
  test::flip_every_bit(texts, [&](const auto& bytes) { expect_error_or_article(numbers, bytes); });
}

TEST(ArticleContent, ChangesWithEveryPartButTheId) {
  const std::uint64_t content = content_of(specimen_article());
  const auto changed = [&](auto change) {
    Article article = specimen_article();
    change(article);
    return content_of(article) != content;
  };
  EXPECT_TRUE(changed([](Article& a) { a.headline += '.'; }));
  EXPECT_TRUE(changed([](Article& a) { a.body += '.'; }));
  EXPECT_TRUE(changed([](Article& a) { a.byline.swap(a.source); }));
  EXPECT_TRUE(changed([](Article& a) { a.published.local += 1min; }));
  EXPECT_TRUE(changed([](Article& a) { a.fields.pop_back(); }));
  EXPECT_TRUE(changed([](Article& a) { a.url += '/'; }));
  EXPECT_EQ(content_of(specimen_article()), content);
}

}  // namespace
}  // namespace dateline
