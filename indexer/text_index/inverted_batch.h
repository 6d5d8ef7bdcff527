// A batch of articles inverted: word -> articles and positions, sorted and read only.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/text_index/batch_lists.h"
#include "indexer/text_index/text_index_input.h"

namespace dateline::indexer {

// What an Inverter hands over: words in order of their texts, stems in order of their keys.
struct InvertedLists {
  // Offsets: where its text and its lists begin; the next word's follow.
  struct Word {
    std::uint32_t text = 0;
    std::uint32_t postings = 0;
    std::uint32_t positions = 0;
    std::uint32_t languages = 0;  // bit n: occurs in an article of language n
  };
  struct Stem {
    std::uint32_t key = 0;         // offset in stem_keys
    std::uint32_t first_form = 0;  // in forms
    std::uint16_t forms = 0;
    std::uint8_t key_bytes = 0;
    std::uint8_t language = 0;
    bool all_articles_of_form = false;  // its only form occurs in no other language
  };

  std::string_view text_of(std::size_t word) const;
  std::string_view key_of(const Stem& stem) const;
  BatchPostings postings(std::size_t word) const;
  VarintReader positions(std::size_t word) const;

  std::vector<ArticleColumns> columns;
  std::vector<std::uint8_t> article_languages;
  std::uint64_t total_words = 0;
  std::string texts;
  std::string lists;
  std::vector<Word> words = std::vector<Word>(1);  // one more than there are
  std::vector<Stem> stems;
  std::vector<std::uint32_t> forms;  // ordinals of the words of each stem, stem after stem
  std::string stem_keys;
  std::size_t memory_bytes = 0;
};

// Immutable, so thread-safe. Made by Inverter::seal(); one that is made from nothing is empty.
class InvertedBatch final : public TextIndexInput {
 public:
  InvertedBatch() = default;
  explicit InvertedBatch(InvertedLists lists) : lists_(std::move(lists)) {}

  // What it takes, about: half the size of the text.
  std::size_t memory_bytes() const { return lists_.memory_bytes; }

  std::uint32_t articles() const override;
  ArticleColumns columns(std::uint32_t article) const override;
  std::uint64_t total_words() const override { return lists_.total_words; }
  std::uint32_t words() const override;
  std::vector<std::string> landmarks(DictionaryKind kind, std::size_t count) const override;
  std::unique_ptr<TermStream> terms(DictionaryKind kind) const override;

 private:
  InvertedLists lists_;
};

}  // namespace dateline::indexer
