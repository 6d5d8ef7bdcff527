// What is told of many timings: percentiles, the greatest and the mean, exact from all samples.
#pragma once

#include <vector>

namespace dateline::bench {

struct Percentiles {
  double p50 = 0;
  double p90 = 0;
  double p99 = 0;
  double p999 = 0;
  double max = 0;
  double mean = 0;
};

// By nearest rank: the smallest sample that at least so large a share of all does not exceed, so
// that every percentile is a timing that occurred. All zero without samples.
Percentiles percentiles_of(std::vector<double> samples);

// The middle one, of an even number the mean of both in the middle; 0 of none.
double median_of(std::vector<double> samples);

}  // namespace dateline::bench
