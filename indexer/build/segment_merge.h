// Several segments -> one, without the articles that are gone.
#pragma once

#include <filesystem>
#include <span>

#include "common/index/deletions.h"
#include "common/index/manifest.h"
#include "indexer/commit/commit.h"

namespace dateline::indexer {

// A segment on disk, published or not yet.
struct MergeSource {
  const SegmentEntry* entry;
  std::filesystem::path folder;
  const DeletedArticles* deleted;
};

// Writes the live articles of the sources, in their order, as the segment `merged`. Postings are
// streamed, articles copied as compressed blocks, catalogues compacted by Xapian where nothing is
// deleted and rebuilt from the articles otherwise. Returns the manifest's entry without `files`.
// Throws Error(kCorrupt) of a source.
SegmentEntry merge_segments(std::span<const MergeSource> sources, const NewSegment& merged,
                            unsigned jobs);

}  // namespace dateline::indexer
