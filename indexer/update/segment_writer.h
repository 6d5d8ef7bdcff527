// The files of one segment, written from batches of articles or from other segments.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "common/index/segment_on_disk.h"
#include "indexer/catalogue/catalogue_writer.h"
#include "indexer/copies/copy_search.h"
#include "indexer/store/article_store_writer.h"

namespace dateline::indexer {

struct Batch;

// Bodies and catalogue go to disk with each batch; what was inverted and the facets stay in memory
// until finish(). Not thread-safe.
class SegmentWriter {
 public:
  // Into the folder of `segment`, which is empty.
  SegmentWriter(SegmentOnDisk segment, unsigned jobs);
  ~SegmentWriter();

  // The batch's articles follow those that were appended before: article n of the batch becomes
  // articles() + n.
  void append(std::unique_ptr<Batch> batch);

  SegmentId id() const { return segment_.entry.id; }
  std::uint32_t articles() const { return store_.articles(); }

  // Memory that the batches take until finish().
  std::size_t memory_bytes() const { return memory_bytes_ + copies_.memory_bytes(); }

  // Completes the files, the text index on a second thread, and returns the segment. `before` are
  // the segments in which copies are looked for, too.
  SegmentOnDisk finish(std::span<const SegmentOnDisk> before);

 private:
  SegmentOnDisk segment_;
  unsigned jobs_;
  ArticleStoreWriter store_;
  CatalogueWriter catalogue_;
  CopySearch copies_;
  std::vector<std::unique_ptr<Batch>> batches_;
  std::size_t memory_bytes_ = 0;
};

// Writes what is not deleted of the segments, in their order, into the folder of `merged`, which is
// empty, and returns it whole. Postings are streamed, articles copied as compressed blocks.
// Throws Error(kCorrupt) where a segment is not what was written.
SegmentOnDisk merge_segments(std::span<const SegmentOnDisk> segments, SegmentOnDisk merged,
                             unsigned jobs);

// Gives the system back what a segment was built in, which the C library would keep for each thread
// apart. Call it when the writer is gone.
void give_back_memory();

}  // namespace dateline::indexer
