// The part of a byte stream that is being looked at: grows at its end, is consumed at its front.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "indexer/sources/byte_stream.h"

namespace dateline::indexer {

// A window is a stream itself: what was looked at and not consumed comes first.
class ByteWindow final : public ByteStream {
 public:
  explicit ByteWindow(std::unique_ptr<ByteStream> from) : from_(std::move(from)) {}

  // What has been read and not consumed. Valid until the next call that is not const.
  std::string_view bytes() const { return std::string_view(buffer_).substr(begin_); }

  // Reads one more piece; false if there is none.
  bool grow();

  // Grows until there are `wanted` bytes; false if the stream has fewer.
  bool grow_to(std::size_t wanted);

  void consume(std::size_t count);

  // Hands over what has been read and not consumed, without a copy where nothing was consumed.
  std::string take();

  // Of the first byte that is not consumed, counted from 1.
  std::uint64_t line() const { return line_; }

  std::size_t read(char* into, std::size_t size) override;
  std::string failure() const override { return from_->failure(); }
  std::size_t expected_bytes() const override { return from_->expected_bytes(); }

 private:
  std::unique_ptr<ByteStream> from_;
  std::string buffer_;
  std::size_t begin_ = 0;  // of what is not consumed
  std::size_t seen_ = 0;   // bytes that the stream gave
  std::uint64_t line_ = 1;
};

}  // namespace dateline::indexer
