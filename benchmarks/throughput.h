// Queries a second, with one searcher a thread.
#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>

#include "benchmarks/query_case.h"

namespace dateline::bench {

// All threads ask the queries of the case over and over, each from another one on, for the period.
// Counts those that were answered by then. The case must have queries.
double queries_a_second(const std::filesystem::path& index_dir, const QueryCase& of,
                        std::size_t threads, std::chrono::milliseconds period);

}  // namespace dateline::bench
