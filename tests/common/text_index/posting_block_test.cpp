#include "common/text_index/posting_block.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <vector>

#include "common/text_index/block_codec.h"

namespace dateline {
namespace {

constexpr std::uint32_t kBefore = 1'000;

// 128 articles after kBefore, mostly `step` apart.
std::vector<std::uint32_t> articles(std::uint32_t step, std::mt19937& random) {
  std::vector<std::uint32_t> articles;
  std::uint32_t article = kBefore;
  for (std::size_t i = 0; i < kBlockPostings; ++i) {
    article += 1 + static_cast<std::uint32_t>(random()) % (2 * step);
    articles.push_back(article);
  }
  return articles;
}

void append_articles(const std::vector<std::uint32_t>& articles, bool dense, std::string& out) {
  if (!dense) {
    std::array<std::uint32_t, kBlockPostings> gaps;
    for (std::size_t i = 0; i < gaps.size(); ++i) {
      gaps[i] = articles[i] - (i == 0 ? kBefore : articles[i - 1]) - 1;
    }
    append_patched(gaps.data(), out);
    return;
  }
  std::string bits((articles.back() - kBefore + 7) / 8, '\0');
  for (const std::uint32_t article : articles) {
    const std::uint32_t bit = article - kBefore - 1;
    bits[bit / 8] = static_cast<char>(bits[bit / 8] | 1 << bit % 8);
  }
  out += bits;
}

// Article i occurs i % 7 + 1 times; the 3rd and the last have the term in the headline.
std::string block_of(const std::vector<std::uint32_t>& articles, bool dense) {
  std::string bytes(1, static_cast<char>(kHasHeadline | (dense ? kDense : 0)));
  append_articles(articles, dense, bytes);
  std::array<std::uint32_t, kBlockPostings> more;
  for (std::uint32_t i = 0; i < more.size(); ++i) more[i] = i % 7;
  append_patched(more.data(), bytes);
  return bytes + std::string{2, 2, 127};
}

std::span<const std::uint8_t> view(const std::string& bytes) {
  return {reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()};
}

class PostingBlocks : public testing::TestWithParam<bool> {
 protected:
  PostingBlocks() { EXPECT_EQ(block_.open(view(bytes_), kBefore, articles_.back()), nullptr); }

  std::mt19937 random_{5};
  std::vector<std::uint32_t> articles_ = articles(3, random_);
  std::string bytes_ = block_of(articles_, GetParam());
  PostingBlock block_;
};

INSTANTIATE_TEST_SUITE_P(GapsAndBits, PostingBlocks, testing::Bool(), [](const auto& bits) {
  return bits.param ? std::string("Bits") : std::string("Gaps");
});

TEST_P(PostingBlocks, GiveTheArticlesAndTheirOccurrences) {
  EXPECT_TRUE(std::equal(articles_.begin(), articles_.end(), block_.articles()));
  for (std::uint32_t i = 0; i < kBlockPostings; ++i) {
    ASSERT_EQ(block_.occurrences()[i], i % 7 + 1);
  }
  EXPECT_EQ(block_.headlines()[0], std::uint64_t{1} << 2);
  EXPECT_EQ(block_.headlines()[1], std::uint64_t{1} << 63);
}

TEST_P(PostingBlocks, FindTheFirstArticleThatIsNotBeforeTheTarget) {
  for (std::uint32_t target = kBefore; target <= articles_.back(); ++target) {
    const auto expected = std::lower_bound(articles_.begin(), articles_.end(), target);
    const auto place = block_.find(0, target);
    ASSERT_EQ(place.article, *expected);
    ASSERT_EQ(place.at, expected - articles_.begin());
  }
}

TEST_P(PostingBlocks, FindExactlyTheArticlesThatTheyHold) {
  for (std::uint32_t target = kBefore + 1; target <= articles_.back(); ++target) {
    const auto expected = std::find(articles_.begin(), articles_.end(), target);
    const auto place = block_.find_exactly(0, target);
    if (expected == articles_.end()) {
      ASSERT_EQ(place.at, PostingBlock::kNone);
    } else {
      ASSERT_EQ(place.at, expected - articles_.begin());
    }
  }
}

TEST_P(PostingBlocks, MarkWindowsThatBeginAndEndAnywhere) {
  for (std::uint32_t first = kBefore - 64; first < articles_.back(); first += 64) {
    std::array<std::uint64_t, 3> window{};
    const std::uint32_t end = first + 64 * 3;
    const auto at = std::lower_bound(articles_.begin(), articles_.end(), first);
    block_.mark(static_cast<std::uint32_t>(at - articles_.begin()), first, window);
    for (std::uint32_t article = first; article < end; ++article) {
      const bool is_set = (window[(article - first) / 64] >> (article - first) % 64 & 1) != 0;
      ASSERT_EQ(is_set, std::binary_search(articles_.begin(), articles_.end(), article));
    }
  }
}

TEST_P(PostingBlocks, AreRefusedWhereverTheyAreCut) {
  for (std::size_t size = 0; size < bytes_.size(); ++size) {
    const std::string cut = bytes_.substr(0, size);
    PostingBlock block;
    const bool opens = block.open(view(cut), kBefore, articles_.back()) == nullptr;
    ASSERT_FALSE(opens && block.occurrences() != nullptr) << size;
  }
}

TEST_P(PostingBlocks, AreRefusedWhereTheyEndAtAnotherArticle) {
  PostingBlock block;
  EXPECT_NE(block.open(view(bytes_), kBefore, articles_.back() + 1), nullptr);
  EXPECT_NE(block.open(view(bytes_), kBefore, articles_.back() - 1), nullptr);
  EXPECT_NE(block.open(view(bytes_), kBefore, kBefore), nullptr);
}

TEST(PostingBlock, IsRefusedWhereItsArticlesDoNotAscend) {
  std::mt19937 random(6);
  std::vector<std::uint32_t> turned = articles(3, random);
  std::swap(turned[60], turned[61]);  // the gaps go round and end where they should
  const std::string bytes = block_of(turned, false);
  PostingBlock block;
  EXPECT_NE(block.open(view(bytes), kBefore, turned.back()), nullptr);
}

}  // namespace
}  // namespace dateline
