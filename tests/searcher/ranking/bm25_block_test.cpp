#include "searcher/ranking/bm25_block.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>
#include <vector>

namespace dateline::searcher {
namespace {

// Equal scores must be equal to the bit: copies of a story come in order of their articles.
TEST(Bm25Block, ScoresToTheBitAsOneByOne) {
  std::mt19937 random(3);
  std::vector<std::uint16_t> lengths(5'000);
  for (auto& length : lengths) length = static_cast<std::uint16_t>(random());
  const LengthNorm norm(461.5);
  for (std::size_t count = 0; count <= kScoreBlock; ++count) {
    std::vector<std::uint32_t> articles;
    std::array<std::uint32_t, kScoreBlock> weights{};
    for (std::size_t i = 0; i < count; ++i) {
      articles.push_back(static_cast<std::uint32_t>(random() % lengths.size() + 1));
      weights[i] = static_cast<std::uint32_t>(random() % 300 + 1);
    }
    std::array<float, kScoreBlock> scores;
    const float best = bm25_block(3.7F, norm, lengths, articles, weights, scores);
    float highest = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const float score = bm25(3.7F, weights[i], norm(lengths[articles[i] - 1]));
      ASSERT_EQ(scores[i], score);
      highest = std::max(highest, score);
    }
    ASSERT_EQ(best, highest);
  }
}

}  // namespace
}  // namespace dateline::searcher
