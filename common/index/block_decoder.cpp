#include "common/index/block_decoder.h"

#include <fmt/format.h>
#define ZSTD_STATIC_LINKING_ONLY  // a dictionary is used where it lies in the file, not copied
#include <zstd.h>

#include <utility>

#include "common/index/bytes.h"
#include "common/index/file.h"

namespace dateline {
namespace {

// Zstd packs nothing denser: what claims to be is not worth the memory.
constexpr std::uint64_t kMaxGrowth = 1 << 16;

}  // namespace

BlockDecoder::BlockDecoder(std::string_view dictionary, std::filesystem::path path)
    : path_(std::move(path)), context_(ZSTD_createDCtx()) {
  if (!context_) throw Error(ErrorKind::kSystem, "cannot decompress articles: no memory");
  if (dictionary.empty()) return;
  ByteReader reader(dictionary, path_);
  words_ = reader.text();
  ids_dictionary_ = reader.text();
  texts_dictionary_ = reader.rest();
}

void BlockDecoder::FreeContext::operator()(ZSTD_DCtx_s* context) const {
  ZSTD_freeDCtx(context);
}
void BlockDecoder::FreeDictionary::operator()(ZSTD_DDict_s* dictionary) const {
  ZSTD_freeDDict(dictionary);
}

const Shorthand& BlockDecoder::shorthand() {
  if (!shorthand_) shorthand_.emplace(words_, path_);
  return *shorthand_;
}

const ZSTD_DDict_s* BlockDecoder::prepare(std::string_view bytes, Prepared& prepared) {
  if (bytes.empty() || prepared) return prepared.get();
  prepared.reset(ZSTD_createDDict_byReference(bytes.data(), bytes.size()));
  if (!prepared) throw damaged(path_, "zstd cannot use its dictionary");
  return prepared.get();
}

std::string BlockDecoder::decompress(std::string_view frame, const ZSTD_DDict_s* dictionary) {
  const std::uint64_t size = ZSTD_getFrameContentSize(frame.data(), frame.size());
  if (size > kMaxGrowth * frame.size()) throw damaged(path_, "a block is no zstd frame");
  std::string raw(size, '\0');
  const std::size_t got = ZSTD_decompress_usingDDict(context_.get(), raw.data(), raw.size(),
                                                     frame.data(), frame.size(), dictionary);
  if (ZSTD_isError(got) != 0 || got != size) {
    throw damaged(path_, fmt::format("a block does not decompress: {}", ZSTD_getErrorName(got)));
  }
  return raw;
}

UnpackedIds BlockDecoder::unpack_ids(std::string_view frame, std::uint32_t articles) {
  UnpackedIds block;
  block.raw = std::make_unique<std::string>(decompress(frame, prepare(ids_dictionary_, ids_)));
  std::string_view rest = *block.raw;
  block.ids.reserve(articles);
  for (std::uint32_t left = articles; left > 0; --left) block.ids.push_back(take_text(rest, path_));
  if (!rest.empty()) throw damaged(path_, "a block has too many ids");
  return block;
}

std::string read_id(std::string_view shortened, const std::filesystem::path& path) {
  std::string id;
  Shorthand().expand_next(shortened, path, id);
  return id;
}

std::unique_ptr<UnpackedTexts> BlockDecoder::unpack_texts(std::string_view frame,
                                                          std::uint32_t articles) {
  auto block = std::make_unique<UnpackedTexts>();
  block->raw = decompress(frame, prepare(texts_dictionary_, texts_));
  ByteReader reader(block->raw, path_);
  block->numbers.reserve(articles);
  block->texts.reserve(articles);
  for (std::uint32_t left = articles; left > 0; --left) {
    block->numbers.push_back(read_record_numbers(reader));
  }
  for (const RecordNumbers& numbers : block->numbers) {
    block->texts.push_back(reader.take(numbers.bytes));
  }
  reader.expect_end();
  return block;
}

}  // namespace dateline
