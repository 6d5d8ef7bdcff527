// Writes one facets.index from any number of inputs: how batches become a segment and segments are
// merged.
//
// The inputs' articles follow one another. One field is in memory at a time. What only articles had
// that are gone is left out; a field that was kTooMany in an input stays so.
#pragma once

#include <filesystem>
#include <span>

#include "common/index/segment_on_disk.h"
#include "indexer/commit/system_calls.h"
#include "indexer/facets/facet_input.h"

namespace dateline::indexer {

// Throws Error(kSystem), and Error(kCorrupt) of an input. The bytes do not depend on how the
// articles are cut into inputs.
void write_facets(const std::filesystem::path& path, std::span<const FacetInput* const> inputs,
                  SystemCalls& system = real_system_calls());

// The same from segments, without the articles that are deleted of them.
void merge_facets(std::span<const SegmentOnDisk> segments, const std::filesystem::path& path);

}  // namespace dateline::indexer
