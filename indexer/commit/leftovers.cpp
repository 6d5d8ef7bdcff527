#include "indexer/commit/leftovers.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "common/error.h"
#include "common/index/current.h"
#include "common/index/file.h"

namespace dateline::indexer {
namespace {

// Whether a run gives such names: a number of six digits or more and a suffix.
bool is_ours(std::string_view name) {
  const std::size_t digits = std::min(name.find_first_not_of("0123456789"), name.size());
  const std::string_view suffix = name.substr(digits);
  return digits >= 6 && (suffix.empty() || suffix == kTemporarySuffix || suffix == ".json" ||
                         suffix == ".roaring");
}

// "manifests/000042.json" and the like, of all that runs have put into one folder of the index.
std::vector<std::string> entries(const std::filesystem::path& index, std::string_view folder) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(index / folder)) {
    const std::string name = entry.path().filename();
    if (is_ours(name)) names.push_back(std::string(folder) + '/' + name);
  }
  std::sort(names.begin(), names.end());
  return names;
}

// What a generation needs; nothing else in the folders is looked at.
void keep(const Manifest& manifest, std::set<std::string>& kept) {
  kept.insert(manifest_name(manifest.generation));
  if (manifest.deletions) kept.insert(manifest.deletions->name);
  for (const SegmentEntry& segment : manifest.segments) kept.insert(segment_folder(segment.id));
}

std::uint64_t generation_of(const std::string& manifest) {
  std::uint64_t generation = 0;
  const char* const number = manifest.data() + kManifestsFolder.size() + 1;
  std::from_chars(number, manifest.data() + manifest.size(), generation);
  return generation;
}

// The newest generation before the live one. Readers may be about to open it. Where its manifest
// cannot be read they cannot either.
std::optional<Manifest> previous(const std::filesystem::path& index, const Manifest& live) {
  std::optional<std::uint64_t> newest;
  for (const std::string& name : entries(index, kManifestsFolder)) {
    const std::uint64_t generation = generation_of(name);
    if (generation < live.generation) newest = std::max(newest.value_or(0), generation);
  }
  if (!newest) return std::nullopt;
  const auto path = index / manifest_name(*newest);
  try {
    return parse_manifest(read_small_file(path, kManifestLimitBytes), index, path);
  } catch (const Error&) {
    return std::nullopt;
  }
}

}  // namespace

void remove_leftovers(const std::filesystem::path& index, const std::optional<Manifest>& live) try {
  std::set<std::string> kept;
  if (live) {
    keep(*live, kept);
    if (const auto before = previous(index, *live)) keep(*before, kept);
  }
  for (const auto folder : {kManifestsFolder, kSegmentsFolder, kDeletionsFolder}) {
    for (const std::string& name : entries(index, folder)) {
      if (!kept.contains(name)) std::filesystem::remove_all(index / name);
    }
  }
} catch (const std::filesystem::filesystem_error& error) {
  throw Error(ErrorKind::kSystem,
              fmt::format("cannot clean index '{}': {}", index.string(), error.what()));
}

}  // namespace dateline::indexer
