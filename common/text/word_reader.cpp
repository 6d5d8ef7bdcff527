#include "common/text/word_reader.h"

#include <algorithm>
#include <array>

#include "common/text/analyser.h"
#include "common/text/ascii.h"
#include "common/text/initialisms.h"
#include "common/text/unicode.h"

namespace dateline {
namespace {

using namespace std::string_view_literals;

constexpr std::array kElisions = {
    "c"sv,     "d"sv,      "j"sv,      "l"sv,   "m"sv,    "n"sv,    "s"sv,    "t"sv,    "qu"sv,
    "jusqu"sv, "lorsqu"sv, "puisqu"sv, "all"sv, "dall"sv, "dell"sv, "nell"sv, "sull"sv,
};
constexpr std::size_t kLongestElision = 6;

// Contractions whose letters make another word, or a name ("Ive"), by these letters.
struct Contraction {
  std::string_view letters;
  std::size_t apostrophe;  // how many of them stand before it
  std::string_view term;
};
constexpr auto kContractions = std::to_array<Contraction>({
    {"cant", 3, "can't"},
    {"hell", 2, "he'll"},
    {"id", 1, "i'd"},
    {"ill", 1, "i'll"},
    {"im", 1, "i'm"},
    {"ive", 1, "i've"},
    {"shed", 3, "she'd"},
    {"shell", 3, "she'll"},
    {"wed", 2, "we'd"},
    {"well", 2, "we'll"},
    {"were", 2, "we're"},
    {"whore", 3, "who're"},
    {"wont", 3, "won't"},
});

// "1,00,000,000" and so on up to about 10^24; a bound keeps reading linear.
constexpr int kMaxDigitGroups = 8;

// The last character of a cut term may be the point of a decimal.
std::string_view cut_term(std::string_view term) {
  if (term.size() <= kMaxTermBytes) return term;
  term = cut_at_character(term, kMaxTermBytes);
  if (term.ends_with('.')) term.remove_suffix(1);
  return term;
}

constexpr std::size_t kTellingLetters = 4;

bool is_telling(std::string_view capitals) {
  return capitals.size() >= kTellingLetters && find_initialism(capitals).empty();
}

bool is_all_capitals(std::string_view line) {
  bool telling = false;
  std::size_t run = 0;  // of capitals before `at`
  std::size_t at = 0;
  while (at < line.size()) {
    if (ascii::is_upper(line[at])) {
      ++run;
      ++at;
      continue;
    }
    telling = telling || is_telling(line.substr(at - run, run));
    run = 0;
    const CodePoint point = decode(line, at);
    if (is_lower_case(point.value)) return false;
    at += point.bytes;
  }
  return telling || is_telling(line.substr(at - run, run));
}

}  // namespace

// Places ascend, so the begin of the line is looked for from the end of the last one only.
bool CapitalLines::contains(std::size_t at) {
  if (at < line_end_) return is_capital_line_;
  const std::size_t newline = text_.substr(line_end_, at - line_end_).rfind('\n');
  const std::size_t begin = newline == std::string_view::npos ? line_end_ : line_end_ + newline + 1;
  line_end_ = std::min(text_.find('\n', at), text_.size());
  is_capital_line_ = is_all_capitals(text_.substr(begin, line_end_ - begin));
  return is_capital_line_;
}

// Lower-case and capitalised ASCII words, nearly all of a text, are told here without another look.
// Whatever else ends the letters decides who reads the word from its begin.
Word WordReader::read(std::size_t begin) {
  std::size_t at = begin;
  std::uint8_t seen = 0;
  std::uint8_t next = 0;
  for (; at < text_.size(); ++at) {
    next = ascii::bits(text_[at]);
    if ((next & ascii::kAlphanumeric) == 0) break;
    seen |= next;
  }
  if (at == text_.size()) next = 0;
  if ((next & (ascii::kHigh | ascii::kApostrophe)) != 0) return general(begin, at, {});
  if ((next & ascii::kPoint) != 0) {
    if (seen == ascii::kDigit) return number(begin, at);
    if (at == begin + 1 && text_[at] == '.') return initialism(begin);
  }
  if ((seen & ascii::kUpper) == 0) {
    return {cut_term(text_.substr(begin, at - begin)), begin, at, at, false};
  }
  return plain(begin, at, at);
}

// ASCII letters and digits only.
Word WordReader::plain(std::size_t begin, std::size_t end, std::size_t resume) {
  const std::string_view raw = text_.substr(begin, end - begin);
  std::string_view term = find_initialism(raw);
  if (term.empty() || lines_.contains(begin)) term = lowered(cut_term(raw));
  return {term, begin, end, resume, false};
}

std::string_view WordReader::lowered(std::string_view word) {
  if (std::none_of(word.begin(), word.end(), ascii::is_upper)) return word;
  char* const to = arena_.room(word.size());
  std::transform(word.begin(), word.end(), to, ascii::to_lower);
  return arena_.keep(to, word.size());
}

std::size_t WordReader::run_end(std::size_t at, std::uint8_t bits) const {
  while (at < text_.size() && (ascii::bits(text_[at]) & bits) != 0) ++at;
  return at;
}

Word WordReader::number(std::size_t begin, std::size_t digits_end) {
  const std::size_t grouped = grouped_digits_end(begin, digits_end);
  const std::size_t end = decimals_end(begin, grouped);
  scratch_.clear();
  if (grouped == digits_end) {
    const std::size_t word_end = run_end(end, ascii::kAlphanumeric);
    const bool goes_on = word_end < text_.size() &&
                         (ascii::is_high(text_[word_end]) || apostrophe_at(word_end) != 0);
    if (!goes_on)
      return {lowered(cut_term(text_.substr(begin, word_end - begin))), begin, word_end, word_end,
              false};
  }
  for (const char c : text_.substr(begin, std::min(end - begin, 2 * kMaxTermBytes))) {
    if (c != ',') scratch_ += c;
  }
  return general(begin, end, scratch_);
}

// Groups of three; also of two before the last, as India writes them ("1,00,000").
std::size_t WordReader::grouped_digits_end(std::size_t begin, std::size_t digits_end) const {
  if (digits_end - begin > 3) return digits_end;
  std::size_t end = digits_end;
  std::size_t at = digits_end;
  for (int groups = 0; groups < kMaxDigitGroups && at < text_.size() && text_[at] == ',';
       ++groups) {
    std::size_t group_end = at + 1;
    while (group_end < text_.size() && group_end - at <= 4 && ascii::is_digit(text_[group_end])) {
      ++group_end;
    }
    const std::size_t digits = group_end - at - 1;
    if (digits != 2 && digits != 3) break;
    at = group_end;
    if (digits == 3) end = at;
  }
  return end;
}

// One point makes a decimal; more of them a date, a version, an address, which are words each.
std::size_t WordReader::decimals_end(std::size_t begin, std::size_t digits_end) const {
  const auto is_point_of_digits = [this](std::size_t at) {
    return at + 1 < text_.size() && text_[at] == '.' && ascii::is_digit(text_[at + 1]);
  };
  if (!is_point_of_digits(digits_end)) return digits_end;
  if (begin >= 2 && text_[begin - 1] == '.' && ascii::is_digit(text_[begin - 2])) {
    return digits_end;
  }
  const std::size_t end = run_end(digits_end + 1, ascii::kDigit);
  return is_point_of_digits(end) ? digits_end : end;
}

Word WordReader::initialism(std::size_t begin) {
  std::array<char, kMaxTermBytes> letters;
  std::size_t count = 0;
  std::size_t end = begin;
  std::size_t at = begin;
  while (at < text_.size() && ascii::is_letter(text_[at]) && ends_single_letter(at + 1)) {
    if (count < letters.size()) letters[count++] = ascii::to_lower(text_[at]);
    end = at + 1;
    if (end >= text_.size() || text_[end] != '.') break;
    at = end + 1;
  }
  if (count < 2) return plain(begin, begin + 1, begin + 1);
  if (end < text_.size() && text_[end] == '.') ++end;
  std::size_t resume = end;
  if (const std::size_t bytes = apostrophe_at(end); bytes != 0 && is_possessive_s(end + bytes)) {
    resume = end + bytes + 1;
  }
  std::string capitals(letters.data(), std::min(count, kLongestInitialism + 1));
  std::transform(capitals.begin(), capitals.end(), capitals.begin(), ascii::to_upper);
  std::string_view term = find_initialism(capitals);
  if (term.empty()) term = arena_.store({letters.data(), count});
  return {term, begin, end, resume, true};
}

// "J.O'Neill" is no initialism, "U.S's" is.
bool WordReader::ends_single_letter(std::size_t at) const {
  if (continues_word(at)) return false;
  const std::size_t bytes = apostrophe_at(at);
  return bytes == 0 || !continues_word(at + bytes) || is_possessive_s(at + bytes);
}

Word WordReader::general(std::size_t begin, std::size_t at, std::string_view number) {
  const std::size_t folded_from = number.empty() ? begin : at;
  const Extent extent = read_extent(begin, at);
  const std::string_view rest = text_.substr(folded_from, extent.end - folded_from);
  const bool is_plain = std::all_of(rest.begin(), rest.end(), ascii::is_alphanumeric);
  if (number.empty() && is_plain) return plain(begin, extent.end, extent.resume);
  if (number.empty()) scratch_.clear();
  append_folded(rest, kMaxTermBytes + 1, scratch_);
  const std::string_view contraction = find_contraction(begin);
  if (!contraction.empty()) return {contraction, begin, extent.end, extent.resume, false};
  return {arena_.store(cut_term(scratch_)), begin, extent.end, extent.resume, false};
}

// Of the word at `begin` with its letters in `scratch_`; empty where it is none.
std::string_view WordReader::find_contraction(std::size_t begin) const {
  const auto* found = std::ranges::find(kContractions, scratch_, &Contraction::letters);
  const bool is_one = found != kContractions.end() && apostrophe_at(begin + found->apostrophe) != 0;
  return is_one ? found->term : std::string_view{};
}

// `at` is somewhere in the word, with nothing but letters and digits before it.
WordReader::Extent WordReader::read_extent(std::size_t begin, std::size_t at) const {
  bool first_apostrophe = true;
  for (;;) {
    at = run_end(at, ascii::kAlphanumeric);
    if (at == text_.size()) return {at, at};
    if (const std::size_t bytes = apostrophe_at(at); bytes != 0) {
      const std::size_t next = at + bytes;
      if (is_possessive_s(next)) return {at, next + 1};
      if (ascii::is_digit(text_[at - 1]) || !starts_word(next) || ascii::is_digit(text_[next])) {
        return {at, at};
      }
      if (first_apostrophe && is_elision(begin, at, next)) return {at, next};
      first_apostrophe = false;
      at = next;
    } else if (continues_word(at)) {
      at += decode(text_, at).bytes;
    } else {
      return {at, at};
    }
  }
}

std::size_t WordReader::apostrophe_at(std::size_t at) const {
  if (at >= text_.size()) return 0;
  const std::uint8_t bits = ascii::bits(text_[at]);
  if ((bits & ascii::kApostrophe) != 0) return 1;
  if ((bits & ascii::kHigh) == 0) return 0;
  const CodePoint point = decode(text_, at);
  return classify(point.value) == CharacterClass::kApostrophe ? point.bytes : 0;
}

bool WordReader::is_possessive_s(std::size_t at) const {
  return at < text_.size() && ascii::to_lower(text_[at]) == 's' && !continues_word(at + 1);
}

bool WordReader::starts_word(std::size_t at) const {
  if (at >= text_.size()) return false;
  if (ascii::is_alphanumeric(text_[at])) return true;
  return ascii::is_high(text_[at]) && classify(decode(text_, at).value) == CharacterClass::kWord;
}

bool WordReader::continues_word(std::size_t at) const {
  if (at >= text_.size()) return false;
  if (!ascii::is_high(text_[at])) return ascii::is_alphanumeric(text_[at]);
  const CharacterClass kind = classify(decode(text_, at).value);
  return kind == CharacterClass::kWord || kind == CharacterClass::kMark ||
         kind == CharacterClass::kIgnored;
}

bool WordReader::is_elision(std::size_t begin, std::size_t apostrophe, std::size_t next) const {
  if (apostrophe - begin > kLongestElision) return false;
  std::string prefix(text_.substr(begin, apostrophe - begin));
  std::transform(prefix.begin(), prefix.end(), prefix.begin(), ascii::to_lower);
  if (std::find(kElisions.begin(), kElisions.end(), prefix) == kElisions.end()) return false;
  std::string vowel;
  append_folded(text_.substr(next, decode(text_, next).bytes), 1, vowel);
  return !vowel.empty() && "aeiouyh"sv.find(vowel.front()) != std::string_view::npos;
}

}  // namespace dateline
