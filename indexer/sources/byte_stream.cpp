#include "indexer/sources/byte_stream.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace dateline::indexer {
namespace {

std::string last_failure() {
  return std::generic_category().message(errno);
}

}  // namespace

FileStream::FileStream(const std::string& path)
    : descriptor_(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY)) {
  struct stat status {};
  if (descriptor_ < 0 || ::fstat(descriptor_, &status) != 0) {
    failure_ = last_failure();
    return;
  }
  if (S_ISREG(status.st_mode)) expected_bytes_ = static_cast<std::size_t>(status.st_size);
}

FileStream::~FileStream() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

std::size_t FileStream::read(char* into, std::size_t size) {
  if (!failure_.empty()) return 0;
  ssize_t count = 0;
  do {
    count = ::read(descriptor_, into, size);
  } while (count < 0 && errno == EINTR);
  if (count < 0) {
    failure_ = last_failure();
    return 0;
  }
  return static_cast<std::size_t>(count);
}

std::size_t InputStream::read(char* into, std::size_t size) {
  from_.read(into, static_cast<std::streamsize>(size));
  return static_cast<std::size_t>(from_.gcount());
}

std::size_t MemoryStream::read(char* into, std::size_t size) {
  const auto count = rest_.copy(into, size);
  rest_.remove_prefix(count);
  return count;
}

}  // namespace dateline::indexer
