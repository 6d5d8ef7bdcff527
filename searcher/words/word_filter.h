// Tells of the words of an ordered dictionary which ones a pattern stands for, and what to pass
// over.
//
// A wildcard's words share what stands before its first wildcard: one range of the dictionary. In a
// fuzzy word's, the table of edit distances of one word shares its first rows with that of the next
// word that begins alike, and where no cell of a row is small enough, no word with that beginning
// matches. So a dictionary in order is walked as the trie that it is (Shang and Merrettal, "Tries
// for Approximate String Matching", 1996), to the same effect as running it against the automaton
// of Schulz and Mihov, "Fast String Correction with Levenshtein-Automata" (2002), which is quicker
// a step and takes tables to build.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "searcher/query/word_pattern.h"

namespace dateline::searcher {

// What a filter has to say of a word.
struct Verdict {
  bool matches = false;

  // Unless 0: no word that begins with as many bytes of this one matches.
  std::size_t hopeless_bytes = 0;
};

// Looks at words in ascending order. One walk each.
class WordFilter {
 public:
  virtual ~WordFilter() = default;

  // All words that match begin so.
  virtual std::string_view prefix() const = 0;

  // `word` begins with prefix(). Initialisms never match: look them up by matches().
  virtual Verdict look_at(std::string_view word) = 0;
};

// `first` limits a fuzzy word to words that begin so; a wildcard's words begin as it does.
std::unique_ptr<WordFilter> make_filter(const WordPattern& pattern, std::string_view first = {});

}  // namespace dateline::searcher
