#include "indexer/sources/byte_stream.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

namespace dateline::indexer {
namespace {

std::string last_failure() {
  return std::generic_category().message(errno);
}

constexpr std::size_t kPieceBytes = 128 << 10;

// A small file is read by one call into a buffer of its size, with room left for seeing its end.
constexpr std::size_t kSlackBytes = 64;

std::size_t next_piece(std::size_t seen, std::size_t expected) {
  if (expected == 0 || seen > expected) return kPieceBytes;
  return std::min(expected - seen + kSlackBytes, kPieceBytes);
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

bool ByteWindow::grow() {
  if (begin_ > 0) {
    buffer_.erase(0, begin_);
    begin_ = 0;
  }
  const auto piece = next_piece(seen_, from_->expected_bytes());
  const auto before = buffer_.size();
  buffer_.resize(before + piece);
  const auto count = from_->read(buffer_.data() + before, piece);
  buffer_.resize(before + count);
  seen_ += count;
  return count > 0;
}

bool ByteWindow::grow_to(std::size_t wanted) {
  while (bytes().size() < wanted) {
    if (!grow()) return false;
  }
  return true;
}

void ByteWindow::consume(std::size_t count) {
  const auto gone = bytes().substr(0, count);
  line_ += static_cast<std::uint64_t>(std::ranges::count(gone, '\n'));
  begin_ += gone.size();
}

std::string ByteWindow::take() {
  buffer_.erase(0, begin_);
  begin_ = 0;
  return std::exchange(buffer_, {});
}

std::size_t ByteWindow::read(char* into, std::size_t size) {
  if (bytes().empty()) return from_->read(into, size);
  const auto count = bytes().copy(into, size);
  consume(count);
  return count;
}

}  // namespace dateline::indexer
