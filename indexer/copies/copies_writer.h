// A copies.index as it is written, or merged. See common/copies/format.h for its bytes.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

#include "common/copies/copies_file.h"
#include "common/index/checksum.h"
#include "common/index/segment_on_disk.h"
#include "common/text_index/block_codec.h"
#include "indexer/commit/durable_file.h"

namespace dateline::indexer {

// Streams: what it keeps are the directory and a block. Not thread-safe.
class CopiesWriter {
 public:
  // Of a segment with so many articles.
  CopiesWriter(const std::filesystem::path& path, std::uint32_t articles,
               SystemCalls& system = real_system_calls());

  // In ascending order, each entry once.
  void add(const FingerprintEntry& entry);

  // Writes the rest. Relations ascend by article; those that say nothing are left out.
  void finish(std::span<const CopyRelation> relations);

 private:
  void append(std::string_view bytes);
  void write_block();
  void write_tail();

  DurableFile file_;
  Checksum checksum_;
  std::uint32_t articles_;
  std::uint64_t fingerprints_ = 0;
  std::string directory_;
  std::size_t pending_ = 0;
  std::array<std::uint32_t, kBlockValues> pending_fingerprints_{};
  std::array<std::uint32_t, kBlockValues> pending_articles_{};
};

// The copies.index of several segments in one, without the articles that are deleted: articles are
// numbered anew in the order of the segments. What an article belongs to stays, also where the one
// that gave it its key is gone. Streams; keeps four bytes an article and the relations. Throws
// Error(kCorrupt) of a segment.
void merge_copies(std::span<const SegmentOnDisk> segments, const std::filesystem::path& merged);

}  // namespace dateline::indexer
