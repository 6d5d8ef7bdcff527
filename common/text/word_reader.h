// One word of a text: how far it reaches and what term it becomes. The rules of analyser.h inside a
// word.
//
// French and Italian elisions are split off as words of their own: one of the letters c d j l m n s
// t, or qu, jusqu, lorsqu, puisqu, all, dall, dell, nell, sull, before an apostrophe and a vowel or an
// h ("l'homme" -> l, homme; "d'Estaing" -> d, estaing; "dell'Italia"). All other apostrophes between
// letters are dropped ("O'Neill" -> oneill: o is not in the list; "D'Souza" -> dsouza: no vowel).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "common/text/term_arena.h"

namespace dateline {

// Lines set all in capitals, as old wires set their headlines: there a capital word means nothing.
// Asked about places that ascend in one text, it reads each line at most once.
class CapitalLines {
 public:
  explicit CapitalLines(std::string_view text) : text_(text) {}

  // Whether the line around text[at] holds no lower-case letter, and at least one word of four or
  // more capitals that is not on the list of initialisms itself: "JAPAN, US AGREE" is such a line,
  // the lone "US" of a query or "US, UK, EU" is not.
  bool contains(std::size_t at);

 private:
  std::string_view text_;
  std::size_t line_end_ = 0;  // of the line last read; 0 before the first
  bool is_capital_line_ = false;
};

struct Word {
  std::string_view term;  // empty where nothing is left of the word after folding
  std::size_t begin = 0;  // [begin, end) is the word without what was cut off
  std::size_t end = 0;
  std::size_t resume = 0;   // where to read on: behind a possessive or the apostrophe of an elision
  bool initialism = false;  // dotted
};

// Reads the words of one text in ascending order. Terms point into the text, the arena or
// constants.
class WordReader {
 public:
  WordReader(std::string_view text, TermArena& arena) : text_(text), arena_(arena), lines_(text) {}

  // The word that begins at text[begin], where a character of class kWord or kMark stands. Never
  // empty in bytes. Takes time linear in the bytes between `begin` and Word::resume.
  Word read(std::size_t begin);

  // Whether a character that can begin a word which leaves a term stands at `at`.
  bool starts_word(std::size_t at) const;

 private:
  struct Extent {
    std::size_t end;
    std::size_t resume;
  };

  Word plain(std::size_t begin, std::size_t end, std::size_t resume);
  Word number(std::size_t begin, std::size_t digits_end);
  Word initialism(std::size_t begin);
  Word general(std::size_t begin, std::size_t at, std::string_view number);

  std::string_view find_contraction(std::size_t begin) const;
  Extent read_extent(std::size_t begin, std::size_t at) const;
  std::size_t grouped_digits_end(std::size_t begin, std::size_t digits_end) const;
  std::size_t decimals_end(std::size_t begin, std::size_t digits_end) const;
  std::size_t run_end(std::size_t at, std::uint8_t bits) const;
  std::size_t apostrophe_at(std::size_t at) const;
  bool is_possessive_s(std::size_t at) const;
  bool continues_word(std::size_t at) const;
  bool ends_single_letter(std::size_t at) const;
  bool is_elision(std::size_t begin, std::size_t apostrophe, std::size_t next) const;
  std::string_view lowered(std::string_view word);

  std::string_view text_;
  TermArena& arena_;
  CapitalLines lines_;
  std::string scratch_;
};

}  // namespace dateline
