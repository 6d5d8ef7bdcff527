#include "indexer/store/store_dictionary.h"

#define ZDICT_STATIC_LINKING_ONLY  // fast cover with given parameters: the stable entry tries forty
#define ZSTD_STATIC_LINKING_ONLY  // search tables of a given size: those of the level do not fit L2
#include <zdict.h>
#include <zstd.h>

#include <algorithm>
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

StoreDictionary::~StoreDictionary() = default;

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

}  // namespace dateline::indexer
