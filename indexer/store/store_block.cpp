#include "indexer/store/store_block.h"

#include <fmt/format.h>
#define ZDICT_STATIC_LINKING_ONLY  // fast cover with given parameters: the stable entry tries forty
#define ZSTD_STATIC_LINKING_ONLY  // search tables of a given size: those of the level do not fit L2
#include <zdict.h>
#include <zstd.h>

#include <algorithm>
#include <limits>
#include <vector>

#include "common/error.h"
#include "common/index/article_record.h"
#include "common/index/bytes.h"
#include "common/index/checksum.h"

namespace dateline::indexer {
namespace {

constexpr std::size_t kMinimumSampleBytes = 1 << 20;
constexpr std::size_t kMaximumTextsBytes = 256 << 10;
constexpr std::size_t kMaximumIdsBytes = 8 << 10;

// Of the sample, so that a dictionary never takes more than a small part of the store.
constexpr std::size_t kSampleBytesPerDictionaryByte = 24;

// Level 5 but for the hash table: as large as the largest dictionary has positions, no larger. A
// table of twice the size, which the level has, takes a third more time, all of it waiting for
// memory, as soon as other threads want the cache too.
constexpr ZSTD_compressionParameters kStoreParameters = {
    .windowLog = 17,
    .chainLog = 16,
    .hashLog = 18,
    .searchLog = 3,
    .minMatch = 4,
    .targetLength = 2,
    .strategy = ZSTD_greedy,
};

struct Sample {
  std::string bytes;
  std::vector<std::size_t> sizes;

  void end_part() {
    sizes.push_back(bytes.size() - ended_);
    ended_ = bytes.size();
  }

 private:
  std::size_t ended_ = 0;
};

std::string learn(const Sample& sample, std::size_t bytes, unsigned segment_bytes) {
  ZDICT_fastCover_params_t parameters{};
  parameters.k = segment_bytes;
  parameters.d = 8;
  parameters.f = 20;
  parameters.accel = 4;
  parameters.nbThreads = 1;
  parameters.zParams.compressionLevel = kStoreLevel;
  std::string dictionary(bytes, '\0');
  const std::size_t size = ZDICT_trainFromBuffer_fastCover(
      dictionary.data(), dictionary.size(), sample.bytes.data(), sample.sizes.data(),
      static_cast<unsigned>(sample.sizes.size()), parameters);
  // Zstd refuses samples in which nothing repeats: then there is nothing to learn.
  dictionary.resize(ZDICT_isError(size) != 0 ? 0 : size);
  return dictionary;
}

std::string learn_ids(std::span<const Article> articles) {
  Sample sample;
  for (const Article& article : articles) {
    sample.bytes += article.id;
    sample.bytes += kShorthandSeparator;
    sample.end_part();
  }
  constexpr unsigned kSegmentBytes = 64;
  return learn(sample,
               std::min(kMaximumIdsBytes, sample.bytes.size() / kSampleBytesPerDictionaryByte),
               kSegmentBytes);
}

std::string learn_texts(std::span<const Article> articles, const ShorthandWriter& shorthand,
                        std::size_t bytes) {
  Sample sample;
  for (const Article& article : articles) {
    shorthand.shorten_record(article, sample.bytes);
    sample.end_part();
  }
  constexpr unsigned kSegmentBytes = 1'024;
  return learn(sample, bytes, kSegmentBytes);
}

// The first articles, up to kDictionarySampleBytes.
std::span<const Article> sample_of(std::span<const Article> articles, std::size_t& bytes) {
  bytes = 0;
  std::size_t count = 0;
  while (count < articles.size() && bytes < kDictionarySampleBytes) {
    bytes += articles[count].headline.size() + articles[count].body.size();
    ++count;
  }
  return articles.first(count);
}

std::string learn_words(std::span<const Article> articles) {
  std::vector<std::string_view> texts;
  for (const Article& article : articles) {
    texts.push_back(article.headline);
    texts.push_back(article.body);
  }
  return learn_shorthand(texts);
}

DictionaryId id_of(std::string_view bytes) {
  if (bytes.empty()) return 0;
  return std::max<DictionaryId>(short_checksum(bytes), 1);
}

std::size_t checked(std::size_t result) {
  if (ZSTD_isError(result) == 0) return result;
  throw Error(ErrorKind::kSystem,
              fmt::format("cannot compress articles: {}", ZSTD_getErrorName(result)));
}

}  // namespace

// As BlockDecoder reads it.
StoreDictionary::StoreDictionary(std::string bytes) : bytes_(std::move(bytes)), id_(id_of(bytes_)) {
  const std::filesystem::path name = "a dictionary of articles";
  ByteReader reader(bytes_, name);
  std::string_view words;
  if (id_ != 0) {
    words = reader.text();
    ids_ = prepare(reader.text());
    texts_ = prepare(reader.rest());
  }
  static_cast<void>(Shorthand(words, name));  // throws where the words are not what a reader takes
  shorthand_.emplace(words);
}

void StoreDictionary::Deleter::operator()(ZSTD_CDict_s* prepared) const {
  ZSTD_freeCDict(prepared);
}

StoreDictionary::Prepared StoreDictionary::prepare(std::string_view bytes) {
  if (bytes.empty()) return nullptr;
  Prepared prepared(ZSTD_createCDict_advanced(bytes.data(), bytes.size(), ZSTD_dlm_byCopy,
                                              ZSTD_dct_auto, kStoreParameters, ZSTD_customMem{}));
  if (!prepared) throw Error(ErrorKind::kSystem, "zstd cannot use its own dictionary");
  return prepared;
}

std::shared_ptr<const StoreDictionary> StoreDictionary::none() {
  return load({});
}

std::shared_ptr<const StoreDictionary> StoreDictionary::load(std::string_view bytes) {
  return std::make_shared<const StoreDictionary>(std::string(bytes));
}

// Words first: what zstd learns is the text in shorthand, as it will be packed.
std::shared_ptr<const StoreDictionary> StoreDictionary::train(std::span<const Article> articles) {
  std::size_t bytes = 0;
  const std::span<const Article> sample = sample_of(articles, bytes);
  if (bytes < kMinimumSampleBytes) return none();
  const std::string words = learn_words(sample);
  std::string dictionary;
  put_text(dictionary, words);
  put_text(dictionary, learn_ids(sample));
  dictionary += learn_texts(sample, ShorthandWriter(words),
                            std::min(kMaximumTextsBytes, bytes / kSampleBytesPerDictionaryByte));
  return load(dictionary);
}

StoreBlockCompressor::StoreBlockCompressor(std::shared_ptr<const StoreDictionary> dictionary)
    : dictionary_(std::move(dictionary)), context_(ZSTD_createCCtx()) {
  if (!context_) throw Error(ErrorKind::kSystem, "cannot compress articles: no memory");
  ZSTD_CCtx* const context = context_.get();
  checked(ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, kStoreLevel));
  checked(ZSTD_CCtx_setParameter(context, ZSTD_c_dictIDFlag, 0));  // the block names it
}

void StoreBlockCompressor::Deleter::operator()(ZSTD_CCtx_s* context) const {
  ZSTD_freeCCtx(context);
}

// Each record is shortened once; the one that makes a block too long begins the next.
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
