#include "searcher/ranking/bm25_block.h"

#include <array>
#include <cstddef>

namespace dateline::searcher {
namespace {

// The compiler makes a version for each kind of vector, and the loader takes the one that the
// processor has. None has fused multiply-add: all give the same bits.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && \
    !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define DATELINE_VECTORS __attribute__((target_clones("avx2", "default")))
#else
#define DATELINE_VECTORS
#endif

DATELINE_VECTORS float score_all(float idf, LengthNorm norm, const std::uint32_t* lengths,
                                 const std::uint32_t* weights, float* scores) {
  float best = 0;
  for (std::size_t i = 0; i < kScoreBlock; ++i) {
    scores[i] = bm25(idf, weights[i], norm(lengths[i]));
    best = scores[i] > best ? scores[i] : best;
  }
  return best;
}

}  // namespace

float bm25_block(float idf, const LengthNorm& norm, std::span<const std::uint16_t> lengths,
                 std::span<const std::uint32_t> articles,
                 std::span<const std::uint32_t, kScoreBlock> weights,
                 std::span<float, kScoreBlock> scores) {
  std::array<std::uint32_t, kScoreBlock> of_articles{};
  for (std::size_t i = 0; i < articles.size(); ++i) of_articles[i] = lengths[articles[i] - 1];
  return score_all(idf, norm, of_articles.data(), weights.data(), scores.data());
}

}  // namespace dateline::searcher
