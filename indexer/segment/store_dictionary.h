// A zstd dictionary for the bodies of a segment: what its articles have in common, learnt from
// some.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "common/index/article_store.h"

struct ZSTD_CDict_s;

namespace dateline::indexer {

// How hard bodies are compressed. Measured on 45,312 Reuters.com stories (130 MB), one thread:
//
//   level   size / text   packing, MB/s
//   1       0.401         139
//   3       0.361         181
//   5       0.350          91
//   6       0.338          58
//   9       0.328          31
//
// Training takes 0.1 s, a body at random 25 us at any level.
inline constexpr int kStoreLevel = 3;

// Bodies worth training on: more makes training slower and the dictionary hardly better.
inline constexpr std::size_t kDictionarySampleBytes = 6 << 20;

// Immutable, so one serves all threads.
class StoreDictionary {
 public:
  // No dictionary: for segments too short to have one.
  static std::shared_ptr<const StoreDictionary> none(int level = kStoreLevel);

  // Learns from the first kDictionarySampleBytes of `bodies`, deterministically. Gives none() where
  // there is too little text for a dictionary to pay for itself.
  static std::shared_ptr<const StoreDictionary> train(std::span<const std::string_view> bodies,
                                                      int level = kStoreLevel);

  // One that was trained before, such as an ArticleStore's.
  static std::shared_ptr<const StoreDictionary> load(std::string_view bytes,
                                                     int level = kStoreLevel);

  StoreDictionary(std::string bytes, int level);
  ~StoreDictionary();
  StoreDictionary(const StoreDictionary&) = delete;
  StoreDictionary& operator=(const StoreDictionary&) = delete;

  DictionaryId id() const { return id_; }  // 0: none
  std::string_view bytes() const { return bytes_; }
  int level() const { return level_; }
  const ZSTD_CDict_s* prepared() const { return prepared_.get(); }  // null: none

 private:
  struct Deleter {
    void operator()(ZSTD_CDict_s* prepared) const;
  };

  std::string bytes_;
  int level_;
  DictionaryId id_;
  std::unique_ptr<ZSTD_CDict_s, Deleter> prepared_;
};

}  // namespace dateline::indexer
