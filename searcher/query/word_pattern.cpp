#include "searcher/query/word_pattern.h"

#include <algorithm>
#include <vector>

#include "common/text/ascii.h"
#include "common/text/unicode.h"

namespace dateline::searcher {
namespace {

using Characters = std::u32string;

Characters characters_of(std::string_view text) {
  Characters characters;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    characters += c.value < 0x80 ? static_cast<char32_t>(ascii::to_lower(text[at])) : c.value;
    at += c.bytes;
  }
  return characters;
}

bool is_plain(char32_t c) {
  if (c >= 0x80) return !is_currency_sign(c);
  return c == U'.' || ascii::is_alphanumeric(static_cast<char>(c));
}

// After a '*' the shortest run is tried first; of several '*' only the last needs another try.
bool matches_wildcards(const Characters& pattern, const Characters& word) {
  std::size_t p = 0;
  std::size_t w = 0;
  std::size_t star = Characters::npos;
  std::size_t resume = 0;
  while (w < word.size()) {
    if (p < pattern.size() && pattern[p] == U'*') {
      star = p++;
      resume = w;
    } else if (p < pattern.size() && (pattern[p] == U'?' || pattern[p] == word[w])) {
      ++p;
      ++w;
    } else if (star != Characters::npos) {
      p = star + 1;
      w = ++resume;
    } else {
      return false;
    }
  }
  return std::all_of(pattern.begin() + static_cast<std::ptrdiff_t>(p), pattern.end(),
                     [](char32_t c) { return c == U'*'; });
}

}  // namespace

bool matches(const WordPattern& pattern, std::string_view term) {
  const Characters word = characters_of(term);
  if (!std::all_of(word.begin(), word.end(), is_plain)) return false;
  const Characters wanted = characters_of(pattern.text);
  if (pattern.edits == 0) return matches_wildcards(wanted, word);
  const std::size_t longer = std::max(wanted.size(), word.size());
  if (longer - std::min(wanted.size(), word.size()) > pattern.edits) return false;
  return edits_between(wanted, word) <= pattern.edits;
}

// Optimal string alignment: Levenshtein's edits and swapped neighbours, each character edited once.
std::size_t edits_between(const std::u32string& a, const std::u32string& b) {
  // Three rows of the table of prefixes; the oldest is for swapped neighbours.
  std::vector<std::size_t> two_above(b.size() + 1), above(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) above[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, change});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], two_above[j - 2] + 1);
    }
    std::swap(two_above, above);
    std::swap(above, row);
  }
  return above[b.size()];
}

std::string to_string(const WordPattern& pattern) {
  if (pattern.edits == 0) return pattern.text;
  return pattern.text + '~' + std::to_string(pattern.edits);
}

}  // namespace dateline::searcher
