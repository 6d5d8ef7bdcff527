#include "common/index/article_store.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "indexer/store/article_store_writer.h"
#include "tests/damage.h"
#include "tests/temporary_folder.h"
#include "tests/throws_error.h"

namespace dateline::indexer {
namespace {

using namespace std::chrono_literals;
using test::throws_error;
using Articles = std::vector<Article>;

// Sentences of a few hundred made-up words, so that they compress as text does.
std::vector<std::string> some_bodies(std::size_t count, unsigned seed, std::size_t words_each) {
  std::mt19937 random(seed);
  std::vector<std::string> words;
  for (int i = 0; i < 500; ++i) {
    std::string& word = words.emplace_back();
    for (auto length = 2 + random() % 8; length > 0; --length) {
      word += static_cast<char>('a' + random() % 26);
    }
  }
  std::vector<std::string> bodies(count);
  for (std::string& body : bodies) {
    for (auto length = random() % (2 * words_each); length > 0; --length) {
      body += words[std::min(random() % words.size(), random() % words.size())] + ' ';
    }
  }
  return bodies;
}

Articles with_bodies(const std::vector<std::string>& bodies) {
  Articles articles(bodies.size());
  for (std::size_t i = 0; i < bodies.size(); ++i) {
    articles[i].id = "https://example.org/story-" + std::to_string(i);
    articles[i].headline = bodies[i].substr(0, 30);
    articles[i].body = bodies[i];
  }
  return articles;
}

Articles some_articles(std::size_t count, unsigned seed, std::size_t words_each = 120) {
  return with_bodies(some_bodies(count, seed, words_each));
}

class ArticleStoreTest : public testing::Test {
 protected:
  std::filesystem::path write(const std::string& name, const Articles& articles,
                              const std::shared_ptr<const StoreDictionary>& dictionary) {
    const auto path = folder_.path() / name;
    ArticleStoreWriter writer(path);
    writer.add_dictionary(dictionary->id(), dictionary->bytes());
    for (const StoreBlock& block : StoreBlockCompressor(dictionary).pack(articles)) {
      writer.append(block);
    }
    writer.finish();
    return path;
  }

  std::filesystem::path write(const std::string& name, const Articles& articles) {
    return write(name, articles, StoreDictionary::none());
  }

  // A segment that has this file only.
  SegmentOnDisk segment(const std::string& name, const Articles& articles,
                        const std::shared_ptr<const StoreDictionary>& dictionary,
                        DeletedArticles deleted = {}) {
    std::filesystem::create_directory(folder_.path() / name);
    const auto path = write(name + "/" + std::string(kArticleStoreName), articles, dictionary);
    return {path.parent_path(), {}, std::move(deleted)};
  }

  std::filesystem::path merge(std::span<const SegmentOnDisk> segments) {
    const auto path = folder_.path() / "merged.zst";
    ArticleStoreWriter writer(path);
    merge_article_stores(segments, writer);
    writer.finish();
    return path;
  }

