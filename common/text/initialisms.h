// The initialisms that are also ordinary lower-case English words: they keep their capitals in the
// index.
//
// The list is closed, because it decides what a term is: a change asks for a new index. A name is
// on it where its capitals make news and its lower-case word is so frequent, or means so different
// a thing, that a search for one drowns in the other. Initialisms that are no English word (UN,
// NATO) need no place here, and companies that write themselves in capitals (GAP, ARM) are too
// many.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace dateline {

inline constexpr std::array<std::string_view, 10> kInitialisms = {
    "AIDS",   // the disease; aids
    "COP",    // climate conferences of the parties; a cop
    "ERA",    // the Equal Rights Amendment; an era
    "ICE",    // Immigration and Customs Enforcement; ice
    "IT",     // information technology; it
    "NOW",    // the National Organization for Women; now
    "SALT",   // the arms limitation talks; salt
    "START",  // the arms reduction treaties; start
    "US",     // the United States; us
    "WHO",    // the World Health Organization; who
};
inline constexpr std::size_t kLongestInitialism = 5;

// `word` in the capitals of the list, or "" where it is not on it. Only capitals match.
constexpr std::string_view find_initialism(std::string_view word) {
  if (word.size() < 2 || word.size() > kLongestInitialism) return {};
  const auto found = std::find(kInitialisms.begin(), kInitialisms.end(), word);
  return found == kInitialisms.end() ? std::string_view() : *found;
}

}  // namespace dateline
