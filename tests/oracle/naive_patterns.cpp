#include "tests/oracle/naive_patterns.h"

#include <algorithm>
#include <string>

#include "common/text/unicode.h"

namespace dateline::oracle {
namespace {

using Characters = std::u32string_view;

bool is_sign(char32_t c) {
  return c == '+' || c == '/' || c == '&' || c == '%' || is_currency_sign(c);
}

// Capitals are those of initialisms only.
std::u32string folded(std::string_view text) {
  std::u32string characters;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    const bool is_capital = point.value >= 'A' && point.value <= 'Z';
    characters += is_capital ? point.value - 'A' + 'a' : point.value;
    at += point.bytes;
  }
  return characters;
}

bool fits(Characters pattern, Characters word) {
  if (pattern.empty()) return word.empty();
  if (pattern[0] == '*') {
    if (fits(pattern.substr(1), word)) return true;
    return !word.empty() && fits(pattern, word.substr(1));
  }
  if (word.empty() || (pattern[0] != '?' && pattern[0] != word[0])) return false;
  return fits(pattern.substr(1), word.substr(1));
}

bool is_swapped(Characters one, Characters other) {
  return one.size() > 1 && other.size() > 1 && one[0] == other[1] && one[1] == other[0];
}

bool becomes(Characters one, Characters other, unsigned edits) {
  if (one.empty() && other.empty()) return true;
  const bool both = !one.empty() && !other.empty();
  if (both && one[0] == other[0] && becomes(one.substr(1), other.substr(1), edits)) return true;
  if (edits == 0) return false;
  if (both && becomes(one.substr(1), other.substr(1), edits - 1)) return true;
  if (!one.empty() && becomes(one.substr(1), other, edits - 1)) return true;
  if (!other.empty() && becomes(one, other.substr(1), edits - 1)) return true;
  return is_swapped(one, other) && becomes(one.substr(2), other.substr(2), edits - 1);
}

}  // namespace

bool stands_for(const searcher::WordPattern& pattern, std::string_view term) {
  const std::u32string word = folded(term);
  if (std::any_of(word.begin(), word.end(), is_sign)) return false;
  const std::u32string wanted = folded(pattern.text);
  return pattern.edits == 0 ? fits(wanted, word) : becomes(wanted, word, pattern.edits);
}

}  // namespace dateline::oracle
