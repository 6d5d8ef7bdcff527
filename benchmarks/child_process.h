// Work in a process of its own: how long it took and how much memory it had at most.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "benchmarks/stopwatch.h"

namespace dateline::bench {

struct ChildUsage {
  double seconds = 0;            // from before it is started until it has ended
  double processor_seconds = 0;  // of all its threads, in the program and in the system
  std::uint64_t peak_resident_bytes = 0;
  int exit_status = 0;
};

// Forks and runs `work` in the child: what this process holds is in its memory too, so fork early.
// No other thread may be running. Throws Error(kSystem) where the child throws, which it says on
// stderr, or dies.
ChildUsage run_forked(const std::function<void()>& work);

// Starts a program with its standard output and input at /dev/null. Throws Error(kSystem) where it
// cannot be started or is killed by a signal; any exit status is a result.
ChildUsage run_program(const std::filesystem::path& program,
                       const std::vector<std::string>& arguments);

// Waits for a child of this process that was started then. Throws Error(kSystem) where a signal
// killed it.
ChildUsage wait_for_child(pid_t child, Clock::time_point started);

// Where this program lies: its siblings are installed beside it.
std::filesystem::path folder_of_this_program();

}  // namespace dateline::bench
