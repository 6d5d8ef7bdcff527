// A run of articles inverted in memory: word -> articles and positions.
//
// One thread fills a run and seals it; then any number of threads may read it. Memory is what
// memory_bytes() says, about the size of the text.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/analyser.h"
#include "indexer/text_index/byte_slices.h"
#include "indexer/text_index/text_index_input.h"

namespace dateline::indexer {

// What is inverted of an article. Views need to last only for the call.
struct IndexedText {
  std::string_view headline;
  std::string_view body;
  std::string_view language;
  DateCode date = kUndated;
  std::uint64_t identity = 0;
  std::uint64_t content = 0;
};

class InvertedRun final : public TextIndexInput {
 public:
  InvertedRun();
  ~InvertedRun() override;

  // Appends an article; the first is number 1.
  void add(const IndexedText& text, Analyser& analyser);

  // Sorts words and groups them by stem. Nothing can be added afterwards.
  void seal();

  std::size_t memory_bytes() const;

  // TextIndexInput; only after seal().
  std::uint32_t articles() const override { return static_cast<std::uint32_t>(columns_.size()); }
  ArticleColumns columns(std::uint32_t article) const override { return columns_[article - 1]; }
  std::uint64_t total_words() const override { return total_words_; }
  std::uint32_t words() const override { return static_cast<std::uint32_t>(sorted_.size()); }
  std::vector<std::string> landmarks(DictionaryKind kind, std::size_t count) const override;
  std::unique_ptr<TermStream> terms(DictionaryKind kind) const override;

  struct Word;
  struct Stem;

 private:
  friend class RunWords;
  friend class RunStems;

  // A word of the table of paired words, and where it stands.
  struct PairedHere {
    std::uint32_t position;
    std::uint16_t paired;
  };

  Word& find_or_add(std::string_view term);
  Word& find_or_add_pair(std::uint16_t first, std::uint16_t second);
  void note_pairs(std::uint16_t paired, std::uint32_t position, bool in_headline);
  void note(Word& word, std::uint32_t position, bool in_headline);
  std::uint32_t add_text(std::string_view text, std::uint32_t first_position, bool in_headline,
                         Analyser& analyser);
  void end_posting(Word& word);
  std::uint32_t language_number(std::string_view language);
  void rehash();
  void sort_words();
  void group_stems();
  std::string_view text_of(const Word& word) const;
  std::string_view key_of(const Stem& stem) const;

  ByteSlices slices_;
  std::string texts_;  // of all words, one behind the other
  std::vector<Word> words_;
  std::vector<std::uint64_t> table_;  // hash (high 32 bits) | index in words_ + 1; 0 is free
  std::vector<std::uint32_t> pairs_;  // index in words_ + 1, by first and second word; 0: none yet
  std::vector<PairedHere> paired_here_;  // at the last position that had any, and the one before
  std::vector<ArticleColumns> columns_;
  std::vector<std::uint8_t> article_languages_;
  std::vector<std::string> languages_;
  std::uint32_t article_ = 0;
  std::uint32_t language_ = 0;
  std::uint64_t total_words_ = 0;

  // After seal().
  std::vector<std::uint32_t> sorted_;  // indexes in words_, in order of their texts
  std::vector<Stem> stems_;            // in order of their keys
  std::vector<std::uint32_t> forms_;  // ordinals of the words of each stem, one run after the other
  std::string stem_keys_;
};

}  // namespace dateline::indexer
