// How good a ranking is, by the measures of TREC and as trec_eval works them out.
//
// Relevant is a document whose grade is at least `least`. What is not judged is not relevant.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "benchmarks/judged/judgments.h"

namespace dateline::bench {

// Of one topic, each from 0 to 1.
struct Measures {
  // The mean, over all relevant documents, of the precision at the rank of each; 0 for one that was
  // not found (Buckley and Voorhees, "Evaluating evaluation measure stability", 2000).
  double average_precision = 0;

  // The share of relevant documents among the first 10 and 30, missing ones counted as not relevant.
  double precision_10 = 0;
  double precision_30 = 0;

  // The sum of grade / log2(rank + 1) over the first 10, as a share of the highest possible
  // (Järvelin and Kekäläinen, "Cumulated gain-based evaluation of IR techniques", 2002).
  double ndcg_10 = 0;

  // The share of relevant documents that are among the first 1,000.
  double recall_1000 = 0;

  bool operator==(const Measures&) const = default;
};

// `ranked`: ids, best first, none twice. All are 0 where nothing is relevant.
Measures measure(std::span<const std::string> ranked, const Grades& grades, int least = 1);

// Whether any document is relevant: topics without any say nothing of a ranking.
bool has_relevant(const Grades& grades, int least = 1);

// 0 of none.
Measures mean_of(std::span<const Measures> measures);

// Name and member of each, in the order in which they are told.
struct MeasureName {
  const char* of_topic;
  const char* of_mean;
  double Measures::*value;
};
std::span<const MeasureName> measure_names();

}  // namespace dateline::bench
