// The bodies of a segment's articles: articles.zst, zstd blocks with trained dictionaries.
//
//   file       := "DLAS" version (u32) frame* dictionary* block_table dictionary_table footer
//   frame      := one zstd frame, with content checksum and the id of its dictionary, of a block
//   block      := articles (varint) length (varint)* body*
//   block_table: for each block, and once more for the end of the last:
//                first_article (u32) text_bytes (u32) offset (u64) check (u32)
//   dictionary_table: for each dictionary: id (u32) size (u32) offset (u64) checksum (u64)
//   footer     := blocks (u32) dictionaries (u32) text_bytes (u64) checksum (u64)
//
// text_bytes is the size of the block's bodies together, offset where the frame or dictionary
// starts in the file, check the xxh32 of the entry before it and of its position in the table; the
// footer's checksum is the xxh3 of the dictionary table and the footer. So a body costs the check
// of two table entries and one frame, and opening costs the same for any size. Frame, entry and
// count of articles vouch for each other: no damage leads to the body of another article.
//
// A frame names its dictionary and a file may hold several, so merging copies frames as they are.
// The id 0 is no dictionary: short segments have none.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "common/index/file.h"
#include "common/index/format.h"

namespace dateline {

inline constexpr std::string_view kStoreMagic = "DLAS";
inline constexpr std::size_t kStoreHeaderBytes = 8;
inline constexpr std::size_t kBlockEntryBytes = 20;
inline constexpr std::size_t kDictionaryEntryBytes = 24;
inline constexpr std::size_t kStoreFooterBytes = 24;

using DictionaryId = std::uint32_t;

// What one entry of the block table says.
struct BlockEntry {
  ArticleNumber first_article = 0;
  std::uint32_t text_bytes = 0;
  std::uint64_t offset = 0;
};

// The check that stands in the table after the `index`-th entry.
std::uint32_t block_check(const BlockEntry& entry, std::uint32_t index);

// A block as it stands in the file.
struct StoredBlock {
  ArticleNumber first_article = 0;
  std::uint32_t articles = 0;
  std::uint32_t text_bytes = 0;  // of its bodies
  DictionaryId dictionary = 0;
  std::string_view frame;  // valid as long as the store
};

// Not thread-safe (it keeps the last block decompressed): give each thread its own. All functions
// throw Error(kCorrupt) with the name of the file where its bytes are not what was written,
// kVersion where another version wrote them.
class ArticleStore {
 public:
  explicit ArticleStore(const std::filesystem::path& path);
  ~ArticleStore();
  ArticleStore(ArticleStore&&) noexcept;
  ArticleStore& operator=(ArticleStore&&) noexcept;

  std::uint32_t articles() const;    // numbered from 1
  std::uint64_t text_bytes() const;  // of all bodies
  const std::filesystem::path& path() const;

  // The body of an article, as added. Throws Error(kMissing) for a number that there is not.
  // Articles one after another decompress each block once.
  std::string body(ArticleNumber article);

  // For merging: the blocks as they are, in order of articles.
  std::uint32_t blocks() const;
  StoredBlock block(std::uint32_t index) const;

  // The bytes of a dictionary of this file, checked; valid as long as the store.
  std::string_view dictionary(DictionaryId id) const;

  // Reads everything: every entry, dictionary and block.
  void verify();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace dateline
