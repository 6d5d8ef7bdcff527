// Runs of bodies -> compressed blocks of an article store: the part of writing that threads can
// share.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/segment/store_dictionary.h"

struct ZSTD_CCtx_s;

namespace dateline::indexer {

// Bodies are packed up to about here; a longer body is a block of its own.
inline constexpr std::size_t kStoreBlockBytes = 16 << 10;

struct StoreBlock {
  std::string frame;
  std::uint32_t articles = 0;
  std::uint32_t text_bytes = 0;
  DictionaryId dictionary = 0;
};

// Not thread-safe: one for each thread; the dictionary is shared.
class StoreBlockCompressor {
 public:
  explicit StoreBlockCompressor(std::shared_ptr<const StoreDictionary> dictionary);
  ~StoreBlockCompressor();
  StoreBlockCompressor(StoreBlockCompressor&&) noexcept;
  StoreBlockCompressor& operator=(StoreBlockCompressor&&) noexcept;

  // The blocks of these bodies, in their order. The same bodies give the same bytes; the last block
  // may be short, so pack long runs (a megabyte or more). A body has less than 4 GB.
  std::vector<StoreBlock> pack(std::span<const std::string_view> bodies);

  const StoreDictionary& dictionary() const { return *dictionary_; }

 private:
  StoreBlock pack_one(std::span<const std::string_view> bodies);

  struct Deleter {
    void operator()(ZSTD_CCtx_s* context) const;
  };

  std::shared_ptr<const StoreDictionary> dictionary_;
  std::unique_ptr<ZSTD_CCtx_s, Deleter> context_;
  std::string raw_;
};

}  // namespace dateline::indexer
