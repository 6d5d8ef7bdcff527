#include "indexer/enrichment/characters.h"

#include <algorithm>

namespace dateline::indexer {
namespace {

constexpr std::string_view kNoBreakSpace = "\xC2\xA0";

}  // namespace

std::string_view trim(std::string_view text) {
  for (;;) {
    if (!text.empty() && is_blank(text.front())) {
      text.remove_prefix(1);
    } else if (text.starts_with(kNoBreakSpace)) {
      text.remove_prefix(kNoBreakSpace.size());
    } else {
      break;
    }
  }
  for (;;) {
    if (!text.empty() && is_blank(text.back())) {
      text.remove_suffix(1);
    } else if (text.ends_with(kNoBreakSpace)) {
      text.remove_suffix(kNoBreakSpace.size());
    } else {
      return text;
    }
  }
}

bool equals_folded(std::string_view text, std::string_view lower) {
  return text.size() == lower.size() && starts_folded(text, lower);
}

bool starts_folded(std::string_view text, std::string_view lower) {
  return text.size() >= lower.size() &&
         std::equal(lower.begin(), lower.end(), text.begin(),
                    [](char expected, char c) { return to_lower(c) == expected; });
}

std::size_t dash_bytes(std::string_view text) {
  for (const std::string_view dash : {"--", "-", "_", "\u2013", "\u2014", "\u2212"}) {
    if (text.starts_with(dash)) return dash.size();
  }
  return 0;
}

std::string collapse_blanks(std::string_view text) {
  std::string collapsed;
  for (std::string_view rest = trim(text); !rest.empty();) {
    const std::string_view word = take_word(rest);
    if (word.empty()) break;
    if (!collapsed.empty() && word.front() != ',') collapsed += ' ';
    collapsed += word;
  }
  return collapsed;
}

std::string_view take_line(std::string_view& rest) {
  const std::size_t end = rest.find('\n');
  std::string_view line = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

std::string_view take_word(std::string_view& rest) {
  const auto begin = std::find_if_not(rest.begin(), rest.end(), is_blank);
  const auto end = std::find_if(begin, rest.end(), is_blank);
  const std::string_view word(begin, end);
  rest = std::string_view(end, rest.end());
  return word;
}

}  // namespace dateline::indexer
