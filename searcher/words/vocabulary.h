// All words of an index, over its segments: which ones a pattern stands for.
//
// A word counts by the articles that hold it, those of all segments added up. Deleted articles
// count until a merge drops them, here as in every ranking: a word that only they hold may be among
// the words of a pattern, where it finds nothing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "common/text_index/text_index.h"
#include "searcher/query/word_pattern.h"

namespace dateline::searcher {

// A pattern stands for this many words at most: those in most articles.
inline constexpr std::size_t kMaxExpansions = 1'024;

// How much a pattern may ask for.
struct PatternLimits {
  std::size_t words = kMaxExpansions;   // that it stands for
  std::uint64_t looked_at = 4'000'000;  // words of dictionaries that may be held against it
  std::string first = {};               // words that a fuzzy one stands for begin so
};

struct CountedWord {
  std::string word;
  std::uint64_t articles = 0;

  bool operator==(const CountedWord&) const = default;
};

struct PatternWords {
  std::vector<CountedWord> words;  // those in most articles first, equal ones by the alphabet
  std::uint64_t found = 0;         // how many there are, or were before the limit
  bool cut = false;                // there are more than `words`, or may be
};

// The words that a pattern stands for.
struct Expansion {
  std::vector<std::string> terms;  // ascending; may be empty
  bool cut = false;                // there were more
  std::uint64_t found = 0;         // how many there were, as far as the words were looked through
};

using Expansions = std::map<WordPattern, Expansion>;

// Thread-safe to read. The indexes must outlive it.
class Vocabulary {
 public:
  explicit Vocabulary(std::vector<const TextIndex*> segments) : segments_(std::move(segments)) {}

  // Where `looked_at` is spent, words from the end of the alphabet are left out.
  PatternWords words_of(const WordPattern& pattern, const PatternLimits& limits) const;

  Expansion expand(const WordPattern& pattern, const PatternLimits& limits = {}) const;

  // Added up over the segments.
  std::uint64_t articles_with(std::string_view word) const;

 private:
  std::vector<const TextIndex*> segments_;
};

}  // namespace dateline::searcher
