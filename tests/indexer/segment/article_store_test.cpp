#include "common/index/article_store.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "indexer/segment/article_store_copy.h"
#include "indexer/segment/article_store_writer.h"
#include "tests/damage.h"
#include "tests/temporary_folder.h"
#include "tests/throws_error.h"

namespace dateline::indexer {
namespace {

using test::throws_error;
using Bodies = std::vector<std::string>;

// Sentences of a few hundred made-up words, so that they compress as text does.
Bodies some_bodies(std::size_t count, unsigned seed, std::size_t words_each = 120) {
  std::mt19937 random(seed);
  std::vector<std::string> words;
  for (int i = 0; i < 500; ++i) {
    std::string& word = words.emplace_back();
    for (auto length = 2 + random() % 8; length > 0; --length) {
      word += static_cast<char>('a' + random() % 26);
    }
  }
  Bodies bodies(count);
  for (std::string& body : bodies) {
    for (auto length = random() % (2 * words_each); length > 0; --length) {
      body += words[std::min(random() % words.size(), random() % words.size())] + ' ';
    }
  }
  return bodies;
}

std::vector<std::string_view> views(const Bodies& bodies) {
  return {bodies.begin(), bodies.end()};
}

class ArticleStoreTest : public testing::Test {
 protected:
  std::filesystem::path write(const std::string& name, const Bodies& bodies,
                              std::shared_ptr<const StoreDictionary> dictionary) {
    const auto path = folder_.path() / name;
    ArticleStoreWriter writer(path);
    writer.add_dictionary(dictionary->id(), dictionary->bytes());
    for (const StoreBlock& block : StoreBlockCompressor(dictionary).pack(views(bodies))) {
      writer.append(block);
    }
    writer.finish();
    return path;
  }

  std::filesystem::path write(const std::string& name, const Bodies& bodies) {
    return write(name, bodies, StoreDictionary::none());
  }

  std::filesystem::path merge(std::span<const StoreSource> sources) {
    const auto path = folder_.path() / "merged.zst";
    ArticleStoreWriter writer(path);
    merge_article_stores(sources, writer);
    writer.finish();
    return path;
  }

