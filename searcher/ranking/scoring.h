// What turns occurrences of a word or phrase in an article into its score.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>

#include "common/text_index/format.h"
#include "searcher/ranking/bm25.h"

namespace dateline::searcher {

// Of one segment. A value; the lengths must outlive its users.
struct Scoring {
  std::span<const std::uint16_t> lengths;
  LengthNorm norm;

  float operator()(float idf, std::uint32_t article, std::uint32_t occurrences) const {
    return bm25(idf, occurrences, norm(lengths[article - 1]));
  }

  // With those of a headline counted as they are.
  float operator()(float idf, std::uint32_t article, std::uint32_t occurrences,
                   bool in_headline) const {
    return (*this)(idf, article, occurrences + (in_headline ? kHeadlineBonus : 0));
  }

  // The most that any posting under the bound can score.
  double limit(float idf, const Bound& bound) const {
    // Scores of the same formula may differ in the last bit from those of a bound's pair.
    constexpr double kRoundingSlack = 1.000001;
    float most = 0;
    for (const BoundPair& pair : bound) {
      if (pair.occurrences == 0) break;
      if (pair.occurrences == 255) return idf;  // stands for any number
      most = std::max(most, bm25(idf, pair.occurrences, norm(length_of_code(pair.length))));
    }
    return most * kRoundingSlack;
  }
};

}  // namespace dateline::searcher
