#include "indexer/segment/store_block.h"

#include <fmt/format.h>
#include <zstd.h>

#include <limits>

#include "common/error.h"
#include "common/index/bytes.h"

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
  checked(ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, dictionary_->level()));
  checked(ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1));
  checked(ZSTD_CCtx_setParameter(context, ZSTD_c_contentSizeFlag, 0));  // the block table has it
  checked(ZSTD_CCtx_refCDict(context, dictionary_->prepared()));
}

StoreBlockCompressor::~StoreBlockCompressor() = default;
StoreBlockCompressor::StoreBlockCompressor(StoreBlockCompressor&&) noexcept = default;
StoreBlockCompressor& StoreBlockCompressor::operator=(StoreBlockCompressor&&) noexcept = default;

void StoreBlockCompressor::Deleter::operator()(ZSTD_CCtx_s* context) const {
  ZSTD_freeCCtx(context);
}

std::vector<StoreBlock> StoreBlockCompressor::pack(std::span<const std::string_view> bodies) {
  std::vector<StoreBlock> blocks;
  std::size_t first = 0;
  std::size_t text_bytes = 0;
  for (std::size_t next = 0; next < bodies.size(); ++next) {
    if (next > first && text_bytes + bodies[next].size() > kStoreBlockBytes) {
      blocks.push_back(pack_one(bodies.subspan(first, next - first)));
      first = next;
      text_bytes = 0;
    }
    text_bytes += bodies[next].size();
  }
  if (first < bodies.size()) blocks.push_back(pack_one(bodies.subspan(first)));
  return blocks;
}

StoreBlock StoreBlockCompressor::pack_one(std::span<const std::string_view> bodies) {
  raw_.clear();
  put_varint(raw_, bodies.size());
  for (const std::string_view body : bodies) put_varint(raw_, body.size());
  const std::size_t header_bytes = raw_.size();
  for (const std::string_view body : bodies) raw_ += body;
  if (raw_.size() > std::numeric_limits<std::uint32_t>::max()) {
    throw Error(ErrorKind::kSystem, "an article of 4 GB or more cannot be stored");
  }
  StoreBlock block;
  block.articles = static_cast<std::uint32_t>(bodies.size());
  block.text_bytes = static_cast<std::uint32_t>(raw_.size() - header_bytes);
  block.dictionary = dictionary_->id();
  block.frame.resize(ZSTD_compressBound(raw_.size()));
  block.frame.resize(checked(ZSTD_compress2(context_.get(), block.frame.data(), block.frame.size(),
                                            raw_.data(), raw_.size())));
  block.frame.shrink_to_fit();
  return block;
}

}  // namespace dateline::indexer
