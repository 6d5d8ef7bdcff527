#include "indexer/segment/article_store_copy.h"

#include <map>
#include <utility>
#include <vector>

#include "common/index/file.h"

namespace dateline::indexer {
namespace {

using SharedDictionary = std::shared_ptr<const StoreDictionary>;

// Text packed again in one go.
constexpr std::size_t kRepackBytes = 4 << 20;

// Of a source, mapped at a time.
constexpr std::size_t kReadBytes = 4 << 20;

// The first dictionary that a source begins with: what sources of one archive have in common is
// alike.
SharedDictionary find_dictionary(std::span<const StoreSource> sources) {
  for (const auto& [store, deleted] : sources) {
    if (store->blocks() == 0) continue;
    const DictionaryId id = store->block(0).dictionary;
    if (id != 0) return StoreDictionary::load(store->dictionary(id));
  }
  return nullptr;
}

SharedDictionary train_dictionary(std::span<const StoreSource> sources) {
  std::vector<Article> sample;
  std::size_t bytes = 0;
  for (const auto& [store, deleted] : sources) {
    for (ArticleNumber article = 1; article <= store->articles(); ++article) {
      if (bytes >= kDictionarySampleBytes) break;
      if (deleted->contains(article)) continue;
      sample.push_back(store->article(article));
      bytes += sample.back().body.size();
    }
  }
  return StoreDictionary::train(sample);
}

class Merge {
 public:
  Merge(SharedDictionary dictionary, ArticleStoreWriter& writer)
      : compressor_(std::move(dictionary)), writer_(writer) {
    writer_.add_dictionary(compressor_.dictionary().id(), compressor_.dictionary().bytes());
  }

  void add(const StoreSource& source) {
    const char* kept = nullptr;  // what is before has been let go
    const char* end = nullptr;
    usable_.clear();
    for (std::uint32_t index = 0; index < source.store->blocks(); ++index) {
      const StoredBlock block = source.store->block(index);
      if (kept == nullptr) kept = block.bytes.data();
      if (block.bytes.data() > kept + kReadBytes) {
        let_go({kept, block.bytes.data()});
        kept = block.bytes.data();
      }
      end = block.bytes.data() + block.bytes.size();
      if (can_copy(block, source)) {
        pack_pending();
        writer_.append(block);
      } else {
        add_live_articles(block, source);
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
  bool can_copy(const StoredBlock& block, const StoreSource& source) {
    for (std::uint32_t i = 0; i < block.articles; ++i) {
      if (source.deleted->contains(block.first_article + i)) return false;
    }
    if (block.dictionary == 0) return compressor_.dictionary().id() == 0;
    const auto [known, is_new] = usable_.try_emplace(block.dictionary);
    if (is_new) {  // checked and compared as a whole, so not for every block
      known->second =
          writer_.add_dictionary(block.dictionary, source.store->dictionary(block.dictionary));
    }
    return known->second;
  }

  void add_live_articles(const StoredBlock& block, const StoreSource& source) {
    for (std::uint32_t i = 0; i < block.articles; ++i) {
      const ArticleNumber article = block.first_article + i;
      if (source.deleted->contains(article)) continue;
      pending_.push_back(source.store->article(article));
      pending_bytes_ += pending_.back().body.size();
    }
    if (pending_bytes_ >= kRepackBytes) pack_pending();
  }

  StoreBlockCompressor compressor_;
  ArticleStoreWriter& writer_;
  std::map<DictionaryId, bool> usable_;  // of the source in work
  std::vector<Article> pending_;
  std::size_t pending_bytes_ = 0;
};

}  // namespace

void merge_article_stores(std::span<const StoreSource> sources, ArticleStoreWriter& writer) {
  SharedDictionary dictionary = find_dictionary(sources);
  if (!dictionary) dictionary = train_dictionary(sources);
  Merge merge(std::move(dictionary), writer);
  for (const StoreSource& source : sources) merge.add(source);
  merge.pack_pending();
}

}  // namespace dateline::indexer
