// Writes one text.index from any number of inputs: how batches become a segment and segments are
// merged.
//
// The inputs' articles follow one another. Dictionaries are merged term by term on `jobs` threads,
// lists are streamed: besides the dictionaries and the columns a few ranges of lists are in memory
// at a time.
#pragma once

#include <filesystem>
#include <span>

#include "common/index/segment_on_disk.h"
#include "indexer/text_index/text_index_input.h"

namespace dateline::indexer {

// Creates `path`, which must not exist; the caller syncs and names it. Throws Error(kSystem), and
// Error(kCorrupt) of an input. The bytes depend on the inputs only, not on `jobs`.
void write_text_index(const std::filesystem::path& path,
                      std::span<const TextIndexInput* const> inputs, unsigned jobs = 1);

// The same from segments, without the articles that are deleted of them.
void merge_text_indexes(std::span<const SegmentOnDisk> segments, const std::filesystem::path& path,
                        unsigned jobs = 1);

}  // namespace dateline::indexer
