// The articles of a segment: articles.zst, zstd blocks with trained dictionaries.
//
//   file       := "DLAS" version (u32) block* dictionary* block_table dictionary_table footer
//   block      := dictionary (u32) text_bytes (u32) ids_bytes (u32) ids_check (u32)
//                 texts_check (u32) ids texts
//   ids        := zstd frame of (id separator)*, in shorthand without words
//   texts      := zstd frame of numbers* texts*: see article_record.h
//   dictionary := words_bytes (varint) words ids_bytes (varint) zstd_dictionary zstd_dictionary
//   block_table: for each block, and once more for the end of the last:
//                first_article (u32) offset (u64) check (u32)
//   dictionary_table: for each dictionary: id (u32) size (u32) offset (u64) checksum (u64)
//   footer     := blocks (u32) dictionaries (u32) text_bytes (u64) checksum (u64)
//
// A dictionary holds what the articles of an archive have in common: words for the shorthand (see
// shorthand.h), then what zstd is to know when it unpacks ids, and texts. A block names it by its
// id, the low half of its xxh3, and a file may hold several, so merging copies blocks as they are.
// The id 0 is no dictionary: short segments have none.
//
// Ids are apart from the rest because a run file of a thousand hits needs nothing else: one takes a
// sixth of the time of an article. Articles are packed up to kStoreBlockBytes of shorthand.
//
// text_bytes is the size of the block's bodies together, offset where the block or dictionary
// starts in the file. Checks are the low half of an xxh3: ids_check of what stands before it and
// of the check of the ids, texts_check of the texts, that of the table of the entry before it and
// of its position there; the footer's checksum is the xxh3 of the dictionary table and the footer.
// They are looked at before zstd is: a flipped bit is an error, never a wrong answer, and opening
// costs the same for any size.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "common/article.h"
#include "common/index/file.h"
#include "common/index/format.h"

namespace dateline {

inline constexpr std::string_view kStoreMagic = "DLAS";
inline constexpr std::size_t kStoreHeaderBytes = 8;
inline constexpr std::size_t kBlockHeadBytes = 20;
inline constexpr std::size_t kBlockEntryBytes = 16;
inline constexpr std::size_t kDictionaryEntryBytes = 24;
inline constexpr std::size_t kStoreFooterBytes = 24;

using DictionaryId = std::uint32_t;

// What one entry of the block table says.
struct BlockEntry {
  ArticleNumber first_article = 0;
  std::uint64_t offset = 0;
};

// The check that stands in the table after the `index`-th entry.
std::uint32_t block_check(const BlockEntry& entry, std::uint32_t index);

// The check that stands in a block after the first kIdsCheckAt bytes of its head.
inline constexpr std::size_t kIdsCheckAt = 12;
std::uint32_t block_head_check(std::string_view head, std::string_view ids);

// A block as it stands in the file.
struct StoredBlock {
  ArticleNumber first_article = 0;
  std::uint32_t articles = 0;
  std::uint32_t text_bytes = 0;  // of its bodies
  DictionaryId dictionary = 0;
  std::string_view bytes;  // the whole of it, valid as long as the store
  std::string_view ids;    // frames in it
  std::string_view texts;
  std::uint32_t texts_check = 0;
};

// Not thread-safe (it keeps the last block unpacked): give each thread its own. All functions
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

  // The article as it was added, or its id alone. Throws Error(kMissing) for a number that there is
  // not. Articles one after another unpack each block once.
  Article article(ArticleNumber article);
  std::string id(ArticleNumber article);

  // For merging: the blocks as they are, in order of articles, checked.
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
