// Blocks of an article store -> ids and articles, by the dictionary that they were packed with.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/article_record.h"
#include "common/index/shorthand.h"

struct ZSTD_DCtx_s;
struct ZSTD_DDict_s;

namespace dateline {

// The texts of a block, unpacked but still in shorthand.
struct UnpackedTexts {
  std::string raw;
  std::vector<RecordNumbers> numbers;
  std::vector<std::string_view> texts;  // into `raw`
};

// The ids of a block, unpacked but still in shorthand without words.
struct UnpackedIds {
  std::unique_ptr<std::string> raw;
  std::vector<std::string_view> ids;  // into `raw`
};

std::string read_id(std::string_view shortened, const std::filesystem::path& path);

// Not thread-safe. All functions throw Error(kCorrupt) naming the file where the bytes are not what
// can have been written.
class BlockDecoder {
 public:
  // `dictionary` as a store keeps it, empty for none: must outlive the decoder.
  BlockDecoder(std::string_view dictionary, std::filesystem::path path);

  // Of a block of so many articles.
  UnpackedIds unpack_ids(std::string_view frame, std::uint32_t articles);
  std::unique_ptr<UnpackedTexts> unpack_texts(std::string_view frame, std::uint32_t articles);

  const Shorthand& shorthand();

 private:
  std::string decompress(std::string_view frame, const ZSTD_DDict_s* dictionary);

  struct FreeContext {
    void operator()(ZSTD_DCtx_s* context) const;
  };
  struct FreeDictionary {
    void operator()(ZSTD_DDict_s* dictionary) const;
  };
  using Prepared = std::unique_ptr<ZSTD_DDict_s, FreeDictionary>;

  const ZSTD_DDict_s* prepare(std::string_view bytes, Prepared& prepared);

  std::filesystem::path path_;
  std::string_view words_;
  std::string_view ids_dictionary_;
  std::string_view texts_dictionary_;
  std::unique_ptr<ZSTD_DCtx_s, FreeContext> context_;
  Prepared ids_;    // made when first needed, as
  Prepared texts_;  // is all that takes time
  std::optional<Shorthand> shorthand_;
};

}  // namespace dateline
