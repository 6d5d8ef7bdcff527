// Numbers and texts in byte strings: appended when writing, read strictly when reading.
//
// Fixed numbers are little-endian; a varint holds seven bits a byte, lowest first, at most ten
// bytes; a text is a varint of its length and its bytes.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace dateline {

template <std::unsigned_integral Number>
void put_number(std::string& out, Number number) {
  for (std::size_t i = 0; i < sizeof(Number); ++i) {
    out.push_back(static_cast<char>(static_cast<std::uint64_t>(number) >> (8 * i) & 0xff));
  }
}

void put_varint(std::string& out, std::uint64_t number);
void put_text(std::string& out, std::string_view text);

// Walks over bytes that came from a file. Every read checks the end and throws Error(kCorrupt) with
// the name of the file; nothing is read past it. `path` must outlive the reader.
class ByteReader {
 public:
  ByteReader(std::string_view bytes, const std::filesystem::path& path)
      : rest_(bytes), path_(&path) {}

  template <std::unsigned_integral Number>
  Number number() {
    const std::string_view bytes = take(sizeof(Number));
    std::uint64_t result = 0;
    for (std::size_t i = 0; i < sizeof(Number); ++i) {
      result |= std::uint64_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
    }
    return static_cast<Number>(result);
  }

  std::uint64_t varint();
  std::string_view text();                    // a view into the bytes
  std::string_view take(std::uint64_t size);  // so many bytes as they are
  std::string_view rest() const { return rest_; }

  // Reads what a file of an index begins with: its magic and the format version. Where the magic is
  // another one, throws Error(kCorrupt) for `reason`; where the version is, Error(kVersion).
  void expect_header(std::string_view magic, std::string_view reason);

  // Throws unless everything has been read.
  void expect_end() const;

  [[noreturn]] void fail(std::string_view reason) const;

 private:
  std::string_view rest_;
  const std::filesystem::path* path_;
};

}  // namespace dateline
