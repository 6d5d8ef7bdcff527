// Checksums of bytes on disk and identities of articles: xxh3. The only door to xxHash here.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace dateline {

// 64 bits, at memory speed. Equal on every machine.
std::uint64_t checksum(std::string_view bytes);

// The same, of bytes that come in pieces.
class Checksum {
 public:
  Checksum();
  ~Checksum();
  Checksum(const Checksum&) = delete;
  Checksum& operator=(const Checksum&) = delete;

  void add(std::string_view bytes);
  std::uint64_t finish() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// The low half of checksum(), for what is many and small.
std::uint32_t short_checksum(std::string_view bytes);

// 16 lower-case hex digits, as checksums stand in CURRENT and manifests.
std::string to_hex(std::uint64_t number);

// Reads exactly what to_hex writes, nothing else.
std::optional<std::uint64_t> parse_hex(std::string_view text);

}  // namespace dateline
