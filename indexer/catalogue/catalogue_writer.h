// Writes catalogue.glass, a segment's Xapian database. See common/index/catalogue_schema.h for what
// is in it.
#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <string>

#include "common/index/catalogue_schema.h"
#include "common/index/segment_on_disk.h"

namespace dateline::indexer {

// Takes 0.8 us a term, of which a Reuters.com story has ten, and 2 us to complete it; a story
// without terms takes 0.2. The flush threshold makes no difference.
//
// Builds in a folder beside the file, without syncing, and compacts it into the one file: what
// Xapian has written is durable only when a commit has synced it. Not thread-safe.
class CatalogueWriter {
 public:
  // `file` is the catalogue.glass to be written, in a folder that exists.
  explicit CatalogueWriter(std::filesystem::path file);
  ~CatalogueWriter();

  // The next article; they are numbered from 1.
  void add(const CatalogueEntry& entry);

  // Completes the file and returns its uuid (see SegmentEntry::catalogue_uuid).
  std::string finish();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// Writes the catalogue of several segments without the articles that are deleted, in their order.
// Where none is, Xapian appends the catalogues to each other; else it is made from the articles
// again, because catalogues keep no term lists. Returns the uuid.
std::string merge_catalogues(std::span<const SegmentOnDisk> segments,
                             const std::filesystem::path& merged);

}  // namespace dateline::indexer
