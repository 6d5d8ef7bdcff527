// Whether two rankings differ beyond chance: Fisher's randomisation test, two-sided.
//
// If the two were alike, each topic could as well have given its two figures the other way round.
// So the signs of the differences are drawn anew, and p is the share of draws whose mean lies as
// far from 0 as the one that was measured, or farther. Smucker, Allan and Carterette, "A comparison
// of statistical significance tests for information retrieval evaluation" (2007), find that it
// agrees with the t-test and ask nothing of how figures are distributed.
#pragma once

#include <cstddef>
#include <span>

namespace dateline::bench {

// Up to so many topics all signs are tried; of more, kSignDraws are drawn, always the same ones.
inline constexpr std::size_t kAllSignsUpTo = 16;
inline constexpr std::size_t kSignDraws = 100'000;

// p, above 0 and up to 1; 1 of no differences.
double randomisation_test(std::span<const double> differences);

}  // namespace dateline::bench
