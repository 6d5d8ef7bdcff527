// Articles -> compressed blocks of an article store, by a dictionary that is learnt from some of
// them: the part of writing that threads share.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/article.h"
#include "common/index/article_store.h"
#include "indexer/store/shorthand_writer.h"

struct ZSTD_CCtx_s;
struct ZSTD_CDict_s;

namespace dateline::indexer {

// How hard articles are compressed, and in what blocks. Measured on 45,312 Reuters.com stories (126
// MB with headline and fields), one thread: MB, CPU seconds of zstd, and time to unpack a block.
//
//   as they are              MB      s     us      in shorthand (0.3 s)    MB      s     us
//   16 KB, level 3, 110 KB   45.4    0.72  23      8 KB, level 3, 256 KB   34.7    0.48  12
//   32 KB, level 3, 110 KB   44.0    0.80  43      16 KB, level 3, 256 KB  34.0    0.45  20
//   64 KB, level 3, 110 KB   43.1    0.71  73      16 KB, level 5, 110 KB  32.8    0.55  22
//   16 KB, level 6, 1 MB     39.6    2.9   26      16 KB, level 5, 256 KB  32.0    0.60  22
//   32 KB, level 7, 1 MB     38.0    5.0   44      16 KB, level 5, 512 KB  31.4    0.62  22
//   128 KB, level 6, 110 KB  40.0    1.7   121     16 KB, level 6, 512 KB  31.2    0.98  21
//                                                  24 KB, level 5, 256 KB  31.9    0.63  30
//                                                  32 KB, level 5, 256 KB  31.6    0.85  40
//
// Kilobytes are of the block and of the dictionary. Blocks have 12: that is 1 % more bytes than 16,
// and an article takes a fifth less time. 512 KB of dictionary are no better in a build:
// there, where it shares the cache with the inverting of words, it takes a third more time.
inline constexpr int kStoreLevel = 5;

// Texts worth training on: more makes training slower and the dictionary hardly better.
inline constexpr std::size_t kDictionarySampleBytes = 6 << 20;

// What the articles of an archive have in common: words for the shorthand, and what zstd is to know
// beforehand of ids and of texts. Immutable, so one serves all threads.
class StoreDictionary {
 public:
  // No dictionary: for segments too short to have one.
  static std::shared_ptr<const StoreDictionary> none();

  // Learns from the first kDictionarySampleBytes of `articles`, deterministically. Gives none()
  // where there is too little text for a dictionary to pay for itself.
  static std::shared_ptr<const StoreDictionary> train(std::span<const Article> articles);

  // One that was trained before: an ArticleStore's. Throws Error(kCorrupt).
  static std::shared_ptr<const StoreDictionary> load(std::string_view bytes);

  explicit StoreDictionary(std::string bytes);

  DictionaryId id() const { return id_; }  // 0: none
  std::string_view bytes() const { return bytes_; }

  const ShorthandWriter& shorthand() const { return *shorthand_; }
  const ZSTD_CDict_s* ids() const { return ids_.get(); }  // null: none
  const ZSTD_CDict_s* texts() const { return texts_.get(); }

 private:
  struct Deleter {
    void operator()(ZSTD_CDict_s* prepared) const;
  };
  using Prepared = std::unique_ptr<ZSTD_CDict_s, Deleter>;

  static Prepared prepare(std::string_view bytes);

  std::string bytes_;
  DictionaryId id_;
  std::optional<ShorthandWriter> shorthand_;
  Prepared ids_;
  Prepared texts_;
};

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
