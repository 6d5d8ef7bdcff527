// Checksums of bytes on disk and identities of articles: xxh3. The only door to xxHash here.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dateline {

// 64 bits, at memory speed. Equal on every machine.
std::uint64_t checksum(std::string_view bytes);

// The low half of it, for what is many and small.
std::uint32_t short_checksum(std::string_view bytes);

// 16 lower-case hex digits, as checksums stand in CURRENT and manifests.
std::string to_hex(std::uint64_t number);

// Reads exactly what to_hex writes, nothing else.
std::optional<std::uint64_t> parse_hex(std::string_view text);

}  // namespace dateline
