// An index opened for reading at one generation.
#pragma once

#include <xapian.h>

#include <filesystem>
#include <memory>
#include <vector>

#include "common/index/article_store.h"
#include "common/index/file.h"
#include "common/index/segment_on_disk.h"
#include "common/text_index/text_index.h"

namespace dateline {

// A segment with its files open: they stay readable when a run of the indexer removes them.
struct OpenSegment : SegmentOnDisk {
  Xapian::Database catalogue;
  ArticleStore articles;
  std::unique_ptr<TextIndex> text_index;
  MappedFile facets;  // read and checked by who counts, see common/facets/facet_file.h
};

// What is deleted of each segment of a manifest. Throws Error(kCorrupt) where it is not what the
// manifest says.
Deletions read_deletions(const std::filesystem::path& dir, const Manifest& manifest);

// Not thread-safe: give each thread its own.
class Index {
 public:
  // Opens every segment of the live generation. Where runs that finish in between remove files of
  // it, starts over with the new generation.
  //
  // Throws Error: kMissing where there is no index, kVersion, kCorrupt where a file is missing, has
  // another size than the manifest says, or does not fit the others. Checksums are left to 'check'.
  static Index open(const std::filesystem::path& dir);

  const std::filesystem::path& dir() const { return dir_; }
  const Manifest& manifest() const { return manifest_; }

  // In the order of the manifest.
  const std::vector<OpenSegment>& segments() const { return segments_; }
  std::vector<OpenSegment>& segments() { return segments_; }

 private:
  Index(std::filesystem::path dir, Manifest manifest);

  std::filesystem::path dir_;
  Manifest manifest_;
  std::vector<OpenSegment> segments_;
};

}  // namespace dateline
