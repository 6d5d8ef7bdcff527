// Where sentences and paragraphs begin: what lies between two words decides.
//
// A sentence begins after . ! ? or an ellipsis, and the quotes or brackets that close with it,
// where white space follows and then a capital, a digit, a letter of a script without capitals, an
// opening quote or an opening bracket. The full stops of East Asia need no white space. A full stop
// ends nothing
//   - after a title or form of address: Mr. Gen. St.;
//   - after "No." before a number;
//   - after other abbreviations, initials and dotted initialisms (Inc. Jan. J. U.S.), unless the
//     next word is one that begins sentences: "in the U.S. The dollar", but "the U.S. Senate".
// A paragraph begins after an empty line; white space does not fill a line.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace dateline {

enum class Boundary : std::uint8_t { kNone, kSentence, kParagraph };

// The place between two words of `text`.
struct WordGap {
  std::string_view text;
  std::size_t word_begin = 0;     // of the word before
  std::size_t begin = 0;          // where that word ends
  std::size_t end = 0;            // where the next word begins
  bool after_initialism = false;  // the word before is dotted; its last full stop may belong to it
};

// Reads the gap, the word before and the begin of the word after; nothing else of the text.
Boundary boundary_in(const WordGap& gap);

}  // namespace dateline
