// Several copies.index -> one, without the articles that are gone.
#pragma once

#include <filesystem>
#include <span>

#include "common/index/deletions.h"

namespace dateline::indexer {

struct CopiesSource {
  std::filesystem::path file;
  const DeletedArticles* deleted;
};

// Articles are numbered anew in the order of the sources. What an article belongs to stays, also
// where the one that gave it its key is gone. Streams; keeps four bytes an article and the
// relations. Throws Error(kCorrupt) of a source.
void merge_copies(std::span<const CopiesSource> sources, const std::filesystem::path& merged);

}  // namespace dateline::indexer
