#include "benchmarks/child_process.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <exception>
#include <iostream>

#include "common/error.h"

namespace dateline::bench {
namespace {

constexpr int kFailedInChild = 2;

Error refused(const std::string& what, int error) {
  return {ErrorKind::kSystem, "cannot " + what + ": " + std::strerror(error)};
}

double seconds_of(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

// Ends the child without running what this process has registered for its own end.
[[noreturn]] void work_and_exit(const std::function<void()>& work) {
  try {
    work();
    ::_exit(0);
  } catch (const std::exception& error) {
    std::cerr << error.what() << std::endl;
  }
  ::_exit(kFailedInChild);
}

class SilentStreams {
 public:
  SilentStreams() {
    ::posix_spawn_file_actions_init(&actions_);
    ::posix_spawn_file_actions_addopen(&actions_, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    ::posix_spawn_file_actions_addopen(&actions_, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  }
  ~SilentStreams() { ::posix_spawn_file_actions_destroy(&actions_); }
  SilentStreams(const SilentStreams&) = delete;
  SilentStreams& operator=(const SilentStreams&) = delete;

  const posix_spawn_file_actions_t* get() const { return &actions_; }

 private:
  posix_spawn_file_actions_t actions_{};
};

}  // namespace

ChildUsage wait_for_child(pid_t child, Clock::time_point started) {
  int status = 0;
  rusage usage{};
  while (::wait4(child, &status, 0, &usage) < 0) {
    if (errno != EINTR) throw refused("wait for a process", errno);
  }
  const double took = seconds(Clock::now() - started);
  if (!WIFEXITED(status)) {
    throw Error(ErrorKind::kSystem,
                "a process was killed by signal " + std::to_string(WTERMSIG(status)));
  }
  return {took, seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime),
          static_cast<std::uint64_t>(usage.ru_maxrss) * 1024, WEXITSTATUS(status)};
}

ChildUsage run_forked(const std::function<void()>& work) {
  std::cout.flush();
  std::cerr.flush();
  const auto started = Clock::now();
  const pid_t child = ::fork();
  if (child < 0) throw refused("start a process", errno);
  if (child == 0) work_and_exit(work);
  const ChildUsage usage = wait_for_child(child, started);
  if (usage.exit_status != 0) throw Error(ErrorKind::kSystem, "the measured work failed");
  return usage;
}

ChildUsage run_program(const std::filesystem::path& program,
                       const std::vector<std::string>& arguments) {
  std::vector<std::string> all = {program.string()};
  all.insert(all.end(), arguments.begin(), arguments.end());
  std::vector<char*> pointers;
  for (std::string& argument : all) pointers.push_back(argument.data());
  pointers.push_back(nullptr);

  const SilentStreams streams;
  const auto started = Clock::now();
  pid_t child = 0;
  const int error =
      ::posix_spawn(&child, program.c_str(), streams.get(), nullptr, pointers.data(), environ);
  if (error != 0) throw refused("start '" + program.string() + "'", error);
  return wait_for_child(child, started);
}

std::filesystem::path folder_of_this_program() {
  return std::filesystem::read_symlink("/proc/self/exe").parent_path();
}

}  // namespace dateline::bench
