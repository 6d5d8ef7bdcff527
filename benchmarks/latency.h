// dateline-bench latency: how long searches take inside of a process, a class of queries at a time.
//
// What is timed is Searcher::search on a query that has been parsed, in one thread, on an index
// that is open and in memory. Classes are asked for their first 10, 100 and 1,000 articles, ids and
// scores only, and for their count; a page is asked for as dateline-search does. In each round all
// of them have their turn, so that a slow minute of the machine slows all.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <ostream>
#include <vector>

#include "benchmarks/queries/query_classes.h"
#include "benchmarks/report/report.h"

namespace dateline::bench {

struct LatencyOptions {
  std::filesystem::path index_dir;
  std::optional<std::filesystem::path> queries_file;  // nothing: drawn from the index
  DrawOptions draw;
  std::size_t rounds = 5;
  std::size_t cold = 20;                             // queries of each class, 0 for none
  std::chrono::milliseconds throughput_period{200};  // for each class, threads and round
};

// Every answer is checked before its query is timed (see answer_check.h). Progress is told on
// `log`. Throws Error where the index or a query cannot be read or an answer is wrong.
Report measure_latency(const LatencyOptions& options, std::ostream& log);

}  // namespace dateline::bench
