#include "indexer/store/store_block.h"

#include <fmt/format.h>
#include <zstd.h>

#include <limits>

#include "common/error.h"
#include "common/index/article_record.h"
#include "common/index/bytes.h"
#include "common/index/checksum.h"

namespace dateline::indexer {
namespace {

std::size_t checked(std::size_t result) {
  if (ZSTD_isError(result) == 0) return result;
  throw Error(ErrorKind::kSystem,
              fmt::format("cannot compress articles: {}", ZSTD_getErrorName(result)));
}

}  // namespace

StoreBlockCompressor::StoreBlockCompressor(std::shared_ptr<const StoreDictionary> dictionary)
    : dictionary_(std::move(dictionary)), context_(ZSTD_createCCtx()) {
  if (!context_) throw Error(ErrorKind::kSystem, "cannot compress articles: no memory");
  ZSTD_CCtx* const context = context_.get();
  checked(ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, kStoreLevel));
  checked(ZSTD_CCtx_setParameter(context, ZSTD_c_dictIDFlag, 0));  // the block names it
}

StoreBlockCompressor::~StoreBlockCompressor() = default;
StoreBlockCompressor::StoreBlockCompressor(StoreBlockCompressor&&) noexcept = default;
StoreBlockCompressor& StoreBlockCompressor::operator=(StoreBlockCompressor&&) noexcept = default;

void StoreBlockCompressor::Deleter::operator()(ZSTD_CCtx_s* context) const {
  ZSTD_freeCCtx(context);
}

std::vector<StoreBlock> StoreBlockCompressor::pack(std::span<const Article> articles) {
  std::vector<StoreBlock> blocks;
  std::string texts;
  std::vector<std::size_t> sizes;
  std::size_t first = 0;
  for (std::size_t next = 0; next < articles.size(); ++next) {
    const std::size_t before = texts.size();
    dictionary_->shorthand().shorten_record(articles[next], texts);
    if (next > first && texts.size() > kStoreBlockBytes) {
      blocks.push_back(pack_one(articles.subspan(first, next - first),
                                std::string_view(texts).substr(0, before), sizes));
      texts.erase(0, before);
      sizes.clear();
      first = next;
    }
    sizes.push_back(first == next ? texts.size() : texts.size() - before);
  }
  if (first < articles.size()) blocks.push_back(pack_one(articles.subspan(first), texts, sizes));
  return blocks;
}

StoreBlock StoreBlockCompressor::pack_one(std::span<const Article> articles, std::string_view texts,
                                          std::span<const std::size_t> sizes) {
  std::string ids;
  std::string raw;
  std::uint64_t text_bytes = 0;
  for (std::size_t i = 0; i < articles.size(); ++i) {
    no_words_.shorten(articles[i].id, ids);
    ids.push_back(kShorthandSeparator);
    put_record_numbers(raw, articles[i], sizes[i]);
    text_bytes += articles[i].body.size();
  }
  raw += texts;
  if (text_bytes > std::numeric_limits<std::uint32_t>::max()) {
    throw Error(ErrorKind::kSystem, "an article of 4 GB or more cannot be stored");
  }
  const std::string ids_frame = compress(ids, dictionary_->ids());
  const std::string texts_frame = compress(raw, dictionary_->texts());
  StoreBlock block;
  block.articles = static_cast<std::uint32_t>(articles.size());
  block.text_bytes = static_cast<std::uint32_t>(text_bytes);
  block.dictionary = dictionary_->id();
  put_number(block.bytes, block.dictionary);
  put_number(block.bytes, block.text_bytes);
  put_number(block.bytes, static_cast<std::uint32_t>(ids_frame.size()));
  put_number(block.bytes, block_head_check(block.bytes, ids_frame));
  put_number(block.bytes, short_checksum(texts_frame));
  block.bytes += ids_frame + texts_frame;
  return block;
}

std::string StoreBlockCompressor::compress(std::string_view raw, const ZSTD_CDict_s* dictionary) {
  checked(ZSTD_CCtx_refCDict(context_.get(), dictionary));
  std::string frame(ZSTD_compressBound(raw.size()), '\0');
  frame.resize(
      checked(ZSTD_compress2(context_.get(), frame.data(), frame.size(), raw.data(), raw.size())));
  return frame;
}

}  // namespace dateline::indexer
