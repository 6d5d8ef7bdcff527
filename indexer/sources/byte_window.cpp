#include "indexer/sources/byte_window.h"

#include <algorithm>
#include <utility>

namespace dateline::indexer {
namespace {

constexpr std::size_t kPieceBytes = 128 << 10;

// A small file is read by one call into a buffer of its size, with room left for seeing its end.
constexpr std::size_t kSlackBytes = 64;

std::size_t next_piece(std::size_t seen, std::size_t expected) {
  if (expected == 0 || seen > expected) return kPieceBytes;
  return std::min(expected - seen + kSlackBytes, kPieceBytes);
}

}  // namespace

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
