// Articles in, an inverted batch out: every word of every article gets a number and its positions.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/copies/shingles.h"
#include "common/text/analyser.h"
#include "indexer/text_index/batch_lists.h"
#include "indexer/text_index/inverted_batch.h"

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

// One thread's, for one batch. Takes twice the size of the text while it is filled.
class Inverter {
 public:
  Inverter();

  // Appends an article and returns its number; the first is number 1.
  std::uint32_t add(const IndexedText& text, Analyser& analyser);

  // The words of the body that was added last, for its shingles. Valid until the next call.
  std::span<const WordHash> body_words() const { return body_words_; }

  // Sorts words and groups them by stem. This is the end of the inverter.
  InvertedBatch seal() &&;

 private:
  struct NewWord {
    std::uint64_t key = 0;   // see match_key()
    std::uint32_t text = 0;  // offset in texts_
    std::uint8_t text_bytes = 0;
    std::uint16_t paired = 0;  // its place in the table of paired words
  };
  // A word of that table, and where it stands.
  struct PairedHere {
    std::uint32_t position;
    std::uint16_t paired;
  };

  // A word in a language.
  struct Form {
    std::string key;  // of its stem
    std::uint32_t ordinal;
    std::uint8_t language;
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
  std::string_view text_of(const NewWord& word) const;
  std::vector<std::uint32_t> sort_words();
  void encode_lists();
  std::vector<Form> forms() const;
  void group_stems();

  std::string texts_;  // of all words, one behind the other
  std::vector<NewWord> words_;
  std::vector<std::uint64_t> table_;     // hash (high 32 bits) | index in words_ + 1; 0 is free
  std::vector<std::uint64_t> hashes_;    // of the tokens in work
  std::vector<WordHash> body_words_;     // until the body is there, of the headline
  std::vector<std::uint32_t> pairs_;     // word + 1, by first and second word; 0: none yet
  std::vector<PairedHere> paired_here_;  // at the last position that had any, and the one before
  std::vector<std::string> languages_;

  // A place is a position counted on from article to article.
  std::vector<Occurrence> occurrences_;
  std::vector<ArticlePlaces> places_;
  std::uint32_t first_place_ = 0;  // of the article in work

  InvertedLists sorted_;
};

}  // namespace dateline::indexer
