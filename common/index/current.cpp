#include "common/index/current.h"

#include <fmt/format.h>

#include "common/index/checksum.h"
#include "common/index/file.h"

namespace dateline {
namespace {

constexpr std::size_t kCurrentLimitBytes = 256;

Current parse_current(const std::string& text, const std::filesystem::path& path) {
  const std::size_t space = text.find(' ');
  if (space == std::string::npos) throw damaged(path, "it names no manifest");
  const auto number = parse_hex(std::string_view(text).substr(space + 1, 16));
  Current current{text.substr(0, space), number.value_or(0)};
  const std::string prefix = std::string(kManifestsFolder) + '/';
  const bool plain = current.manifest.starts_with(prefix) &&
                     current.manifest.find('/', prefix.size()) == std::string::npos;
  if (!number || !plain || to_text(current) != text) throw damaged(path, "it names no manifest");
  return current;
}

}  // namespace

std::string to_text(const Current& current) {
  return fmt::format("{} {}\n", current.manifest, to_hex(current.manifest_checksum));
}

std::optional<Current> read_current(const std::filesystem::path& index) {
  const auto path = index / kCurrentName;
  std::string text;
  try {
    text = read_small_file(path, kCurrentLimitBytes);
  } catch (const Error& error) {
    if (error.kind() == ErrorKind::kMissing) return std::nullopt;
    throw;
  }
  return parse_current(text, path);
}

Manifest read_manifest(const std::filesystem::path& index, const Current& current) {
  const auto path = index / current.manifest;
  const std::string text = read_small_file(path, kManifestLimitBytes);
  if (checksum(text) != current.manifest_checksum) {
    throw damaged(path, "its checksum is not the one in CURRENT");
  }
  return parse_manifest(text, index, path);
}

Manifest read_live_manifest(const std::filesystem::path& index) {
  const auto current = read_current(index);
  if (!current) throw no_index(index);
  return read_manifest(index, *current);
}

Error no_index(const std::filesystem::path& index) {
  return Error(ErrorKind::kMissing,
               fmt::format("there is no index at '{0}': build one with 'dateline-index update "
                           "--index {0} INPUT...'",
                           index.string()));
}

}  // namespace dateline