  const test::TemporaryFolder folder_;
};

Bodies read_all(ArticleStore& store) {
  Bodies bodies;
  for (ArticleNumber article = 1; article <= store.articles(); ++article) {
    bodies.push_back(store.body(article));
  }
  return bodies;
}

Bodies joined(Bodies first, const Bodies& second) {
  first.insert(first.end(), second.begin(), second.end());
  return first;
}

std::shared_ptr<const StoreDictionary> trained(unsigned seed) {
  return StoreDictionary::train(views(some_bodies(3'000, seed)));
}

TEST_F(ArticleStoreTest, GivesBackEveryBody) {
  Bodies bodies = some_bodies(300, 1);
  bodies[7] = "";
  bodies[8] = std::string(1 << 20, 'x') + "a body longer than many blocks";
  bodies.back() = "";
  ArticleStore store(write("articles.zst", bodies));
  EXPECT_EQ(read_all(store), bodies);
  EXPECT_GT(store.blocks(), 3U);
  store.verify();
}

TEST_F(ArticleStoreTest, GivesBodiesInAnyOrder) {
  const Bodies bodies = some_bodies(300, 2);
  ArticleStore store(write("articles.zst", bodies));
  for (const ArticleNumber article : {300U, 1U, 150U, 149U, 151U, 2U, 299U}) {
    EXPECT_EQ(store.body(article), bodies[article - 1]);
  }
}

TEST_F(ArticleStoreTest, KnowsHowManyArticlesAndHowMuchTextItHolds) {
  ArticleStore store(write("articles.zst", {"one", "", "three"}));
  EXPECT_EQ(store.articles(), 3U);
  EXPECT_EQ(store.text_bytes(), 8U);
}

TEST_F(ArticleStoreTest, HasNoArticlesOutsideItsNumbers) {
  ArticleStore store(write("articles.zst", {"one"}));
  for (const ArticleNumber article : {0U, 2U, ~0U}) {
    EXPECT_THAT([&] { store.body(article); }, throws_error(ErrorKind::kMissing, "articles.zst"));
  }
}

TEST_F(ArticleStoreTest, MayBeEmpty) {
  ArticleStore store(write("articles.zst", {}));
  EXPECT_EQ(store.articles(), 0U);
  EXPECT_THROW(store.body(1), Error);
  store.verify();
}

TEST_F(ArticleStoreTest, WithADictionaryIsSmallerAndReadsTheSame) {
  const Bodies bodies = some_bodies(3'000, 3);
  const auto dictionary = StoreDictionary::train(views(bodies));
  ASSERT_NE(dictionary->id(), 0U);
  const auto with = write("with.zst", bodies, dictionary);
  const auto without = write("without.zst", bodies);
  EXPECT_LT(file_size_bytes(with), file_size_bytes(without));
  ArticleStore store(with);
  EXPECT_EQ(read_all(store), bodies);
  store.verify();
}

TEST_F(ArticleStoreTest, IsTheSameBytesForTheSameBodies) {
  const Bodies bodies = some_bodies(3'000, 4);
  const auto first = write("first.zst", bodies, StoreDictionary::train(views(bodies)));
  const auto second = write("second.zst", bodies, StoreDictionary::train(views(bodies)));
  EXPECT_EQ(test::content_of(first), test::content_of(second));
}

TEST_F(ArticleStoreTest, MergesBlocksOfSeveralDictionariesAsTheyAre) {
  const Bodies first = some_bodies(400, 5);
  const Bodies second = some_bodies(400, 6);
  ArticleStore left(write("left.zst", first, trained(5)));
  ArticleStore right(write("right.zst", second, trained(6)));
  const DeletedArticles nothing;
  const StoreSource sources[] = {{&left, &nothing}, {&right, &nothing}};

  ArticleStore merged(merge(sources));

  EXPECT_EQ(read_all(merged), joined(first, second));
  ASSERT_EQ(merged.blocks(), left.blocks() + right.blocks());
  EXPECT_EQ(merged.block(left.blocks()).frame, right.block(0).frame);
  merged.verify();
}

TEST_F(ArticleStoreTest, MergesWithoutTheDeletedArticles) {
  Bodies bodies = some_bodies(400, 7);
  ArticleStore store(write("store.zst", bodies, trained(7)));
  DeletedArticles deleted;
  for (const ArticleNumber article : {1U, 200U, 201U, 400U}) deleted.add(article);
  const StoreSource sources[] = {{&store, &deleted}};

  ArticleStore merged(merge(sources));

  bodies.erase(bodies.begin() + 399);
  bodies.erase(bodies.begin() + 199, bodies.begin() + 201);
  bodies.erase(bodies.begin());
  EXPECT_EQ(read_all(merged), bodies);
  merged.verify();
}

TEST_F(ArticleStoreTest, GivesShortSegmentsTheDictionaryOfTheLongOneWhenMerging) {
  const Bodies first = some_bodies(40, 8);
  const Bodies second = some_bodies(400, 8);
  ArticleStore brief(write("brief.zst", first));
  ArticleStore full(write("full.zst", second, trained(8)));
  const DeletedArticles nothing;
  const StoreSource sources[] = {{&brief, &nothing}, {&full, &nothing}};

  ArticleStore merged(merge(sources));

  EXPECT_EQ(read_all(merged), joined(first, second));
  EXPECT_EQ(merged.block(0).dictionary, full.block(0).dictionary);
}

// Little on disk, yet more than one block.
Bodies small_specimen() {
  Bodies bodies = some_bodies(6, 9, 20);
  bodies[2] = std::string(kStoreBlockBytes, '-');
  return bodies;
}

// Opens, verifies and reads a damaged store: it may only refuse, naming the file, or be right.
void expect_error_or_right_bodies(const std::filesystem::path& path, const Bodies& bodies) {
  try {
    ArticleStore store(path);
    for (ArticleNumber article = 1; article <= bodies.size(); ++article) {
      try {
        EXPECT_EQ(store.body(article), bodies[article - 1]);
      } catch (const Error& error) {
        EXPECT_THAT(error.what(), testing::HasSubstr(path.string()));
      }
    }
    store.verify();  // may pass: some bits of a zstd frame mean nothing
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), testing::HasSubstr(path.string()));
  }
}

TEST_F(ArticleStoreTest, CutAtAnyByteIsRefused) {
  const Bodies bodies = small_specimen();
  const std::string whole = test::content_of(write("articles.zst", bodies));
  test::cut_at_every_byte(whole, [&](const std::string& bytes) {
    const auto path = folder_.write("cut.zst", bytes);
    EXPECT_THAT([&] { ArticleStore{path}; }, throws_error(ErrorKind::kCorrupt, "cut.zst"));
  });
}

TEST_F(ArticleStoreTest, WithAnyFlippedBitRefusesOrIsRight) {
  const Bodies bodies = small_specimen();
  const std::string whole = test::content_of(write("articles.zst", bodies));
  test::flip_every_bit(whole, [&](const std::string& bytes) {
    expect_error_or_right_bodies(folder_.write("flipped.zst", bytes), bodies);
  });
}

TEST_F(ArticleStoreTest, WithAFlippedBitAndADictionaryRefusesOrIsRight) {
  const Bodies bodies = small_specimen();
  const std::string whole = test::content_of(write("articles.zst", bodies, trained(9)));
  test::flip_every_bit(
      whole,
      [&](const std::string& bytes) {
        expect_error_or_right_bodies(folder_.write("flipped.zst", bytes), bodies);
      },
      499);
}

}  // namespace
}  // namespace dateline::indexer
