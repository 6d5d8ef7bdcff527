#include "indexer/store/article_store_writer.h"

#include <cassert>
#include <memory>
#include <utility>
#include <vector>

#include "common/index/bytes.h"
#include "common/index/checksum.h"
#include "common/index/file.h"

namespace dateline::indexer {
namespace {

using SharedDictionary = std::shared_ptr<const StoreDictionary>;

// Text packed again in one go.
constexpr std::size_t kRepackBytes = 4 << 20;

// Of an input, mapped at a time.
constexpr std::size_t kReadBytes = 4 << 20;

// The store of a segment, and the articles that are to be left out.
struct StoreInput {
  ArticleStore store;
  const DeletedArticles& deleted;
};

// The first dictionary that an input begins with: what segments of one archive have in common is
// alike.
SharedDictionary find_dictionary(const std::vector<StoreInput>& inputs) {
  for (const auto& [store, deleted] : inputs) {
    if (store.blocks() == 0) continue;
    const DictionaryId id = store.block(0).dictionary;
    if (id != 0) return StoreDictionary::load(store.dictionary(id));
  }
  return nullptr;
}

SharedDictionary train_dictionary(std::vector<StoreInput>& inputs) {
  std::vector<Article> sample;
  std::size_t bytes = 0;
  for (auto& [store, deleted] : inputs) {
    for (ArticleNumber article = 1; article <= store.articles(); ++article) {
      if (bytes >= kDictionarySampleBytes) break;
      if (deleted.contains(article)) continue;
      sample.push_back(store.article(article));
      bytes += sample.back().body.size();
    }
  }
  return StoreDictionary::train(sample);
}

class StoreMerge {
 public:
  StoreMerge(SharedDictionary dictionary, ArticleStoreWriter& writer)
      : compressor_(std::move(dictionary)), writer_(writer) {
    writer_.add_dictionary(compressor_.dictionary().id(), compressor_.dictionary().bytes());
  }

  // What is pending is packed before a block is copied: articles must stay in their order.
  void add(StoreInput& input) {
    const char* kept = nullptr;  // what is before has been let go
    const char* end = nullptr;
    usable_.clear();
    for (std::uint32_t index = 0; index < input.store.blocks(); ++index) {
      const StoredBlock block = input.store.block(index);
      if (kept == nullptr) kept = block.bytes.data();
      if (block.bytes.data() > kept + kReadBytes) {
        let_go({kept, block.bytes.data()});
        kept = block.bytes.data();
      }
      end = block.bytes.data() + block.bytes.size();
      if (can_copy(block, input)) {
        pack_pending();
        writer_.append(block);
      } else {
        add_live_articles(block, input);
      }
    }
    if (kept != nullptr) let_go({kept, end});
  }

  void pack_pending() {
    for (const StoreBlock& block : compressor_.pack(pending_)) writer_.append(block);
    pending_.clear();
    pending_bytes_ = 0;
  }

 private:
  bool can_copy(const StoredBlock& block, const StoreInput& input) {
    for (std::uint32_t i = 0; i < block.articles; ++i) {
      if (input.deleted.contains(block.first_article + i)) return false;
    }
    if (block.dictionary == 0) return compressor_.dictionary().id() == 0;
    const auto [known, is_new] = usable_.try_emplace(block.dictionary);
    if (is_new) {  // checked and compared as a whole, so not for every block
      known->second =
          writer_.add_dictionary(block.dictionary, input.store.dictionary(block.dictionary));
    }
    return known->second;
  }

  void add_live_articles(const StoredBlock& block, StoreInput& input) {
    for (std::uint32_t i = 0; i < block.articles; ++i) {
      const ArticleNumber article = block.first_article + i;
      if (input.deleted.contains(article)) continue;
      pending_.push_back(input.store.article(article));
      pending_bytes_ += pending_.back().body.size();
    }
    if (pending_bytes_ >= kRepackBytes) pack_pending();
  }

  StoreBlockCompressor compressor_;
  ArticleStoreWriter& writer_;
  std::map<DictionaryId, bool> usable_;  // of the input in work
  std::vector<Article> pending_;
  std::size_t pending_bytes_ = 0;
};

}  // namespace

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

void ArticleStoreWriter::append(std::string_view bytes, [[maybe_unused]] DictionaryId dictionary,
                                std::uint32_t articles, std::uint32_t text_bytes) {
  assert(dictionary == 0 || dictionaries_.contains(dictionary));
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

// Dictionaries stand behind the blocks: merging finds more of them as it goes.
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

void merge_article_stores(std::span<const SegmentOnDisk> segments, ArticleStoreWriter& writer) {
  std::vector<StoreInput> inputs;
  for (const SegmentOnDisk& segment : segments) {
    inputs.push_back({ArticleStore(segment.article_store_path()), segment.deleted});
  }
  SharedDictionary dictionary = find_dictionary(inputs);
  if (!dictionary) dictionary = train_dictionary(inputs);
  StoreMerge merge(std::move(dictionary), writer);
  for (StoreInput& input : inputs) merge.add(input);
  merge.pack_pending();
}

}  // namespace dateline::indexer
