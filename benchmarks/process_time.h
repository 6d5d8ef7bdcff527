// dateline-bench process: how long dateline-search takes as a user meets it, started anew for each
// query, and beside it ripgrep looking for the same word in the files.
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
  std::optional<std::filesystem::path> program;    // nothing: dateline-search beside this program
  std::optional<std::filesystem::path> files_dir;  // that was indexed; nothing: no ripgrep
  DrawOptions draw;
  std::size_t rounds = 5;
};

// Each class of queries apart, and "--version" for what a process costs that opens no index. The
// page of ten comes as JSON. Words alone are also looked for by `rg -l WORD FOLDER`, if it is
// installed and `files_dir` is named; the result says where it was not. Throws Error(kSystem) where
// a program cannot be started or dateline-search finds nothing where there is something to find.
Report measure_process(const ProcessOptions& options, std::ostream& log);

}  // namespace dateline::bench
