// The system calls that writing an index depends on, as an interface, so that tests can fail each.
#pragma once

#include <sys/types.h>

#include <cstddef>

namespace dateline::indexer {

// Each member is the call of its name: -1 and errno where it fails. Stateless and thread-safe.
class SystemCalls {
 public:
  virtual ~SystemCalls() = default;

  virtual int open(const char* path, int flags, mode_t mode);
  virtual ssize_t write(int file, const void* bytes, std::size_t size);
  virtual int fsync(int file);
  virtual int close(int file);
  virtual int rename(const char* from, const char* to);
  virtual int mkdir(const char* path, mode_t mode);
};

// Those of the system.
SystemCalls& real_system_calls();

}  // namespace dateline::indexer
