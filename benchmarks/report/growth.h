// Two results of one benchmark on archives of different size -> how figures grow with the archive.
//
// Each index drew its own queries, of the same classes: the ratio tells what a reader of the larger
// archive meets. The same query on both would tell less, for a word that is rare in one is not in
// the other.
#pragma once

#include <string>
#include <vector>

#include "benchmarks/report/report.h"

namespace dateline::bench {

struct Grown {
  std::string row;
  std::string figure;
  std::string unit;
  double small = 0;
  double large = 0;
};

struct Growth {
  double articles = 0;       // how many times as many
  std::vector<Grown> grown;  // of latency p99 of the top ten by class; of a build MB a second
};

// Throws Error(kInput) unless both are of 'latency' or both of 'build' and `large` has more
// articles, and both at least one.
Growth growth_of(const Report& small, const Report& large);

std::string to_text(const Growth& growth);

}  // namespace dateline::bench
