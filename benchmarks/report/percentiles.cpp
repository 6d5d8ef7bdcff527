#include "benchmarks/report/percentiles.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace dateline::bench {
namespace {

// Whole numbers: a share of 0.99 as a double would round some ranks up.
double at_rank(const std::vector<double>& sorted, std::size_t per_mille) {
  const std::size_t rank = (sorted.size() * per_mille + 999) / 1'000;
  return sorted[std::max<std::size_t>(rank, 1) - 1];
}

}  // namespace

Percentiles percentiles_of(std::vector<double> samples) {
  if (samples.empty()) return {};
  std::sort(samples.begin(), samples.end());
  Percentiles found;
  found.p50 = at_rank(samples, 500);
  found.p90 = at_rank(samples, 900);
  found.p99 = at_rank(samples, 990);
  found.p999 = at_rank(samples, 999);
  found.max = samples.back();
  found.mean =
      std::accumulate(samples.begin(), samples.end(), 0.0) / static_cast<double>(samples.size());
  return found;
}

double median_of(std::vector<double> samples) {
  if (samples.empty()) return 0;
  std::sort(samples.begin(), samples.end());
  const std::size_t half = samples.size() / 2;
  return samples.size() % 2 == 1 ? samples[half] : (samples[half - 1] + samples[half]) / 2;
}

}  // namespace dateline::bench
