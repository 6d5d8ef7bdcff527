// Text -> words with positions. The only definition of a word: indexer, query and snippet use it.
//
// What a word is:
//   - UTF-8, NFKC, case and accents folded. Letters, digits and marks make words; all else parts
//     them. A term is cut at kMaxTermBytes, at a character boundary.
//   - An apostrophe inside a word is dropped ("don't" -> dont, "O'Neill" -> oneill), a possessive
//     's or a trailing ' is cut off ("NASA's" -> nasa, "it’s" -> it). Straight and curly are alike.
//     It stays, straight, in the contractions that would be other words without it: "I’ll" -> i'll,
//     which is not ill (see kContractions in word_reader.cpp).
//   - Dotted and plain initialisms are one word: "U.N." -> un, "U.S." and "US" -> US. The few that
//     are also ordinary words (see initialisms.h) keep capitals in the index, all others are
//     folded; no other term ever holds a capital. A capital word in an all-capitals line is
//     evidence of nothing and is folded, unless it is dotted.
//   - Digit groups are joined: "1,000" -> 1000; a decimal is one word: "4.5".
//   - Parts joined by a hyphen are words of their own, and each neighbouring pair is also one
//     kCompound ("e-mail" -> e, mail, email; "G-7" -> g, 7, g7; "C-130", "COVID-19", "week-long").
//     Between two numbers it is a sign, and so is a dash: a score, a vote, a range, a docket, and 2-1
//     is not 21.
//   - Signs that news text searches for as typed make one kSymbol over the parts: digits or letters
//     around '+', '/' and '&' ("2+2", "9/11", "AT&T"), numbers around '-' ("2-1", "2001–02" as
//     2001-02), and a number with its currency or percent
//     sign ("$4.5m" -> 4.5m and $4.5m; "2%" -> 2 and 2%).
//   - Chinese, Japanese and Korean runs become overlapping pairs of characters, one position each; a
//     lone character is a word.
//
// A compound or symbol that spans several positions is emitted at the first and at the last of
// them, so that a phrase may go on on either side of it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace dateline {

inline constexpr std::size_t kMaxTermBytes = 64;

enum class TokenKind : std::uint8_t {
  kWord,      // a word as written, normalised
  kCompound,  // hyphenated parts run together; the parts are tokens too and mean the same
  kSymbol,    // parts with the sign between them; means only itself
};

struct Token {
  std::string_view term;       // normalised; valid until the analyser's next call
  std::uint32_t position = 0;  // words are numbered one by one
  std::uint32_t begin = 0;     // bytes [begin, end) of the text that was analysed
  std::uint32_t end = 0;
  TokenKind kind = TokenKind::kWord;
  bool starts_sentence = false;   // only on kWord; the first word of a text starts both
  bool starts_paragraph = false;  // paragraphs part at an empty line
};

// Not thread-safe: give each thread its own (construction is cheap). Input need not be valid UTF-8;
// bad bytes part words.
class Analyser {
 public:
  Analyser();
  ~Analyser();
  Analyser(Analyser&&) noexcept;
  Analyser& operator=(Analyser&&) noexcept;

  // Returns the tokens of `text` in order of position, no term twice at a position, the first word
  // at `first_position`. The reference and all views in it are valid until the next call; terms may
  // point into `text`.
  const std::vector<Token>& analyse(std::string_view text, std::uint32_t first_position = 0);

  // The position after the last word of the last call (first_position if there was none).
  std::uint32_t next_position() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// Headline and body share one run of positions: the headline starts at 0, the body kHeadlineGap
// after the headline's last word, so that no phrase and no proximity crosses over.
inline constexpr std::uint32_t kHeadlineGap = 64;

}  // namespace dateline
