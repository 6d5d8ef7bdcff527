#include "indexer/enrichment/byline.h"

#include <algorithm>
#include <array>

#include "indexer/enrichment/agencies.h"
#include "indexer/enrichment/characters.h"
#include "indexer/enrichment/date_text.h"

namespace dateline::indexer {
namespace {

constexpr auto kNameParticles = std::to_array<std::string_view>(
    {"and", "at", "bin", "da",  "dal", "de", "del", "den", "der", "di",  "do",  "dos", "du",
     "e",   "el", "et",  "for", "in",  "la", "le",  "of",  "the", "und", "van", "von", "y"});

bool is_name_word(std::string_view word) {
  const char first = word.front();
  if (is_upper(first) || is_beyond_ascii(first) || first == '(' || first == '&') return true;
  if (std::ranges::none_of(word, is_ascii_letter)) return !is_digit(first);
  if (std::ranges::find(kNameParticles, word) != kNameParticles.end()) return true;
  return word.size() > 2 && is_upper(word[2]);  // d'Arcy, al-Hariri is a particle of two letters
}

bool are_names(std::string_view text) {
  constexpr int kMaxWords = 14;
  const std::string_view opening = trim(text);
  if (opening.empty() || (!is_upper(opening.front()) && !is_beyond_ascii(opening.front()))) {
    return false;
  }
  int words = 0;
  for (std::string_view word = take_word(text); !word.empty(); word = take_word(text)) {
    if (++words > kMaxWords || !is_name_word(word)) return false;
  }
  return true;
}

// " - Analysis" is the desk's label of the story, not a name.
std::string_view without_label(std::string_view text) {
  const std::size_t dash = text.rfind(" - ");
  if (dash == std::string_view::npos) return text;
  const std::string_view label = trim(text.substr(dash + 3));
  return label.find(' ') == std::string_view::npos ? text.substr(0, dash) : text;
}

}  // namespace

std::string_view after_by(std::string_view text) {
  constexpr std::string_view kBy = "by";
  text = trim(text);
  if (!starts_folded(text, kBy)) return {};
  text.remove_prefix(kBy.size());
  if (text.starts_with(':')) text.remove_prefix(1);
  return text.empty() || !is_blank(text.front()) ? std::string_view{} : trim(text);
}

Byline parse_byline(std::string_view text) {
  std::string_view names = trim(text);
  if (const std::string_view rest = after_by(names); !rest.empty()) names = rest;
  names = without_label(names);
  Byline byline;
  if (is_agency(names)) {
    byline.agency = collapse_blanks(names);
  } else if (const std::string_view agency = closing_agency(names); !agency.empty()) {
    byline.agency = collapse_blanks(agency);
    names = names.substr(0, static_cast<std::size_t>(agency.data() - names.data()));
    names = names.substr(0, names.find_last_of(",|/"));
  }
  byline.names = collapse_blanks(names);
  return byline;
}

bool is_byline_line(std::string_view line) {
  constexpr std::size_t kMaxBytes = 120;
  line = trim(line);
  if (line.size() > kMaxBytes || line.ends_with(':')) return false;
  const std::string_view names = after_by(line);
  std::string_view rest = names;
  const std::string_view first = take_word(rest);
  if (is_weekday(first) || parse_date_text(names) || parse_yearless_day(names)) return false;
  return !names.empty() && are_names(names);
}

}  // namespace dateline::indexer
