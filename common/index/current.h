// CURRENT: the one small file whose replacement makes a generation live.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "common/error.h"
#include "common/index/manifest.h"

namespace dateline {

// No program reads a manifest that is larger, and no run makes one live: one takes about 600 bytes a
// segment and a few for each name of a field.
inline constexpr std::size_t kManifestLimitBytes = 64 << 20;

struct Current {
  std::string manifest;  // "manifests/000042.json"
  std::uint64_t manifest_checksum = 0;
  bool operator==(const Current&) const = default;
};

// "manifests/000042.json 0123456789abcdef\n".
std::string to_text(const Current& current);

// Nothing where there is no index: no such folder or no CURRENT in it. Throws Error(kCorrupt) where
// its content is anything that to_text does not write.
std::optional<Current> read_current(const std::filesystem::path& index);

// The manifest that `current` names, its checksum checked. Throws Error: kMissing when the file has
// been removed (by a run that finished since CURRENT was read, or by damage), kCorrupt, kVersion.
Manifest read_manifest(const std::filesystem::path& index, const Current& current);

// Both in one, for where nobody writes; kMissing with advice where there is no index.
Manifest read_live_manifest(const std::filesystem::path& index);

// Error(kMissing, "there is no index at '...': build one with ...").
Error no_index(const std::filesystem::path& index);

}  // namespace dateline
