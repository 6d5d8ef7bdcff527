#include "indexer/enrichment/byline.h"

#include <algorithm>
#include <array>

#include "indexer/enrichment/agencies.h"
#include "indexer/enrichment/characters.h"
#include "indexer/enrichment/date_text.h"

namespace dateline::indexer {
namespace {

constexpr auto kNameParticles = std::to_array<std::string_view>(
    {"al", "and", "at", "bin", "da", "dal", "de", "del", "den", "der", "di",  "do",  "dos", "du",
     "e",  "el",  "et", "for", "in", "la",  "le", "of",  "ten", "the", "und", "van", "von", "y"});

constexpr auto kOffices =
    std::to_array<std::string_view>({"columnist", "correspondent", "correspondents", "editor",
                                     "reporter", "reporters", "writer", "writers"});

bool is_name_word(std::string_view word) {
  const char first = word.front();
  if (is_upper(first) || ascii::is_high(first) || first == '(' || first == '&') return true;
  if (std::ranges::none_of(word, ascii::is_letter)) return !is_digit(first);
  if (std::ranges::find(kNameParticles, word) != kNameParticles.end()) return true;
  const std::size_t mark = word.find_first_of("-'");  // al-Hariri, d'Arcy, -Analysis
  return mark != std::string_view::npos && mark + 1 < word.size() && is_upper(word[mark + 1]);
}

// "Asia auto correspondent", "European Telecoms Correspondent".
bool is_office(std::string_view text) {
  constexpr std::size_t kMaxBytes = 50;
  text = trim(text);
  const std::string_view last = text.substr(text.find_last_of(' ') + 1);
  return text.size() <= kMaxBytes && std::ranges::any_of(kOffices, [&](std::string_view office) {
           return equals_folded(last, office);
         });
}

// " - Analysis" is the desk's label of the story, not a name.
std::string_view without_label(std::string_view text) {
  const std::size_t dash = text.rfind(" -");
  if (dash == std::string_view::npos) return text;
  const std::string_view label = trim(text.substr(dash + 2));
  return label.find(' ') == std::string_view::npos ? text.substr(0, dash) : text;
}

// English, with what pages put before it.
constexpr auto kBy = std::to_array<std::string_view>(
    {"by", "posted by", "written by", "reported by", "published by", "story by"});

// What opens a byline elsewhere: German, French, Spanish and Portuguese, Italian, Dutch, Danish,
// Norwegian and Swedish.
constexpr auto kForeignBy = std::to_array<std::string_view>(
    {"Von", "VON", "Par", "PAR", "Por", "POR", "Di", "DI", "Door", "DOOR", "Af", "AF", "Av", "AV"});

// "Von Anna M\u00FCller": these words open names, too ("Von der Leyen", "Di Maio"), so two words of a
// name must follow.
std::string_view after_foreign_by(std::string_view text) {
  std::string_view rest = text;
  const std::string_view by = take_word(rest);
  if (std::ranges::find(kForeignBy, by) == kForeignBy.end()) return {};
  const std::string_view names = trim(rest);
  const std::string_view first = take_word(rest), second = take_word(rest);
  const auto opens_name = [](std::string_view word) {
    return word.size() > 1 && (is_upper(word.front()) || ascii::is_high(word.front()));
  };
  return opens_name(first) && opens_name(second) ? names : std::string_view{};
}

}  // namespace

std::string_view after_by(std::string_view text) {
  text = trim(text);
  for (const std::string_view by : kBy) {
    if (!starts_folded(text, by)) continue;
    std::string_view rest = text.substr(by.size());
    if (rest.starts_with(':')) rest.remove_prefix(1);
    if (!rest.empty() && is_blank(rest.front())) return trim(rest);
  }
  return after_foreign_by(text);
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

bool are_names(std::string_view text) {
  constexpr int kMaxWords = 14;
  text = trim(text);
  if (const std::size_t comma = text.rfind(','); comma != std::string_view::npos) {
    if (is_office(text.substr(comma + 1))) text = text.substr(0, comma);
  }
  if (text.empty() || (!is_upper(text.front()) && !ascii::is_high(text.front()))) return false;
  int words = 0;
  for (std::string_view word = take_word(text); !word.empty(); word = take_word(text)) {
    if (++words > kMaxWords || !is_name_word(word)) return false;
  }
  return true;
}

// Each name has two to four words, and none that headlines write with a capital.
bool are_full_names(std::string_view text) {
  constexpr int kMaxNames = 4, kMinWords = 2, kMaxWords = 4;
  constexpr auto kNoNames = std::to_array<std::string_view>(
      {"A",  "After", "Are",  "As",   "At",  "Before", "Can",  "For",  "From", "Has",  "How",
       "In", "Is",    "Its",  "New",  "Not", "Of",     "On",   "Over", "Say",  "Says", "The",
       "To", "Was",   "What", "When", "Why", "Will",   "With", "News", "Wire", "Amid"});
  if (const std::size_t comma = text.find_last_of(",;"); comma != std::string_view::npos) {
    if (is_office(text.substr(comma + 1))) text = text.substr(0, comma);
  }
  if (!are_names(text)) return false;
  int words = 0, names = 1;
  for (std::string_view word = take_word(text); !word.empty(); word = take_word(text)) {
    if (std::ranges::find(kNoNames, word) != kNoNames.end()) return false;
    const bool parts =
        word == "and" || word == "&" || word == "und" || word == "et" || word == "y" || word == "e";
    const bool closes = word.ends_with(',');
    if (!parts && !is_lower(word.front())) ++words;
    if (!parts && !closes) continue;
    if (words < kMinWords || words > kMaxWords || ++names > kMaxNames) return false;
    words = 0;
  }
  return words >= kMinWords && words <= kMaxWords;
}

bool is_byline_line(std::string_view line) {
  constexpr std::size_t kMaxBytes = 120;
  constexpr std::size_t kShortestWeekday = 6;  // "Sam" is a name, and a Saturday in French
  line = trim(line);
  if (line.size() > kMaxBytes || line.ends_with(':')) return false;
  const std::string_view names = after_by(line);
  std::string_view rest = names;
  const std::string_view first = take_word(rest);
  if (first.size() >= kShortestWeekday && is_weekday(first)) return false;
  if (parse_date_text(names) || parse_yearless_day(names)) return false;
  return are_names(names);
}

}  // namespace dateline::indexer
