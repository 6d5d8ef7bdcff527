#include "searcher/ranking/scoring.h"

#include <algorithm>

namespace dateline::searcher {
namespace {

// Scores of the same formula may differ in the last bit from those of a bound's pair.
constexpr double kRoundingSlack = 1.000001;

}  // namespace

double Scoring::limit(float idf, const Bound& bound) const {
  float most = 0;
  for (const BoundPair& pair : bound) {
    if (pair.occurrences == 0) break;
    if (pair.occurrences == 255) return idf;  // stands for any number
    most = std::max(most, bm25(idf, pair.occurrences, norm(length_of_code(pair.length))));
  }
  return most * kRoundingSlack;
}

}  // namespace dateline::searcher
