#include "indexer/commit/system_calls.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>

namespace dateline::indexer {

int SystemCalls::open(const char* path, int flags, mode_t mode) {
  return ::open(path, flags, mode);
}
ssize_t SystemCalls::write(int file, const void* bytes, std::size_t size) {
  return ::write(file, bytes, size);
}
int SystemCalls::fsync(int file) {
  return ::fsync(file);
}
int SystemCalls::close(int file) {
  return ::close(file);
}
int SystemCalls::rename(const char* from, const char* to) {
  return ::rename(from, to);
}
int SystemCalls::mkdir(const char* path, mode_t mode) {
  return ::mkdir(path, mode);
}

SystemCalls& real_system_calls() {
  static SystemCalls calls;
  return calls;
}

}  // namespace dateline::indexer
