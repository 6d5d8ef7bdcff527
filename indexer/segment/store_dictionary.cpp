#include "indexer/segment/store_dictionary.h"

#define ZDICT_STATIC_LINKING_ONLY  // fast cover with given parameters: the stable entry tries forty
#include <zdict.h>
#include <zstd.h>

#include <algorithm>
#include <vector>

#include "common/error.h"

namespace dateline::indexer {
namespace {

constexpr std::size_t kMinimumSampleBytes = 1 << 20;
constexpr std::size_t kMaximumDictionaryBytes = 110 << 10;

// Of the sample, so that a dictionary never takes more than a small part of the store.
constexpr std::size_t kSampleBytesPerDictionaryByte = 50;

std::string learn(const std::string& sample, const std::vector<std::size_t>& sizes, int level) {
  ZDICT_fastCover_params_t parameters{};
  parameters.k = 1'024;
  parameters.d = 8;
  parameters.f = 20;
  parameters.accel = 4;
  parameters.nbThreads = 1;
  parameters.zParams.compressionLevel = level;
  std::string bytes(
      std::min(kMaximumDictionaryBytes, sample.size() / kSampleBytesPerDictionaryByte), '\0');
  const std::size_t size =
      ZDICT_trainFromBuffer_fastCover(bytes.data(), bytes.size(), sample.data(), sizes.data(),
                                      static_cast<unsigned>(sizes.size()), parameters);
  // Zstd refuses samples in which nothing repeats: then there is nothing to learn.
  bytes.resize(ZDICT_isError(size) != 0 ? 0 : size);
  return bytes;
}

}  // namespace

StoreDictionary::StoreDictionary(std::string bytes, int level)
    : bytes_(std::move(bytes)),
      level_(level),
      id_(bytes_.empty() ? 0 : ZDICT_getDictID(bytes_.data(), bytes_.size())) {
  if (bytes_.empty()) return;
  prepared_.reset(ZSTD_createCDict(bytes_.data(), bytes_.size(), level));
  if (!prepared_ || id_ == 0) throw Error(ErrorKind::kSystem, "zstd cannot use its own dictionary");
}

StoreDictionary::~StoreDictionary() = default;

void StoreDictionary::Deleter::operator()(ZSTD_CDict_s* prepared) const {
  ZSTD_freeCDict(prepared);
}

std::shared_ptr<const StoreDictionary> StoreDictionary::none(int level) {
  return load({}, level);
}

std::shared_ptr<const StoreDictionary> StoreDictionary::load(std::string_view bytes, int level) {
  return std::make_shared<const StoreDictionary>(std::string(bytes), level);
}

std::shared_ptr<const StoreDictionary> StoreDictionary::train(
    std::span<const std::string_view> bodies, int level) {
  std::string sample;
  std::vector<std::size_t> sizes;
  for (const std::string_view body : bodies) {
    if (sample.size() >= kDictionarySampleBytes) break;
    if (body.empty()) continue;
    const std::string_view part = body.substr(0, kDictionarySampleBytes - sample.size());
    sample += part;
    sizes.push_back(part.size());
  }
  if (sample.size() < kMinimumSampleBytes) return none(level);
  return load(learn(sample, sizes, level), level);
}

}  // namespace dateline::indexer
