// Runs of articles -> compressed blocks of an article store: the part of writing that threads can
// share.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "indexer/store/store_dictionary.h"

struct ZSTD_CCtx_s;

namespace dateline::indexer {

// Articles are packed up to about here, in shorthand; a longer one is a block of its own.
inline constexpr std::size_t kStoreBlockBytes = 12 << 10;

struct StoreBlock {
  std::string bytes;
  std::uint32_t articles = 0;
  std::uint32_t text_bytes = 0;  // of the bodies
  DictionaryId dictionary = 0;
};

// Not thread-safe: one for each thread; the dictionary is shared.
class StoreBlockCompressor {
 public:
  explicit StoreBlockCompressor(std::shared_ptr<const StoreDictionary> dictionary);
  ~StoreBlockCompressor();
  StoreBlockCompressor(StoreBlockCompressor&&) noexcept;
  StoreBlockCompressor& operator=(StoreBlockCompressor&&) noexcept;

  // The blocks of these articles, in their order. The same articles give the same bytes; the last
  // block may be short, so pack long runs (a megabyte or more). An article has less than 2 GB.
  std::vector<StoreBlock> pack(std::span<const Article> articles);

  const StoreDictionary& dictionary() const { return *dictionary_; }

 private:
  // `texts` are those of the articles in shorthand, `sizes` their parts.
  StoreBlock pack_one(std::span<const Article> articles, std::string_view texts,
                      std::span<const std::size_t> sizes);
  std::string compress(std::string_view raw, const ZSTD_CDict_s* dictionary);

  struct Deleter {
    void operator()(ZSTD_CCtx_s* context) const;
  };

  std::shared_ptr<const StoreDictionary> dictionary_;
  ShorthandWriter no_words_{{}};
  std::unique_ptr<ZSTD_CCtx_s, Deleter> context_;
};

}  // namespace dateline::indexer
