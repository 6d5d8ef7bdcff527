// BM25 of a block of postings at once, with the vectors that the processor has.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "searcher/ranking/bm25.h"

namespace dateline::searcher {

inline constexpr std::size_t kScoreBlock = 128;

// Scores up to 128 articles exactly as bm25() does one by one, and returns the highest score.
// `lengths` holds the words of article i + 1 at i; weights beyond the last article must be 0,
// scores beyond it mean nothing. Thread-safe.
float bm25_block(float idf, const LengthNorm& norm, std::span<const std::uint16_t> lengths,
                 std::span<const std::uint32_t> articles,
                 std::span<const std::uint32_t, kScoreBlock> weights,
                 std::span<float, kScoreBlock> scores);

}  // namespace dateline::searcher
