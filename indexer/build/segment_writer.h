// Runs of articles -> the files of one segment.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "common/index/manifest.h"
#include "indexer/build/article_run.h"
#include "indexer/commit/commit.h"
#include "indexer/copies/copy_search.h"
#include "indexer/copies/earlier_segments.h"
#include "indexer/segment/article_store_writer.h"
#include "indexer/segment/catalogue_writer.h"

namespace dateline::indexer {

// Bodies and catalogue go to disk with each run; what was inverted and the facets stay in memory until finish().
// Not thread-safe.
class SegmentWriter {
 public:
  // Copies are looked for in the earlier segments, too, which must outlive it.
  SegmentWriter(const NewSegment& segment, EarlierSegments& earlier, unsigned jobs);

  // The run's articles follow those that were appended before: article n of the run becomes
  // articles() + n.
  void append(std::unique_ptr<ArticleRun> run, const SharedDictionary& dictionary);

  std::uint32_t articles() const { return store_.articles(); }

  // Memory that the runs take until finish().
  std::size_t memory_bytes() const { return memory_bytes_ + copies_.memory_bytes(); }

  // Completes the files, the text index on a second thread. Returns the manifest's entry without
  // `files`.
  SegmentEntry finish();

 private:
  void write_facets_of_runs() const;

  NewSegment segment_;
  EarlierSegments& earlier_;
  unsigned jobs_;
  ArticleStoreWriter store_;
  CatalogueWriter catalogue_;
  CopySearch copies_;
  std::vector<std::unique_ptr<ArticleRun>> runs_;
  std::size_t memory_bytes_ = 0;
};

// Sets the days and the count of undated articles in a manifest's entry from the segment's text
// index.
void describe_dates(const std::filesystem::path& text_index, SegmentEntry& entry);

}  // namespace dateline::indexer
