// The system calls that writing an index depends on, as an interface, so that tests can fail each.
#pragma once

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

#include <cstddef>
#include <cstdio>

namespace dateline::indexer {

// Each member is the call of its name: -1 and errno where it fails. Stateless and thread-safe.
class SystemCalls {
 public:
  virtual ~SystemCalls() = default;

  virtual int open(const char* path, int flags, mode_t mode) { return ::open(path, flags, mode); }
  virtual ssize_t write(int file, const void* bytes, std::size_t size) {
    return ::write(file, bytes, size);
  }
  virtual int fsync(int file) { return ::fsync(file); }
  virtual int close(int file) { return ::close(file); }
  virtual int rename(const char* from, const char* to) { return ::rename(from, to); }
  virtual int mkdir(const char* path, mode_t mode) { return ::mkdir(path, mode); }
};

// Those of the system.
inline SystemCalls& real_system_calls() {
  static SystemCalls calls;
  return calls;
}

}  // namespace dateline::indexer
