#include "benchmarks/judged/measures.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>

namespace dateline::bench {
namespace {

constexpr std::size_t kGainDepth = 10;
constexpr std::size_t kRecallDepth = 1'000;

constexpr MeasureName kNames[] = {{"AP", "MAP", &Measures::average_precision},
                                  {"P@10", "P@10", &Measures::precision_10},
                                  {"P@30", "P@30", &Measures::precision_30},
                                  {"nDCG@10", "nDCG@10", &Measures::ndcg_10},
                                  {"R@1000", "R@1000", &Measures::recall_1000}};

double discounted(int grade, std::size_t place) {
  return grade > 0 ? grade / std::log2(static_cast<double>(place) + 2) : 0;
}

double gain_of(std::span<const int> grades) {
  double gain = 0;
  for (std::size_t i = 0; i < std::min(grades.size(), kGainDepth); ++i) {
    gain += discounted(grades[i], i);
  }
  return gain;
}

double highest_gain(const Grades& grades) {
  std::vector<int> sorted;
  for (const auto& [document, grade] : grades) sorted.push_back(grade);
  std::ranges::sort(sorted, std::greater<>());
  return gain_of(sorted);
}

// How many are relevant among the first `depth`.
double relevant_in(std::span<const int> grades, std::size_t depth, int least) {
  const auto end = grades.begin() + static_cast<std::ptrdiff_t>(std::min(depth, grades.size()));
  return static_cast<double>(
      std::count_if(grades.begin(), end, [least](int grade) { return grade >= least; }));
}

double precisions_of(std::span<const int> grades, int least) {
  double sum = 0;
  double relevant = 0;
  for (std::size_t i = 0; i < grades.size(); ++i) {
    if (grades[i] < least) continue;
    relevant += 1;
    sum += relevant / static_cast<double>(i + 1);
  }
  return sum;
}

}  // namespace

bool has_relevant(const Grades& grades, int least) {
  return std::ranges::any_of(grades, [least](const auto& of) { return of.second >= least; });
}

Measures measure(std::span<const std::string> ranked, const Grades& grades, int least) {
  std::vector<int> met;
  for (const std::string& document : ranked) {
    const auto found = grades.find(document);
    met.push_back(found != grades.end() ? found->second : std::min(0, least - 1));
  }
  const auto relevant = static_cast<double>(
      std::ranges::count_if(grades, [least](const auto& of) { return of.second >= least; }));
  if (relevant == 0) return {};
  const double best = highest_gain(grades);
  return {precisions_of(met, least) / relevant, relevant_in(met, 10, least) / 10,
          relevant_in(met, 30, least) / 30, best > 0 ? gain_of(met) / best : 0,
          relevant_in(met, kRecallDepth, least) / relevant};
}

Measures mean_of(std::span<const Measures> measures) {
  Measures mean;
  if (measures.empty()) return mean;
  for (const MeasureName& name : kNames) {
    double sum = 0;
    for (const Measures& of : measures) sum += of.*name.value;
    mean.*name.value = sum / static_cast<double>(measures.size());
  }
  return mean;
}

std::span<const MeasureName> measure_names() {
  return kNames;
}

}  // namespace dateline::bench
