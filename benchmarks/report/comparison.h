// Two results of one benchmark -> what became slower beyond the noise.
//
// The noise of a figure is what its rounds show. It is worse in the second result if the median of
// its rounds is worse by more than kLeastChange, and every round of the second is worse than every
// round of the first: with five rounds on either side chance alone does that once in 252 times.
// Better is the same the other way round. Under kLeastRounds rounds nothing is judged.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "benchmarks/report/report.h"

namespace dateline::bench {

inline constexpr double kLeastChange = 0.05;
inline constexpr std::size_t kLeastRounds = 3;

enum class Verdict : std::uint8_t { kSame, kWorse, kBetter, kTooFewRounds };

struct Change {
  std::string row;
  Figure before;
  Figure after;
  Verdict verdict = Verdict::kSame;
};

struct Comparison {
  std::vector<Change> changes;       // of all figures that both have and that can be judged
  std::vector<std::string> missing;  // rows that only one of them has; classes as a whole
  bool same_machine = true;          // processor, cores and memory; load is not asked
  bool same_archive = true;          // as many articles with as much text

  bool any_worse() const;
};

Verdict judge(const Figure& before, const Figure& after);

// Throws Error(kInput) where the results are not of one benchmark.
Comparison compare(const Report& before, const Report& after);

// Each figure that is worse or better, a line each, and how many are the same.
std::string to_text(const Comparison& comparison);

}  // namespace dateline::bench
