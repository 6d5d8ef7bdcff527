#include "common/index/bytes.h"

#include <fmt/format.h>

#include "common/index/file.h"
#include "common/index/format.h"

namespace dateline {

void put_varint(std::string& out, std::uint64_t number) {
  while (number >= 0x80) {
    out.push_back(static_cast<char>(number | 0x80));
    number >>= 7;
  }
  out.push_back(static_cast<char>(number));
}

void put_text(std::string& out, std::string_view text) {
  put_varint(out, text.size());
  out.append(text);
}

std::uint64_t ByteReader::varint() {
  std::uint64_t result = 0;
  for (unsigned shift = 0; shift < 64; shift += 7) {
    const auto byte = static_cast<unsigned char>(take(1).front());
    if (shift == 63 && byte > 1) break;
    result |= std::uint64_t{byte & 0x7fU} << shift;
    if (byte < 0x80) return result;
  }
  fail("a number is too long");
}

std::string_view ByteReader::text() {
  return take(varint());
}

std::string_view ByteReader::take(std::uint64_t size) {
  if (size > rest_.size()) fail("it ends too early");
  const std::string_view taken = rest_.substr(0, size);
  rest_.remove_prefix(size);
  return taken;
}

void ByteReader::expect_header(std::string_view magic, std::string_view reason) {
  if (take(magic.size()) != magic) fail(reason);
  const auto version = number<std::uint32_t>();
  if (version == kFormatVersion) return;
  throw Error(ErrorKind::kVersion,
              fmt::format("'{}' is of format version {}, this program reads version {}: build the "
                          "index anew",
                          path_->string(), version, kFormatVersion));
}

void ByteReader::expect_end() const {
  if (!rest_.empty()) fail("bytes follow the end");
}

void ByteReader::fail(std::string_view reason) const {
  throw damaged(*path_, reason);
}

}  // namespace dateline
