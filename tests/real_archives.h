// The collection of real archives and queries, which is no part of the project: it is looked for in
// $DATELINE_CORPORA and beside the checkout. Tests that want it say that they were skipped where it
// is absent.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>

namespace dateline::test {

// A file of the collection; nothing where it is not there.
inline std::optional<std::filesystem::path> real_archive(const std::string& name) {
  const char* const named = std::getenv("DATELINE_CORPORA");
  const auto folder = named != nullptr
                          ? std::filesystem::path(named)
                          : std::filesystem::path(DATELINE_SOURCE_DIR) / "../shared/corpora";
  if (!std::filesystem::exists(folder / name)) return std::nullopt;
  return folder / name;
}

}  // namespace dateline::test
