#include "indexer/commit/durable_file.h"

#include <fcntl.h>
#include <fmt/format.h>

#include <cerrno>
#include <system_error>

#include "common/error.h"

namespace dateline::indexer {
namespace {

constexpr std::size_t kBufferBytes = 256 << 10;

[[noreturn]] void fail(std::string_view doing, const std::filesystem::path& path) {
  const int code = errno;
  throw Error(ErrorKind::kSystem, fmt::format("cannot {} '{}': {}", doing, path.string(),
                                              std::generic_category().message(code)));
}

int open_or_fail(const std::filesystem::path& path, int flags, SystemCalls& system) {
  const int file = system.open(path.c_str(), flags | O_CLOEXEC | O_NOFOLLOW, 0666);
  if (file < 0) fail("open", path);
  return file;
}

}  // namespace

DurableFile::DurableFile(std::filesystem::path path, SystemCalls& system)
    : path_(std::move(path)),
      system_(system),
      file_(open_or_fail(path_, O_WRONLY | O_CREAT | O_TRUNC, system)) {
  buffer_.reserve(kBufferBytes);
}

DurableFile::~DurableFile() {
  if (file_ >= 0) system_.close(file_);
}

void DurableFile::append(std::string_view bytes) {
  if (buffer_.size() + bytes.size() > kBufferBytes) {
    write(buffer_);
    buffer_.clear();
  }
  if (bytes.size() >= kBufferBytes) {
    write(bytes);
  } else {
    buffer_.append(bytes);
  }
}

void DurableFile::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = system_.write(file_, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) fail("write", path_);
    bytes.remove_prefix(static_cast<std::size_t>(count));
    written_ += static_cast<std::size_t>(count);
  }
}

// After a failed fsync the kernel may have dropped the pages, so it is not tried again.
void DurableFile::finish() {
  write(buffer_);
  buffer_.clear();
  if (system_.fsync(file_) != 0) fail("sync", path_);
  const int closed = system_.close(file_);
  file_ = -1;
  if (closed != 0) fail("close", path_);
}

void write_file(const std::filesystem::path& path, std::string_view content, SystemCalls& system) {
  DurableFile file(path, system);
  file.append(content);
  file.finish();
}

// Closed in either case, but the first failure is the one that is told.
void sync(const std::filesystem::path& path, SystemCalls& system) {
  const int file = open_or_fail(path, O_RDONLY, system);
  const int synced = system.fsync(file);
  const int code = errno;
  const int closed = system.close(file);
  if (synced != 0) {
    errno = code;
    fail("sync", path);
  }
  if (closed != 0) fail("close", path);
}

void rename(const std::filesystem::path& from, const std::filesystem::path& to,
            SystemCalls& system) {
  if (system.rename(from.c_str(), to.c_str()) != 0) fail("rename", from);
}

bool make_folder(const std::filesystem::path& path, SystemCalls& system) {
  if (system.mkdir(path.c_str(), 0777) == 0) return true;
  if (errno != EEXIST || !std::filesystem::is_directory(path)) {
    errno = errno == EEXIST ? ENOTDIR : errno;
    fail("create folder", path);
  }
  return false;
}

}  // namespace dateline::indexer
