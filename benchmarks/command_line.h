// The command line of dateline-bench -> what to run. The only door to CLI11 here.
#pragma once

#include <filesystem>
#include <optional>
#include <ostream>
#include <string>
#include <variant>
#include <vector>

#include "benchmarks/build_time.h"
#include "benchmarks/copies/copies_quality.h"
#include "benchmarks/judged/judged.h"
#include "benchmarks/latency.h"
#include "benchmarks/peers/race.h"
#include "benchmarks/process_time.h"

namespace dateline::bench {

enum ExitStatus : int {
  kDone = 0,
  kSlower = 1,  // of compare: something is slower beyond the noise
  kFailed = 2,
};

struct CompareOptions {
  std::filesystem::path before;
  std::filesystem::path after;
};

struct GrowthOptions {
  std::filesystem::path small;
  std::filesystem::path large;
};

struct ChartOptions {
  std::vector<std::filesystem::path> results;  // drawn one below the other
  std::filesystem::path svg_file;
};

struct CommandLine {
  std::variant<LatencyOptions, BuildOptions, ProcessOptions, RaceOptions, CompareOptions,
               GrowthOptions, ChartOptions, CopiesOptions, JudgedOptions>
      command;
  std::optional<std::filesystem::path> json_file;  // where the result goes beside the table
};

// `arguments` are those after the program's name. Writes --help and --version to `out` and returns
// the status to exit with. Throws Error(kUsage) that names the option and the remedy.
std::variant<CommandLine, ExitStatus> parse_command_line(const std::vector<std::string>& arguments,
                                                         std::ostream& out);

}  // namespace dateline::bench
