// Wildcards and fuzzy marks of typed text -> letters that the analyser takes for letters, and back.
//
// What is a word says the analyser alone: hyphens, possessives, elisions, digit groups, folding.
// So that it says so of "anti-terror*" too, each sign of a pattern becomes a letter of Linear A
// before the text is analysed, and a term with such letters in it is read as a pattern afterwards.
// Linear A is not deciphered: no archive is written in it. Such letters in typed text are blanks.
//
// What is a sign of a pattern:
//   - '*' anywhere; several side by side are one
//   - '?' where a letter or digit follows, or more '?' and then one: at the end of a word it is
//     punctuation
//   - '~', "~1" and "~2" at the end of a word
//   - none of them in a run between blanks with Chinese, Japanese or Korean in it, where words are
//     pairs of characters that are found inside of any other
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "searcher/query/word_pattern.h"

namespace dateline::searcher {

// How the letters begin in UTF-8.
inline constexpr std::string_view kPatternLetter = "\xF0\x90\x98";

// Whether typed text has to go through with_pattern_letters(); most need not.
inline bool may_hold_pattern(std::string_view typed) {
  return typed.find_first_of("*?~") != std::string_view::npos ||
         typed.find(kPatternLetter) != std::string_view::npos;
}

// For the analyser.
std::string with_pattern_letters(std::string_view typed);

// Whether a term of the analyser has such letters.
bool holds_pattern(std::string_view term);

// The pattern in a term that holds one; nothing where it has neither letter nor digit: a hole. With
// wildcards and a fuzzy mark it is no fuzzy word.
std::optional<WordPattern> pattern_of(std::string_view term);

}  // namespace dateline::searcher
