// A word of a query that stands for many: "missil*", "organi?ation", "*nesia", "blinkn~".
//
// What a pattern stands for is defined here, word by word. The words of an index are found by
// searcher/words/word_filter.h, which leaves out most of them unseen and must come to the same.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dateline::searcher {

struct WordPattern {
  // Folded as terms are. Where `edits` is 0, '*' stands for any run of characters, also none, and
  // '?' for one character.
  std::string text;

  // How many characters may be put in, taken out, changed or swapped with their neighbour; 0: it is
  // no fuzzy word.
  std::uint8_t edits = 0;

  auto operator<=>(const WordPattern&) const = default;
};

// Whether a term of the index is one that the pattern stands for. An initialism ("US") matches in
// its capitals and folded. Terms with signs in them ("$4.5m", "2%", "9/11") match no pattern.
bool matches(const WordPattern& pattern, std::string_view term);

// How many characters must be put in, taken out, changed or swapped with their neighbour, each edited
// once, to make the one into the other.
std::size_t edits_between(const std::u32string& a, const std::u32string& b);

// As it is typed: "missil*", "blinkn~1".
std::string to_string(const WordPattern& pattern);

}  // namespace dateline::searcher
