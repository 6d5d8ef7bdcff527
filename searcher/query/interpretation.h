// What a typed word or phrase means in terms of the analyser: which terms at which positions of
// a text.
//
// The only definition of it: what is searched, what is lit and what the tests expect all come from
// here.
//
//   - Every position of the typed text takes a set of terms. kExact: the term alone. kSpelling: all
//     its spellings. kStem: all its spellings, and where the text is one position long, any word
//     with the stem of one of them; stems have no positions in the index, so a longer text takes
//     spellings.
//   - Initialisms: typed "US" or "U.S." takes US only. Typed "us" takes us and US, except kExact.
//   - A symbol means only itself: "9/11" is not 9 beside 11, "$4.5m" not 4.5m.
//   - Percentages are the exception, but for kExact: "2%", "2 percent", "2 per cent" and the "2
//     pct" of old wires read each other. Within a phrase "percent", "per cent" and "pct" do so
//     without a figure too; alone, the word percent is only itself.
//   - Parts joined by a hyphen match as parts or as one word: "e-mail" reads e mail or email. (In a
//     text, the word email is there for both: see the compounds in analyser.h.)
//   - The other way round, "email" finds e-mail because the compound stands at the first and at the
//     last of its positions: "send email" meets the first, "email now" the last. Within a phrase it
//     has to meet both, so "send email now" also reads send email email now. Only words that may be
//     compounds are read so: four letters or more, or letters with a digit.
//   - Only signs: no readings, nothing is meant.
//   - Wildcards and fuzzy words are patterns, whatever the form: '*' inside or at an end of a word,
//     '?' before a letter or digit of one, "~", "~1" or "~2" at its end ("~" alone: one edit in
//     words of up to five characters, else two). Hyphens part a pattern into words or join it, as
//     they do with a word.
//   - A star before a capital letter may also be printed there: E*Trade, M*A*S*H.
//   - A lone '*' between words of a phrase is a hole: any word stands there.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/query.h"
#include "searcher/query/word_pattern.h"

namespace dateline::searcher {

// What may stand at one position. A hole has neither terms nor a pattern: any word may stand there.
struct AcceptedWords {
  std::vector<std::string> terms;  // any of these
  std::string same_stem_as;        // also any word with the stem of this or another term; "": none

  // Also the words that this stands for; then there are no terms yet.
  std::optional<WordPattern> pattern = {};

  bool is_hole() const { return terms.empty() && !pattern; }
  bool operator==(const AcceptedWords&) const = default;
};

// Positions one directly after the other; never empty, and no hole at either end.
using Reading = std::vector<AcceptedWords>;

// A text matches where any of the readings does. The first is the most literal one.
struct Interpretation {
  std::vector<Reading> readings;
};

// The rarer combinations of several compounds are left out beyond this many.
inline constexpr std::size_t kMaxReadings = 16;

// Reads a word or the text between quotes; the rules are the same. Thread-safe.
Interpretation interpret(std::string_view typed, Form form);

// What the patterns of its readings cost, each reading by itself: 1 where a pattern begins with two
// letters or more, 16 where it does not or is a fuzzy word.
std::size_t cost_of_patterns(std::string_view typed);

}  // namespace dateline::searcher
