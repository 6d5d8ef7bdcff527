// How much a word in an article is worth: every number that moves a hit is here.
//
// BM25 (Robertson and Zaragoza, "The probabilistic relevance framework: BM25 and beyond", 2009) in
// the form without the constant factor k1 + 1, which changes no order:
//
//   score = sum over the query's words of  idf * o / (o + K)
//   K     = k1 * (1 - b + b * length / average_length)
//   idf   = ln(1 + (N - n + 0.5) / (n + 0.5)) ^ 1.1
//
// o: occurrences of the word in the article, kHeadlineBonus more if one is in the headline (see
// common/text_index/format.h); length: words of the article, 65,535 at most; N: articles in the
// index, n: those that hold the word, both with deleted ones until a merge drops them. A phrase is
// one word whose idf is the sum of its words', and whose occurrences are the places where it
// stands.
//
// k1, b and the exponent were chosen on every other topic of four test collections, among k1 from
// 0.9 to 2, b from 0.4 to 0.9 and exponents from 1 to 1.3: benchmarks/results/judged.md. A shorter
// reach of the length helps short articles, and the exponent lets rare words count for more in
// long queries.
#pragma once

#include <cmath>
#include <cstdint>

namespace dateline::searcher {

inline constexpr double kBm25K1 = 1.2;
inline constexpr double kBm25B = 0.65;
inline constexpr double kIdfExponent = 1.1;

inline float inverse_document_frequency(std::uint64_t articles, std::uint64_t with_word) {
  const auto n = static_cast<double>(with_word);
  const double log = std::log1p((static_cast<double>(articles) - n + 0.5) / (n + 0.5));
  return static_cast<float>(std::pow(log, kIdfExponent));
}

// k1 * (1 - b + b * length / average_length), as a line in length.
class LengthNorm {
 public:
  explicit LengthNorm(double average_length)
      : constant_(static_cast<float>(kBm25K1 * (1 - kBm25B))),
        per_word_(static_cast<float>(kBm25K1 * kBm25B / average_length)) {}

  float operator()(std::uint32_t length) const {
    return constant_ + per_word_ * static_cast<float>(length);
  }

 private:
  float constant_;
  float per_word_;
};

inline float bm25(float idf, std::uint32_t occurrences, float norm) {
  const auto o = static_cast<float>(occurrences);
  return idf * (o / (o + norm));
}

}  // namespace dateline::searcher
