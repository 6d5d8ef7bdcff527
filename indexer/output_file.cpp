#include "indexer/output_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "common/error.h"

namespace dateline::indexer {
namespace {

constexpr std::size_t kBufferBytes = 256 << 10;

[[noreturn]] void fail(const std::string& doing, const std::filesystem::path& path) {
  throw Error(ErrorKind::kSystem,
              "cannot " + doing + " '" + path.string() + "': " + std::strerror(errno));
}

}  // namespace

OutputFile::OutputFile(std::filesystem::path path) : path_(std::move(path)) {
  descriptor_ = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
  if (descriptor_ < 0) fail("create", path_);
  buffer_.reserve(kBufferBytes);
}

OutputFile::~OutputFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : path_(std::move(other.path_)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      buffer_(std::move(other.buffer_)) {}

void OutputFile::append(std::string_view bytes) {
  if (buffer_.size() + bytes.size() > kBufferBytes) {
    write_out(buffer_);
    buffer_.clear();
  }
  if (bytes.size() > kBufferBytes) {
    write_out(bytes);
  } else {
    buffer_ += bytes;
  }
}

void OutputFile::write_out(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail("write", path_);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

void OutputFile::close() {
  write_out(buffer_);
  buffer_.clear();
  if (::close(std::exchange(descriptor_, -1)) != 0) fail("close", path_);
}

}  // namespace dateline::indexer
