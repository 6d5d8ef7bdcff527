// dateline-bench process: how long dateline-search takes as a user meets it, started anew for each
// query.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <ostream>

#include "benchmarks/queries/query_classes.h"
#include "benchmarks/report/report.h"

namespace dateline::bench {

struct ProcessOptions {
  std::filesystem::path index_dir;
  std::optional<std::filesystem::path> program;  // nothing: dateline-search beside this program
  DrawOptions draw;
  std::size_t rounds = 5;
};

// Each class of queries apart, and "--version" for what a process costs that opens no index. The
// page of ten comes as JSON. Throws Error(kSystem) where the program cannot be started or finds
// nothing where there is something to find.
Report measure_process(const ProcessOptions& options, std::ostream& log);

}  // namespace dateline::bench
