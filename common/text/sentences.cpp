#include "common/text/sentences.h"

#include <algorithm>
#include <array>
#include <string>

#include "common/text/ascii.h"
#include "common/text/unicode.h"

namespace dateline {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kLongestListed = 7;

constexpr std::array kBeforeNames = {
    "Mr"sv,   "Mrs"sv,  "Ms"sv,  "Mme"sv,  "Dr"sv,  "Gen"sv,  "Sen"sv, "Sens"sv,
    "Rep"sv,  "Reps"sv, "Gov"sv, "Govs"sv, "Lt"sv,  "Col"sv,  "Sgt"sv, "Capt"sv,
    "Cpl"sv,  "Cmdr"sv, "Adm"sv, "Maj"sv,  "Pvt"sv, "Prof"sv, "Rev"sv, "Hon"sv,
    "Pres"sv, "Supt"sv, "St"sv,  "Ste"sv,  "Mt"sv,  "Ft"sv,   "vs"sv,  "v"sv,
};

constexpr std::array kWithinSentences = {
    "Jan"sv,  "Feb"sv,  "Mar"sv, "Apr"sv, "Jun"sv,    "Jul"sv,    "Aug"sv,   "Sep"sv,
    "Sept"sv, "Oct"sv,  "Nov"sv, "Dec"sv, "Inc"sv,    "Co"sv,     "Cos"sv,   "Corp"sv,
    "Ltd"sv,  "Bros"sv, "Jr"sv,  "Sr"sv,  "Ave"sv,    "Blvd"sv,   "Rd"sv,    "Dept"sv,
    "Univ"sv, "Assn"sv, "Cie"sv, "etc"sv, "approx"sv, "est"sv,    "Calif"sv, "Fla"sv,
    "Mass"sv, "Conn"sv, "Pa"sv,  "Va"sv,  "Ph"sv,     "Messrs"sv,
};

constexpr std::array kOpeners = {
    "A"sv,     "About"sv, "After"sv,  "All"sv,     "Also"sv,  "Although"sv, "An"sv,    "And"sv,
    "As"sv,    "At"sv,    "Before"sv, "But"sv,     "By"sv,    "For"sv,      "From"sv,  "He"sv,
    "Her"sv,   "His"sv,   "How"sv,    "However"sv, "I"sv,     "If"sv,       "In"sv,    "Instead"sv,
    "It"sv,    "Its"sv,   "Last"sv,   "Many"sv,    "More"sv,  "Most"sv,     "No"sv,    "Not"sv,
    "Now"sv,   "On"sv,    "One"sv,    "Our"sv,     "She"sv,   "Since"sv,    "So"sv,    "Some"sv,
    "Such"sv,  "That"sv,  "The"sv,    "Their"sv,   "Then"sv,  "There"sv,    "These"sv, "They"sv,
    "This"sv,  "Those"sv, "To"sv,     "Under"sv,   "Until"sv, "We"sv,       "What"sv,  "When"sv,
    "Where"sv, "While"sv, "Why"sv,    "With"sv,    "You"sv,
};

template <std::size_t N>
bool holds(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// "MR." in a line of capitals is Mr. as well.
std::string as_listed(std::string_view word) {
  std::string listed(word);
  if (listed.size() > 1 && ascii::is_upper(listed[1])) {
    for (char& c : listed) c = ascii::to_lower(c);
    listed[0] = ascii::to_upper(listed[0]);
  }
  return listed;
}

bool is_stop(char32_t c) {
  return c == '.' || c == '!' || c == '?' || c == 0x2026;
}
bool is_wide_stop(char32_t c) {
  return c == 0x3002 || c == 0xFF01 || c == 0xFF1F || c == 0xFF0E || c == 0xFF61;
}
bool is_space(char32_t c) {
  return c == ' ' || (9 <= c && c <= 13) || c == 0xA0 || c == 0x3000 ||
         (0x2000 <= c && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F;
}
bool is_straight_quote(char32_t c) {
  return c == '"' || c == '\'' || c == '`';
}
bool is_closer(char32_t c) {
  return is_straight_quote(c) || c == ')' || c == ']' || c == '}' || c == 0xBB || c == 0x2019 ||
         c == 0x201D || c == 0x300D || c == 0x300F || c == 0xFF09;
}
bool is_opener(char32_t c) {
  return is_straight_quote(c) || c == '(' || c == '[' || c == '{' || c == 0xAB || c == 0xA1 ||
         c == 0xBF || c == 0x2018 || c == 0x201C || c == 0x201E || c == 0x300C || c == 0x300E ||
         c == 0xFF08;
}

// What has been seen of a gap, sign after sign.
struct GapReading {
  bool stopped = false;   // a stop, with nothing but closers and white space since
  bool spaced = false;    // white space since the stop
  bool opened = false;    // an opening quote or bracket since the white space
  bool wide = false;      // the stop needs no white space
  bool only_dot = false;  // the stop is one '.' right after the word
  unsigned newlines = 0;  // with nothing but white space between
  bool paragraph = false;

  void read(char32_t c) {
    if (is_space(c)) {
      spaced = spaced || stopped;
      if (c == '\n') ++newlines;
      paragraph = paragraph || newlines >= 2 || c == 0x2029;
      return;
    }
    newlines = 0;
    if (is_stop(c) || is_wide_stop(c)) {
      stop(is_wide_stop(c));
    } else if (stopped && spaced) {
      opened = opened || is_opener(c) || is_currency_sign(c);
    } else if (stopped && wide) {
      opened = opened || is_opener(c);
    } else if (!is_closer(c)) {
      stopped = false;
    }
  }

 private:
  void stop(bool is_wide) {
    only_dot = false;
    stopped = true;
    wide = is_wide;
    spaced = opened = false;
  }
};

// The last full stop of a dotted initialism was read with the word, yet may end the sentence too.
GapReading read_gap(const WordGap& gap) {
  GapReading reading;
  std::size_t at = gap.begin;
  const bool dot_before = gap.after_initialism && gap.text[gap.begin - 1] == '.';
  const bool dot_first = !dot_before && gap.begin < gap.end && gap.text[gap.begin] == '.';
  if (dot_before || dot_first) {
    reading.stopped = reading.only_dot = true;
    at += dot_first ? 1 : 0;
  }
  while (at < gap.end) {
    const CodePoint point = decode(gap.text, at);
    reading.read(point.value);
    at += point.bytes;
  }
  return reading;
}

bool begins_like_a_sentence(const WordGap& gap) {
  const char32_t first = decode(gap.text, gap.end).value;
  if (first < 0x80) {
    return (ascii::bits(static_cast<char>(first)) & (ascii::kUpper | ascii::kDigit)) != 0;
  }
  return !is_lower_case(first);
}

std::string_view next_word(const WordGap& gap) {
  std::size_t end = gap.end;
  while (end < gap.text.size() && end - gap.end <= 2 * kLongestListed &&
         ascii::is_letter(gap.text[end])) {
    ++end;
  }
  return gap.text.substr(gap.end, end - gap.end);
}

// Whether the full stop right after the word before belongs to the word rather than to the
// sentence.
bool is_abbreviation(const WordGap& gap) {
  const std::string_view word = gap.text.substr(gap.word_begin, gap.begin - gap.word_begin);
  if (!gap.after_initialism && word.size() > kLongestListed) return false;
  const std::string listed = as_listed(word);
  if (listed == "No" || listed == "Nos") return ascii::is_digit(gap.text[gap.end]);
  if (holds(kBeforeNames, listed)) return true;
  const bool is_initial = word.size() == 1 && ascii::is_letter(word.front());
  if (!gap.after_initialism && !is_initial && !holds(kWithinSentences, listed)) return false;
  return !holds(kOpeners, next_word(gap));
}

}  // namespace

Boundary boundary_in(const WordGap& gap) {
  const GapReading reading = read_gap(gap);
  if (reading.paragraph) return Boundary::kParagraph;
  if (!reading.stopped || !(reading.spaced || reading.wide)) return Boundary::kNone;
  if (!reading.opened && !begins_like_a_sentence(gap)) return Boundary::kNone;
  if (reading.only_dot && is_abbreviation(gap)) return Boundary::kNone;
  return Boundary::kSentence;
}

}  // namespace dateline