  const test::TemporaryFolder folder_;
};

Articles read_all(ArticleStore& store) {
  Articles articles;
  for (ArticleNumber article = 1; article <= store.articles(); ++article) {
    articles.push_back(store.article(article));
  }
  return articles;
}

Articles joined(Articles first, const Articles& second) {
  first.insert(first.end(), second.begin(), second.end());
  return first;
}

std::shared_ptr<const StoreDictionary> trained(unsigned seed) {
  return StoreDictionary::train(some_articles(3'000, seed));
}

// Every part of an article, and every byte that means something to the shorthand.
Article specimen() {
  Article article;
  article.id = "https://example.org/\x1f\xff/1";
  article.headline = "Harbour wall “holds”";
  article.body = "The wall held.\n\nIt was built in 1907.\t";
  for (int byte = 0; byte < 256; ++byte) article.body += static_cast<char>(byte);
  article.byline = "Jane Doe";
  article.source = "The Harbour Post";
  article.agency = "HPA";
  article.place = "PORT ANSON";
  article.section = "local\x1fnews";
  article.url = article.id;
  article.language = "en";
  article.published = {std::chrono::local_days{2023y / 1 / 13} + 9h + 41min, 330min,
                       Precision::kMinute, DateOrigin::kDateline};
  article.fields = {{"topics", "sea"}, {"topics", ""}, {"people", "doe"}};
  return article;
}

TEST_F(ArticleStoreTest, KeepsEveryPartOfAnArticle) {
  Article other = specimen();
  other.url = "https://example.org/another";
  other.fields = {};
  const Articles articles = {specimen(), other, Article{}, specimen()};
  for (const auto& dictionary : {StoreDictionary::none(), trained(10)}) {
    ArticleStore store(write("articles.zst", articles, dictionary));
    EXPECT_EQ(read_all(store), articles);
  }
}

TEST_F(ArticleStoreTest, GivesIdsAloneInAnyOrder) {
  const Articles articles = some_articles(300, 11);
  ArticleStore store(write("articles.zst", articles, trained(11)));
  for (const ArticleNumber article : {300U, 1U, 150U, 149U, 151U, 2U, 299U}) {
    EXPECT_EQ(store.id(article), articles[article - 1].id);
  }
}

TEST_F(ArticleStoreTest, GivesBackEveryBody) {
  std::vector<std::string> bodies = some_bodies(300, 1, 120);
  bodies[7] = "";
  bodies[8] = std::string(1 << 20, 'x') + "a body longer than many blocks";
  bodies.back() = "";
  const Articles articles = with_bodies(bodies);
  ArticleStore store(write("articles.zst", articles));
  EXPECT_EQ(read_all(store), articles);
  EXPECT_GT(store.blocks(), 3U);
  store.verify();
}

TEST_F(ArticleStoreTest, GivesArticlesInAnyOrder) {
  const Articles articles = some_articles(300, 2);
  ArticleStore store(write("articles.zst", articles));
  for (const ArticleNumber article : {300U, 1U, 150U, 149U, 151U, 2U, 299U}) {
    EXPECT_EQ(store.article(article), articles[article - 1]);
  }
}

TEST_F(ArticleStoreTest, KnowsHowManyArticlesAndHowMuchTextItHolds) {
  ArticleStore store(write("articles.zst", with_bodies({"one", "", "three"})));
  EXPECT_EQ(store.articles(), 3U);
  EXPECT_EQ(store.text_bytes(), 8U);
}

TEST_F(ArticleStoreTest, HasNoArticlesOutsideItsNumbers) {
  ArticleStore store(write("articles.zst", with_bodies({"one"})));
  for (const ArticleNumber article : {0U, 2U, ~0U}) {
    EXPECT_THAT([&] { store.article(article); }, throws_error(ErrorKind::kMissing, "articles.zst"));
    EXPECT_THAT([&] { store.id(article); }, throws_error(ErrorKind::kMissing, "articles.zst"));
  }
}

TEST_F(ArticleStoreTest, MayBeEmpty) {
  ArticleStore store(write("articles.zst", Articles{}));
  EXPECT_EQ(store.articles(), 0U);
  EXPECT_THROW(store.article(1), Error);
  store.verify();
}

TEST_F(ArticleStoreTest, WithADictionaryIsSmallerAndReadsTheSame) {
  const Articles articles = some_articles(3'000, 3);
  const auto dictionary = StoreDictionary::train(articles);
  ASSERT_NE(dictionary->id(), 0U);
  const auto with = write("with.zst", articles, dictionary);
  const auto without = write("without.zst", articles);
  EXPECT_LT(file_size_bytes(with), file_size_bytes(without));
  ArticleStore store(with);
  EXPECT_EQ(read_all(store), articles);
  store.verify();
}

TEST_F(ArticleStoreTest, IsTheSameBytesForTheSameArticles) {
  const Articles articles = some_articles(3'000, 4);
  const auto first = write("first.zst", articles, StoreDictionary::train(articles));
  const auto second = write("second.zst", articles, StoreDictionary::train(articles));
  EXPECT_EQ(test::content_of(first), test::content_of(second));
}

TEST_F(ArticleStoreTest, MergesBlocksOfSeveralDictionariesAsTheyAre) {
  const Articles first = some_articles(400, 5);
  const Articles second = some_articles(400, 6);
  const SegmentOnDisk segments[] = {segment("left", first, trained(5)),
                                    segment("right", second, trained(6))};
  const ArticleStore left(segments[0].article_store_path());
  const ArticleStore right(segments[1].article_store_path());

  ArticleStore merged(merge(segments));

  EXPECT_EQ(read_all(merged), joined(first, second));
  ASSERT_EQ(merged.blocks(), left.blocks() + right.blocks());
  EXPECT_EQ(merged.block(left.blocks()).bytes, right.block(0).bytes);
  merged.verify();
}

TEST_F(ArticleStoreTest, MergesWithoutTheDeletedArticles) {
  Articles articles = some_articles(400, 7);
  DeletedArticles deleted;
  for (const ArticleNumber article : {1U, 200U, 201U, 400U}) deleted.add(article);
  const SegmentOnDisk segments[] = {segment("store", articles, trained(7), deleted)};

  ArticleStore merged(merge(segments));

  articles.erase(articles.begin() + 399);
  articles.erase(articles.begin() + 199, articles.begin() + 201);
  articles.erase(articles.begin());
  EXPECT_EQ(read_all(merged), articles);
  merged.verify();
}

TEST_F(ArticleStoreTest, GivesShortSegmentsTheDictionaryOfTheLongOneWhenMerging) {
  const Articles first = some_articles(40, 8);
  const Articles second = some_articles(400, 8);
  const SegmentOnDisk segments[] = {segment("brief", first, StoreDictionary::none()),
                                    segment("full", second, trained(8))};

  ArticleStore merged(merge(segments));

  EXPECT_EQ(read_all(merged), joined(first, second));
  EXPECT_EQ(merged.block(0).dictionary,
            ArticleStore(segments[1].article_store_path()).block(0).dictionary);
}

// Little on disk, yet more than one block.
Articles small_specimen() {
  Articles articles = some_articles(6, 9, 20);
  articles[2].body = std::string(kStoreBlockBytes, '-');
  return articles;
}

// Opens, verifies and reads a damaged store: it may only refuse, naming the file, or be right.
void expect_error_or_right_articles(const std::filesystem::path& path, const Articles& articles) {
  try {
    ArticleStore store(path);
    for (ArticleNumber article = 1; article <= articles.size(); ++article) {
      try {
        EXPECT_EQ(store.article(article), articles[article - 1]);
        EXPECT_EQ(store.id(article), articles[article - 1].id);
      } catch (const Error& error) {
        EXPECT_THAT(error.what(), testing::HasSubstr(path.string()));
      }
    }
    store.verify();
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), testing::HasSubstr(path.string()));
  }
}

TEST_F(ArticleStoreTest, CutAtAnyByteIsRefused) {
  const Articles articles = small_specimen();
  const std::string whole = test::content_of(write("articles.zst", articles));
  test::cut_at_every_byte(whole, [&](const std::string& bytes) {
    const auto path = folder_.write("cut.zst", bytes);
    EXPECT_THAT([&] { ArticleStore{path}; }, throws_error(ErrorKind::kCorrupt, "cut.zst"));
  });
}

TEST_F(ArticleStoreTest, WithAnyFlippedBitRefusesOrIsRight) {
  const Articles articles = small_specimen();
  const std::string whole = test::content_of(write("articles.zst", articles));
  test::flip_every_bit(whole, [&](const std::string& bytes) {
    expect_error_or_right_articles(folder_.write("flipped.zst", bytes), articles);
  });
}

TEST_F(ArticleStoreTest, WithAFlippedBitAndADictionaryRefusesOrIsRight) {
  const Articles articles = small_specimen();
  const std::string whole = test::content_of(write("articles.zst", articles, trained(9)));
  test::flip_every_bit(
      whole,
      [&](const std::string& bytes) {
        expect_error_or_right_articles(folder_.write("flipped.zst", bytes), articles);
      },
      499);
}

}  // namespace
}  // namespace dateline::indexer
