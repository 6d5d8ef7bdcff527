// dateline-bench build: how long an index takes to build, in how much memory, and where its bytes
// are.
//
// Each round builds the index anew in a process of its own, from the inputs as they are. Then 1 %
// of the articles, every hundredth, is added to a copy of the index once more under new identities,
// from one JSON Lines file: an update of so many new articles, which is what cron runs.
#pragma once

#include <cstddef>
#include <filesystem>
#include <ostream>
#include <string>
#include <vector>

#include "benchmarks/report/report.h"

namespace dateline::bench {

struct BuildOptions {
  std::filesystem::path out_dir;  // the index is left in out_dir/index
  std::vector<std::string> inputs;
  std::size_t memory_budget_bytes = std::size_t{512} << 20;
  unsigned jobs = 1;
  std::size_t rounds = 3;
};

// Throws Error(kUsage) if `out_dir` is there and not empty, and what run_update throws.
Report measure_build(const BuildOptions& options, std::ostream& log);

// Writes every hundredth live article of the index as JSON Lines under a new id. Returns how many.
std::size_t write_increment(const std::filesystem::path& index_dir,
                            const std::filesystem::path& file);

}  // namespace dateline::bench
