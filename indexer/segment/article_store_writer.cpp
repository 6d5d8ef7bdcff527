#include "indexer/segment/article_store_writer.h"

#include <cassert>

#include "common/index/bytes.h"
#include "common/index/checksum.h"

namespace dateline::indexer {

ArticleStoreWriter::ArticleStoreWriter(const std::filesystem::path& path, SystemCalls& system)
    : file_(path, system) {
  std::string header(kStoreMagic);
  put_number(header, kFormatVersion);
  file_.append(header);
}

bool ArticleStoreWriter::add_dictionary(DictionaryId id, std::string_view bytes) {
  if (id == 0) return true;
  return dictionaries_.emplace(id, bytes).first->second == bytes;
}

void ArticleStoreWriter::append(const StoreBlock& block) {
  assert(block.dictionary == 0 || dictionaries_.contains(block.dictionary));
  append(block.bytes, block.articles, block.text_bytes);
}

void ArticleStoreWriter::append(const StoredBlock& block) {
  assert(block.dictionary == 0 || dictionaries_.contains(block.dictionary));
  append(block.bytes, block.articles, block.text_bytes);
}

void ArticleStoreWriter::append(std::string_view bytes, std::uint32_t articles,
                                std::uint32_t text_bytes) {
  put_block_entry();
  file_.append(bytes);
  articles_ += articles;
  text_bytes_ += text_bytes;
  ++blocks_;
}

void ArticleStoreWriter::put_block_entry() {
  const BlockEntry entry{articles_ + 1, file_.size()};
  put_number(block_table_, entry.first_article);
  put_number(block_table_, entry.offset);
  put_number(block_table_, block_check(entry, blocks_));
}

void ArticleStoreWriter::finish() {
  put_block_entry();
  std::string tail;
  for (const auto& [id, bytes] : dictionaries_) {
    put_number(tail, id);
    put_number(tail, static_cast<std::uint32_t>(bytes.size()));
    put_number(tail, file_.size());
    put_number(tail, checksum(bytes));
    file_.append(bytes);
  }
  put_number(tail, blocks_);
  put_number(tail, static_cast<std::uint32_t>(dictionaries_.size()));
  put_number(tail, text_bytes_);
  put_number(tail, checksum(tail));
  file_.append(block_table_);
  file_.append(tail);
  file_.finish();
}

}  // namespace dateline::indexer
