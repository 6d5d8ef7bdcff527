// System calls of which one fails: the fault of "a fault at the n-th system call, for every n".
#pragma once

#include <unistd.h>

#include <cerrno>
#include <cstddef>

#include "indexer/commit/system_calls.h"

namespace dateline::test {

enum class Fault {
  kOnce,    // the n-th call fails
  kOnward,  // the n-th and all calls after it fail: a full or broken disk
  kKill,    // the process ends at the n-th call, as if killed
};

inline constexpr int kKilled = 42;  // the exit status of kKill

class FaultySystemCalls : public indexer::SystemCalls {
 public:
  // The first call is number 1; with 0 all succeed and are counted.
  FaultySystemCalls(Fault fault, std::size_t number) : fault_(fault), number_(number) {}

  std::size_t calls() const { return calls_; }

  int open(const char* path, int flags, mode_t mode) override {
    return fails() ? -1 : SystemCalls::open(path, flags, mode);
  }
  // A disk that fills up takes a part before it refuses.
  ssize_t write(int file, const void* bytes, std::size_t size) override {
    if (!fails()) return SystemCalls::write(file, bytes, size);
    if (SystemCalls::write(file, bytes, size / 2) < 0) return -1;
    errno = ENOSPC;
    return -1;
  }
  // Not done: nothing of a test must survive the machine, and thousands take minutes.
  int fsync(int) override { return fails() ? -1 : 0; }
  int close(int file) override {
    const bool failed = fails();
    const int closed = SystemCalls::close(file);
    errno = EIO;
    return failed ? -1 : closed;
  }
  int rename(const char* from, const char* to) override {
    return fails() ? -1 : SystemCalls::rename(from, to);
  }
  int mkdir(const char* path, mode_t mode) override {
    return fails() ? -1 : SystemCalls::mkdir(path, mode);
  }

 private:
  bool fails() {
    ++calls_;
    const bool now = calls_ == number_;
    if (now && fault_ == Fault::kKill) ::_exit(kKilled);
    const bool later = number_ != 0 && calls_ > number_ && fault_ == Fault::kOnward;
    if (now || later) errno = EIO;
    return now || later;
  }

  Fault fault_;
  std::size_t number_;
  std::size_t calls_ = 0;
};

}  // namespace dateline::test
