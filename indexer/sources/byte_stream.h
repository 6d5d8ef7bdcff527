// Bytes that are read once, from the first to the last: a file, standard input, a container's
// member.
#pragma once

#include <cstddef>
#include <istream>
#include <string>
#include <string_view>

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

}  // namespace dateline::indexer
