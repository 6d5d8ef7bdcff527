// The machine that a benchmark ran on, as far as it bears on the figures.
#pragma once

#include <cstdint>
#include <map>
#include <string>

namespace dateline::bench {

struct Machine {
  std::string processor;  // as it calls itself; "unknown" where the system does not tell
  std::uint64_t cores = 0;
  std::uint64_t memory_bytes = 0;
  double load = 0;  // others' work when the benchmark began: the system's average of a minute
  bool operator==(const Machine&) const = default;
};

// This machine, now.
Machine this_machine();

// Dateline, the compiler and the libraries under the search: name -> version.
std::map<std::string, std::string> versions_here();

}  // namespace dateline::bench
