#include "indexer/enrichment/place_name.h"

#include <algorithm>
#include <array>

#include "indexer/enrichment/characters.h"

namespace dateline::indexer {
namespace {

constexpr std::size_t kMaxPlaceBytes = 70;
constexpr int kMaxWords = 5;
constexpr int kMaxRegions = 2;

constexpr auto kParticles = std::to_array<std::string_view>(
    {"am", "an", "and", "da", "das", "de",  "del", "der", "di",  "do",  "du",   "e", "el",
     "en", "im", "la",  "le", "les", "los", "of",  "sur", "the", "und", "upon", "y"});

constexpr auto kNoPlaces = std::to_array<std::string_view>(
    {"ADVISORY",  "ALERT",      "ANALYSIS", "BREAKING",  "BRIEF",      "COLUMN",    "COMMENTARY",
     "CORRECTED", "CORRECTION", "CORRECTS", "EDITORIAL", "EXCLUSIVE",  "EXPLAINER", "FACTBOX",
     "FACTS",     "FEATURE",    "FIFA",     "GRAPHIC",   "HIGHLIGHTS", "INSIGHT",   "INTERVIEW",
     "LIVE",      "NASA",       "NATO",     "NEWS",      "NEWSMAKER",  "NOTE",      "OPEC",
     "OPINION",   "PHOTOS",     "POLL",     "PREVIEW",   "PROFILE",    "QUOTES",    "REFILE",
     "REPEAT",    "REVIEW",     "ROUNDUP",  "RPT",       "SCENARIOS",  "SPECIAL",   "SPORT",
     "SPORTS",    "SUMMARY",    "TABLE",    "TIMELINE",  "TIPS",       "UEFA",      "UNESCO",
     "UNICEF",    "UPDATE",     "UPDATED",  "URGENT",    "VIDEO",      "WATCH",     "WRAPUP"});

constexpr auto kSentenceOpeners =
    std::to_array<std::string_view>({"After", "As", "At", "Before", "By", "Every", "For", "From",
                                     "In", "Last", "On", "Since", "This", "Until", "When"});

bool is_particle(std::string_view word) {
  return std::ranges::find(kParticles, word) != kParticles.end();
}

bool is_letter_or_mark(char c) {
  return ascii::is_letter(c) || ascii::is_high(c) || c == '.' || c == '-' || c == '\'' || c == '/';
}

bool is_capital_word(std::string_view word) {
  return std::ranges::none_of(word, is_lower) && std::ranges::all_of(word, is_letter_or_mark);
}

bool is_capitalised_word(std::string_view word) {
  return (is_upper(word.front()) || ascii::is_high(word.front())) &&
         std::ranges::all_of(word, is_letter_or_mark);
}

// One to kMaxWords words that `is_word` accepts, with particles between.
template <typename IsWord>
bool is_run_of(std::string_view text, IsWord is_word) {
  int words = 0;
  for (auto word = take_word(text); !word.empty(); word = take_word(text)) {
    if (++words > kMaxWords) return false;
    if (!is_word(word) && (words == 1 || !is_particle(word))) return false;
  }
  return words > 0;
}

std::string_view take_part(std::string_view& rest) {
  const std::size_t comma = rest.find(',');
  const std::string_view part = rest.substr(0, comma);
  rest = comma == std::string_view::npos ? std::string_view{} : rest.substr(comma + 1);
  return part;
}

bool are_regions(std::string_view rest) {
  int regions = 0;
  while (!rest.empty()) {
    if (++regions > kMaxRegions || !is_run_of(take_part(rest), is_capitalised_word)) return false;
  }
  return true;
}

}  // namespace

bool is_place_in_capitals(std::string_view text) {
  constexpr std::ptrdiff_t kMinLetters = 3;  // "RIO", but not "US" or "UN"
  if (text.size() > kMaxPlaceBytes) return false;
  const std::string_view town = take_part(text);
  if (std::ranges::count_if(town, is_upper) < kMinLetters || !is_run_of(town, is_capital_word)) {
    return false;
  }
  std::string_view words = town;
  const std::string_view first = take_word(words);
  return std::ranges::find(kNoPlaces, first) == kNoPlaces.end() && are_regions(text);
}

bool is_capitalised_place(std::string_view text) {
  if (text.size() > kMaxPlaceBytes) return false;
  const std::string_view town = take_part(text);
  std::string_view words = town;
  const std::string_view first = take_word(words);
  if (std::ranges::find(kSentenceOpeners, first) != kSentenceOpeners.end()) return false;
  if (std::ranges::find(kNoPlaces, first) != kNoPlaces.end()) return false;
  if (first == "The" && trim(words).empty()) return false;
  return is_run_of(town, is_capitalised_word) && are_regions(text);
}

}  // namespace dateline::indexer
