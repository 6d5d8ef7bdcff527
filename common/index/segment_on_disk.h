// A segment on disk: its folder, what the manifest says of it, and what is deleted of it.
//
// This is the one list of a segment's files. One more needs its name and its path here; its writer
// and its merger, which indexer/update/segment_writer.cpp calls; and its check in
// indexer/check.cpp. What opens it to search is common/index/index.cpp.
#pragma once

#include <filesystem>
#include <string_view>

#include "common/index/deletions.h"
#include "common/index/manifest.h"

namespace dateline {

inline constexpr std::string_view kTextIndexName = "text.index";
inline constexpr std::string_view kArticleStoreName = "articles.zst";
inline constexpr std::string_view kFacetsName = "facets.index";
inline constexpr std::string_view kCatalogueName = "catalogue.glass";
inline constexpr std::string_view kCopiesName = "copies.index";

struct SegmentOnDisk {
  std::filesystem::path folder;  // of a segment that a run is writing: under a temporary name
  SegmentEntry entry;            // without `files` until the segment is published
  DeletedArticles deleted;       // perhaps more of them than `entry` counts, once a run has begun

  std::filesystem::path text_index_path() const { return folder / kTextIndexName; }
  std::filesystem::path article_store_path() const { return folder / kArticleStoreName; }
  std::filesystem::path facets_path() const { return folder / kFacetsName; }
  std::filesystem::path catalogue_path() const { return folder / kCatalogueName; }
  std::filesystem::path copies_path() const { return folder / kCopiesName; }
};

}  // namespace dateline
