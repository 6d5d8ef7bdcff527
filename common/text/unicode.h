// Unicode for words: decoding, classes of characters, folding. The only door to utf8proc.
//
// All functions are thread-safe and take any bytes; what is not UTF-8 comes back as kInvalid.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace dateline {

inline constexpr char32_t kInvalid = 0xFFFF'FFFF;

struct CodePoint {
  char32_t value = kInvalid;
  std::size_t bytes = 1;  // 1 for a bad byte
};

// The character that begins at text[at], which must exist.
CodePoint decode(std::string_view text, std::size_t at);

bool is_valid_utf8(std::string_view text);
void append_utf8(char32_t code_point, std::string& out);

// The longest prefix of valid UTF-8 that has at most `max_bytes` and ends between characters.
std::string_view cut_at_character(std::string_view text, std::size_t max_bytes);

enum class CharacterClass : std::uint8_t {
  kOther,      // parts words
  kWord,       // letter or digit; also ligatures, full-width forms, superscript digits
  kMark,       // belongs to the letter before: vowel signs of India, the parts of a Hangul syllable
  kIgnored,    // leaves no trace in a word: accents, soft hyphen, joiners, direction marks
  kIdeograph,  // Han, kana, Hangul: a script written without spaces, or nearly so
  kApostrophe,  // straight, curly or a modifier letter
};

CharacterClass classify(char32_t code_point);

bool is_capital(char32_t code_point);     // or title case
bool is_lower_case(char32_t code_point);  // has a capital form
bool is_currency_sign(char32_t code_point);

// Columns of a terminal that the character takes: 0, 1 or 2.
std::size_t column_width(char32_t code_point);

// Appends the characters of `word`, a run of the classes above other than kOther, in the one form
// in which words are compared: NFKC, case and accents folded, ß -> ss, and what Unicode does not
// decompose by a table (ø -> o, æ -> ae, ł -> l). Apostrophes and ignored characters vanish. Marks
// that change the letter, such as kana voicing and vowel signs, stay. Stops once `out` holds at
// least `enough_bytes`; folding the result again changes nothing.
void append_folded(std::string_view word, std::size_t enough_bytes, std::string& out);

}  // namespace dateline
