// Bytes that are read once, first to last: of a file, of standard input, of a container's member.
#pragma once

#include <cstddef>
#include <cstdint>
#include <istream>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace dateline::indexer {

// Streams are used by one thread. Breaking off is not an exception: the stream ends, and says why.
class ByteStream {
 public:
  virtual ~ByteStream() = default;

  // Puts up to `size` bytes at `into` and returns how many; 0 only at the end or after a failure.
  virtual std::size_t read(char* into, std::size_t size) = 0;

  // Why the stream ended before its end, such as "Input/output error"; empty while all is well.
  virtual std::string failure() const { return {}; }

  // About how many bytes there are in all; 0: unknown. Only for choosing buffers, it may be wrong.
  virtual std::size_t expected_bytes() const { return 0; }
};

// Opening fails as reading does: the stream is empty and failure() says why.
class FileStream final : public ByteStream {
 public:
  explicit FileStream(const std::string& path);
  ~FileStream() override;
  FileStream(const FileStream&) = delete;
  FileStream& operator=(const FileStream&) = delete;

  std::size_t read(char* into, std::size_t size) override;
  std::string failure() const override { return failure_; }
  std::size_t expected_bytes() const override { return expected_bytes_; }

 private:
  int descriptor_ = -1;
  std::size_t expected_bytes_ = 0;
  std::string failure_;
};

// `from` outlives the stream.
class InputStream final : public ByteStream {
 public:
  explicit InputStream(std::istream& from) : from_(from) {}

  std::size_t read(char* into, std::size_t size) override;
  std::string failure() const override { return from_.bad() ? "cannot be read further" : ""; }

 private:
  std::istream& from_;
};

class MemoryStream final : public ByteStream {
 public:
  explicit MemoryStream(std::string bytes) : bytes_(std::move(bytes)), rest_(bytes_) {}
  MemoryStream(const MemoryStream&) = delete;
  MemoryStream& operator=(const MemoryStream&) = delete;

  std::size_t read(char* into, std::size_t size) override;
  std::size_t expected_bytes() const override { return bytes_.size(); }

 private:
  std::string bytes_;
  std::string_view rest_;
};

// The part of a stream that is being looked at: grows at its end, is consumed at its front.
//
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
