// Where a text may be cut to be shown: at its sentences, and where they are too long between words.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "common/text/analyser.h"

namespace dateline::searcher {

// Bytes [begin, end) of a text, on characters.
struct Passage {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool cut_before = false;  // begins inside a sentence
  bool cut_after = false;
  bool operator==(const Passage&) const = default;
};

struct Sentence {
  std::size_t begin;
  std::size_t end;  // without the white space after it
  std::size_t characters;
};

// Text and tokens have to outlive it.
class Cuts {
 public:
  Cuts(std::string_view text, const std::vector<Token>& tokens);

  // In order and never empty. A sentence takes the quotes and brackets that stand directly before
  // its first word.
  const std::vector<Sentence>& sentences() const { return sentences_; }

  // The last sentence that begins at `at` or before; the first where none does.
  std::size_t sentence_at(std::size_t at) const;

  // Whether no word begins in [begin, end).
  bool is_gap(std::size_t begin, std::size_t end) const { return word_begin_from(begin) >= end; }

  std::size_t characters(std::size_t begin, std::size_t end) const;

  // Where so many characters are passed from `from` on, at most the end of the text.
  std::size_t forward(std::size_t from, std::size_t characters) const;

  // About `characters` of `whole` around `core`, which is in it and is kept whatever it takes: what
  // is left goes half before and half after it, or to one side where the other has no room. Cut
  // between words, but inside one that is longer than that.
  Passage around(const Passage& core, const Passage& whole, std::size_t characters) const;

 private:
  void split_sentences();
  void add_sentence(std::size_t begin, std::size_t end);
  std::size_t backward(std::size_t from, std::size_t characters) const;
  template <typename Reached>
  std::size_t first_word(Reached reached) const;
  std::size_t word_begin_from(std::size_t at) const;
  std::size_t word_end_until(std::size_t at) const;

  std::string_view text_;
  const std::vector<Token>& tokens_;
  std::vector<Sentence> sentences_;
};

}  // namespace dateline::searcher
