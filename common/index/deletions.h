// Which articles of which segment are gone, although their bytes are still there until a merge.
//
// The file deletions/000042.roaring, written anew by every run that deletes:
//
//   file    := "DLDE" segments (u32) segment* checksum
//   segment := id (u32) size (u32) portable roaring bitmap of article numbers (size bytes)
//   checksum: xxh3 (u64) of everything before it
//
// Segments ascend by id; one in which nothing is deleted is left out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/format.h"

namespace dateline {

// The deleted articles of one segment: in memory a bit for each article, because a search asks for
// every candidate; on disk a roaring bitmap, because few are deleted.
class DeletedArticles {
 public:
  bool contains(ArticleNumber article) const {
    return article / 64 < bits_.size() && (bits_[article / 64] >> (article % 64) & 1) != 0;
  }

  // Whether it was not deleted before.
  bool add(ArticleNumber article);
  void add(const DeletedArticles& others);

  std::uint32_t count() const { return count_; }
  bool empty() const { return count_ == 0; }

  // 0 when nothing is deleted.
  ArticleNumber highest() const;

  bool operator==(const DeletedArticles&) const = default;

 private:
  std::vector<std::uint64_t> bits_;  // no zero word at the end
  std::uint32_t count_ = 0;
};

using Deletions = std::map<SegmentId, DeletedArticles>;

std::string encode_deletions(const Deletions& deletions);

// Throws Error(kCorrupt) with the name of the file for anything but what encode_deletions writes.
Deletions decode_deletions(std::string_view bytes, const std::filesystem::path& path);

}  // namespace dateline
