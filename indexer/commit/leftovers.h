// What runs leave in an index: files of generations that nobody needs, folders of killed runs.
#pragma once

#include <filesystem>
#include <optional>

#include "common/index/manifest.h"

namespace dateline::indexer {

// Removes every segment, manifest and file of deletions that neither the live generation nor the
// one before it names, and everything temporary. `live` is nothing where no generation has become
// live yet.
//
// Only names that a run gives are touched, only in the folders of an index. Needs the lock. Throws
// Error(kSystem).
void remove_leftovers(const std::filesystem::path& index, const std::optional<Manifest>& live);

}  // namespace dateline::indexer
