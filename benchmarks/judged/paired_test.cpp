#include "benchmarks/judged/paired_test.h"

#include <cmath>
#include <cstdint>
#include <random>

namespace dateline::bench {
namespace {

// What differs only in how sums were rounded is as far.
constexpr double kRounding = 1e-12;

double all_signs(std::span<const double> differences, double measured) {
  const std::uint32_t ways = std::uint32_t{1} << differences.size();
  std::uint32_t as_far = 0;
  for (std::uint32_t signs = 0; signs < ways; ++signs) {
    double sum = 0;
    for (std::size_t i = 0; i < differences.size(); ++i) {
      sum += (signs >> i & 1) != 0 ? -differences[i] : differences[i];
    }
    if (std::abs(sum) >= measured - kRounding) ++as_far;
  }
  return static_cast<double>(as_far) / ways;
}

// The measured signs are one of the draws, so that p is never 0.
double drawn_signs(std::span<const double> differences, double measured) {
  std::mt19937_64 random(1);
  std::size_t as_far = 1;
  for (std::size_t draw = 0; draw < kSignDraws; ++draw) {
    double sum = 0;
    std::uint64_t signs = 0;
    for (std::size_t i = 0; i < differences.size(); ++i) {
      if (i % 64 == 0) signs = random();
      sum += (signs >> (i % 64) & 1) != 0 ? -differences[i] : differences[i];
    }
    if (std::abs(sum) >= measured - kRounding) ++as_far;
  }
  return static_cast<double>(as_far) / static_cast<double>(kSignDraws + 1);
}

}  // namespace

double randomisation_test(std::span<const double> differences) {
  double sum = 0;
  for (const double difference : differences) sum += difference;
  const double measured = std::abs(sum);
  return differences.size() <= kAllSignsUpTo ? all_signs(differences, measured)
                                             : drawn_signs(differences, measured);
}

}  // namespace dateline::bench
