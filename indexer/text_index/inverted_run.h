// A run of articles inverted in memory: word -> articles and positions.
//
// One thread fills a run and seals it; then any number of threads may read it. Memory is what
// memory_bytes() says, half the size of the text; twice its size while it is filled.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/copies/shingles.h"
#include "common/text/analyser.h"
#include "indexer/text_index/occurrences.h"
#include "indexer/text_index/run_lists.h"
#include "indexer/text_index/text_index_input.h"

namespace dateline::indexer {

// What is inverted of an article. Views need to last only for the call.
struct IndexedText {
  std::string_view headline;
  std::string_view body;
  std::string_view url;
  std::string_view language;
  DateCode date = kUndated;
  std::uint64_t identity = 0;
  std::uint32_t content = 0;
};

class InvertedRun final : public TextIndexInput {
 public:
  InvertedRun();
  ~InvertedRun() override;

  // Appends an article; the first is number 1.
  void add(const IndexedText& text, Analyser& analyser);

  // Sorts words and groups them by stem. Nothing can be added afterwards.
  void seal();

  // The words of the body that was added last, for its shingles. Valid until the next call.
  std::span<const WordHash> body_words() const { return body_words_; }

  std::size_t memory_bytes() const;

  // TextIndexInput; only after seal().
  std::uint32_t articles() const override { return static_cast<std::uint32_t>(columns_.size()); }
  ArticleColumns columns(std::uint32_t article) const override { return columns_[article - 1]; }
  std::uint64_t total_words() const override { return total_words_; }
  std::uint32_t words() const override { return static_cast<std::uint32_t>(words_.size() - 1); }
  std::vector<std::string> landmarks(DictionaryKind kind, std::size_t count) const override;
  std::unique_ptr<TermStream> terms(DictionaryKind kind) const override;

  struct Stem;

 private:
  friend class RunWords;
  friend class RunStems;

  // Offsets: where its text and its lists begin; the next word's follow.
  struct Word {
    std::uint32_t text = 0;
    std::uint32_t postings = 0;
    std::uint32_t positions = 0;
    std::uint32_t languages = 0;  // bit n: occurs in an article of language n
  };
  struct NewWord {
    std::uint64_t key = 0;   // see match_key()
    std::uint32_t text = 0;  // offset in new_texts_
    std::uint8_t text_bytes = 0;
    std::uint16_t paired = 0;  // its place in the table of paired words
  };
  // A word of that table, and where it stands.
  struct PairedHere {
    std::uint32_t position;
    std::uint16_t paired;
  };

  void fetch_ahead(std::size_t token) const;
  std::uint32_t find_or_add(std::string_view term, std::uint64_t hash);
  std::uint32_t find_or_add_pair(std::uint16_t first, std::uint16_t second);
  void note_pairs(std::uint16_t paired, std::uint32_t position);
  void note(std::uint32_t word, std::uint32_t position) {
    occurrences_.push_back({word, first_place_ + position});
  }
  std::uint32_t add_text(std::string_view text, std::uint32_t first_position, Analyser& analyser);
  void add_url(std::string_view url, std::uint32_t position, Analyser& analyser);
  std::uint32_t language_number(std::string_view language);
  void rehash();
  std::vector<std::uint32_t> sort_words();
  void encode_lists();
  void group_stems();
  std::string_view text_of(const NewWord& word) const;
  std::string_view text_of(std::size_t word) const;
  RunPostings postings(std::size_t word) const;
  VarintReader positions(std::size_t word) const;
  std::string_view key_of(const Stem& stem) const;

  std::vector<ArticleColumns> columns_;
  std::vector<std::uint8_t> article_languages_;
  std::vector<std::string> languages_;
  std::uint64_t total_words_ = 0;

  // Before seal(). A place is a position counted on from article to article.
  std::string new_texts_;  // of all words, one behind the other
  std::vector<NewWord> new_words_;
  std::vector<std::uint64_t> table_;     // hash (high 32 bits) | index in new_words_ + 1; 0 is free
  std::vector<std::uint64_t> hashes_;    // of the tokens in work
  std::vector<WordHash> body_words_;     // until the body is there, of the headline
  std::vector<std::uint32_t> pairs_;     // word + 1, by first and second word; 0: none yet
  std::vector<PairedHere> paired_here_;  // at the last position that had any, and the one before
  std::vector<Occurrence> occurrences_;
  std::vector<ArticlePlaces> places_;
  std::uint32_t first_place_ = 0;  // of the article in work

  // After seal(), all in order of the words' texts.
  std::string texts_;
  std::string lists_;
  std::vector<Word> words_;           // one more than there are
  std::vector<Stem> stems_;           // in order of their keys
  std::vector<std::uint32_t> forms_;  // ordinals of the words of each stem, one run after the other
  std::string stem_keys_;
};

}  // namespace dateline::indexer
