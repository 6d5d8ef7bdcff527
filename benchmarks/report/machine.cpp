#include "benchmarks/report/machine.h"

#include <fmt/format.h>
#include <stdlib.h>
#include <unistd.h>
#include <xapian.h>
#include <zstd.h>

#include <fstream>
#include <thread>

namespace dateline::bench {
namespace {

// The value of the first line "key : value" or "key=value" of a file of the system.
std::string value_in(const char* path, const std::string& key, char sign) {
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    if (!line.starts_with(key)) continue;
    const std::size_t at = line.find(sign);
    const std::size_t begin = line.find_first_not_of(" \"", at + 1);
    if (at == std::string::npos || begin == std::string::npos) continue;
    return line.substr(begin, line.find_last_not_of('"') + 1 - begin);
  }
  return "unknown";
}

}  // namespace

Machine this_machine() {
  Machine machine;
  machine.processor = value_in("/proc/cpuinfo", "model name", ':');
  machine.cores = std::thread::hardware_concurrency();
  machine.memory_bytes = static_cast<std::uint64_t>(::sysconf(_SC_PHYS_PAGES)) *
                         static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
  if (::getloadavg(&machine.load, 1) != 1) machine.load = 0;
  return machine;
}

std::map<std::string, std::string> versions_here() {
#ifdef NDEBUG
  const char* const build = "release";
#else
  const char* const build = "debug";
#endif
  return {{"dateline", fmt::format("{} ({})", DATELINE_VERSION, build)},
          {"compiler", "GCC-compatible " __VERSION__},
          {"xapian", Xapian::version_string()},
          {"zstd", ZSTD_versionString()},
          {"system", value_in("/etc/os-release", "PRETTY_NAME", '=')}};
}

}  // namespace dateline::bench
