// Writes articles.zst: finished blocks in order of articles, or what other stores hold. Its bytes:
// common/index/article_store.h.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>

#include "common/index/article_store.h"
#include "common/index/segment_on_disk.h"
#include "indexer/commit/durable_file.h"
#include "indexer/store/store_block.h"

namespace dateline::indexer {

class ArticleStoreWriter {
 public:
  explicit ArticleStoreWriter(const std::filesystem::path& path,
                              SystemCalls& system = real_system_calls());

  // Needed before the first block that uses it; again is harmless. Returns false where another
  // dictionary with this id is in the file already: then its blocks cannot come in as they are.
  bool add_dictionary(DictionaryId id, std::string_view bytes);

  // The next articles, in a new block or in one of another store.
  template <typename Block>
  void append(const Block& block) {
    append(block.bytes, block.dictionary, block.articles, block.text_bytes);
  }

  // Articles and bytes of their bodies up to now.
  std::uint32_t articles() const { return articles_; }
  std::uint64_t text_bytes() const { return text_bytes_; }

  // Completes the file; nothing may be appended after.
  void finish();

 private:
  void append(std::string_view bytes, DictionaryId dictionary, std::uint32_t articles,
              std::uint32_t text_bytes);
  void put_block_entry();

  DurableFile file_;
  std::map<DictionaryId, std::string> dictionaries_;
  std::string block_table_;
  std::uint32_t blocks_ = 0;
  std::uint32_t articles_ = 0;
  std::uint64_t text_bytes_ = 0;
};

// Appends the articles of all segments that are not deleted, in their order, so that they are
// numbered one by one. Blocks without a deleted article are copied as they are; the others are
// packed again, and so are those without a dictionary (which come from short segments) where the
// merged store is worth one. The caller finishes the writer.
void merge_article_stores(std::span<const SegmentOnDisk> segments, ArticleStoreWriter& writer);

}  // namespace dateline::indexer
