// A printed date of any language, taken for what its words mean: the months by their English names.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::indexer {

// A word, number or sign of a folded text.
struct DatePiece {
  enum class Kind : std::uint8_t {
    kNumber,
    kMonth,    // text is "jan" to "dec"
    kWord,     // one that the scanner knows or that tells what kind of day follows
    kUnknown,  // any other word
    kSign,     // one ASCII sign that is no blank
  };
  Kind kind = Kind::kSign;
  std::string text;
  bool after_blank = false;
};

// The text as one language, or several that agree, would have it. Weekdays and words that only
// stand between are left out.
struct DateInLanguage {
  std::vector<DatePiece> pieces;
  std::optional<unsigned> weekday;  // 0 for Sunday
  bool dots_days = false;           // the language prints "28." for a day
  bool dots_years = false;          // and "2019." for a year
};

// At most so many pieces are read; a text of more is no date.
inline constexpr std::size_t kMostDatePieces = 48;

// A text in ASCII with the words of the scanner alone, which asks no dictionary; all other words are
// kUnknown. Nothing where it has too many pieces. Thread-safe.
std::optional<DateInLanguage> in_scanner_words(std::string_view ascii);

// Of all languages that know most of the words; several where they differ. A text of no language has
// its words as kUnknown. Empty where the text has too many pieces, or more foreign words than a line
// with a date has, where it `is_line`. Thread-safe.
std::vector<DateInLanguage> in_languages(std::string_view text, bool is_line);

}  // namespace dateline::indexer
