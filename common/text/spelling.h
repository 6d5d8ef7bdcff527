// British and American spellings of one English word: defence and defense, organise and organize.
//
// The table is ours: suffix rules with their exceptions and a list of single words, after the usual
// accounts of the differences (Oxford and Merriam-Webster both list the forms). Thread-safe.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline {

// The American form of a folded English word; the word itself where there is no other.
std::string american_spelling(std::string_view word);

// Every spelling of the word, itself first: {"defence", "defense"}; just the word where there is
// one.
std::vector<std::string> spellings(std::string_view word);

}  // namespace dateline
