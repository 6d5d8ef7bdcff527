#include "indexer/enrichment/place_name.h"

#include <algorithm>
#include <array>

#include "common/text/unicode.h"
#include "indexer/enrichment/agencies.h"
#include "indexer/enrichment/characters.h"

namespace dateline::indexer {
namespace {

constexpr std::size_t kMaxPlaceBytes = 70;
constexpr int kMaxWords = 5;
constexpr int kMaxRegions = 2;

constexpr auto kParticles = std::to_array<std::string_view>(
    {"am", "an", "and", "da", "das", "de", "del", "den", "der", "di",  "do",  "du",  "e",    "el",
     "en", "es", "im",  "in", "la",  "le", "les", "los", "of",  "sur", "the", "und", "upon", "y"});

// Labels of the desk and bodies in the news, none of which stands in the name of a place.
constexpr auto kNoPlaces = std::to_array<std::string_view>(
    {"ADVISORY",   "ALERT",       "ANALYSIS",   "BREAKING",   "BRIEF",     "BRIEFS",     "COLUMN",
     "COMMENTARY", "CORRECTED",   "CORRECTION", "CORRECTS",   "CREDIT",    "DEVELOPING", "EDITOR",
     "EDITORIAL",  "EDITORS",     "EXCLUSIVE",  "EXPLAINER",  "FACTBOX",   "FACTS",      "FEATURE",
     "FIFA",       "FILE",        "GALLERY",    "GRAPHIC",    "HANDOUT",   "HIGHLIGHTS", "IMAGE",
     "IMAGES",     "INFOGRAPHIC", "INSIGHT",    "INTERVIEW",  "LISTEN",    "LIVE",       "MORE",
     "NASA",       "NATO",        "NEWSMAKER",  "NOTE",       "OPEC",      "OPINION",    "PHOTO",
     "PHOTOS",     "PICTURE",     "PICTURES",   "PODCAST",    "POLL",      "PREVIEW",    "PROFILE",
     "QUOTES",     "READ",        "RECAP",      "REFILE",     "REPEAT",    "REPORT",     "REVIEW",
     "ROUNDUP",    "RPT",         "SCENARIOS",  "SCREENSHOT", "SLIDESHOW", "SPECIAL",    "SPORT",
     "SPORTS",     "SUMMARY",     "TABLE",      "TIMELINE",   "TIPS",      "UEFA",       "UNESCO",
     "UNICEF",     "UPDATE",      "UPDATED",    "UPDATES",    "URGENT",    "VIDEO",      "WATCH",
     "WRAPUP",     "YOUTUBE"});

// Those that are no label behind another word: Newport News.
constexpr auto kNoFirstWords = std::to_array<std::string_view>({"MAP", "NEWS"});

// Who makes pictures, by the words of their names.
constexpr auto kPictureMakers = std::to_array<std::string_view>(
    {"Alamy",   "Courtesy",     "Credit",  "Flickr",     "Getty",     "Handout", "Image",
     "Images",  "Instagram",    "Photo",   "Photograph", "Photos",    "Picture", "Pictures",
     "Pixabay", "Shutterstock", "Twitter", "Unsplash",   "Wikimedia", "iStock",  "GETTY"});

constexpr auto kSentenceOpeners =
    std::to_array<std::string_view>({"After", "As", "At", "Before", "By", "Every", "For", "From",
                                     "In", "Last", "On", "Since", "This", "Until", "When"});

// Words of headlines that are written with capitals and stand in no name of a place.
constexpr auto kHeadlineWords = std::to_array<std::string_view>(
    {"A",   "About", "After", "Against", "Are",  "As",   "At",  "Be",   "Before", "But",  "By",
     "Can", "Could", "For",   "From",    "Has",  "Have", "His", "How",  "If",     "In",   "Into",
     "Is",  "It",    "Its",   "May",     "Not",  "On",   "Or",  "Over", "Said",   "Say",  "Says",
     "She", "Than",  "That",  "Their",   "They", "This", "To",  "Was",  "We",     "What", "When",
     "Who", "Why",   "Will",  "With",    "You",  "Your", "Amid"});

// What opens or closes names of places that have three words and more.
constexpr auto kLongOpeners = std::to_array<std::string_view>(
    {"Bad",   "Bandar", "Belle", "Cape",  "East",     "El",        "Fort", "Ho",
     "Kuala", "La",     "Las",   "Lake",  "Los",      "Mount",     "New",  "Newport",
     "North", "Nueva",  "Nuevo", "Palm",  "Port",     "Rancho",    "Rio",  "Saint",
     "Salt",  "San",    "Santa", "Santo", "Sao",      "South",     "St.",  "Ste.",
     "The",   "Vila",   "Villa", "West",  "S\u00E3o", "Washington"});
constexpr auto kLongClosers = std::to_array<std::string_view>(
    {"Bay",     "Beach",    "City",  "County",  "Falls",   "Harbor", "Harbour",
     "Heights", "Hill",     "Hills", "Island",  "Islands", "Kong",   "Lake",
     "Park",    "Republic", "Rock",  "Springs", "Town",    "Valley", "Village"});

// The article opens few names; with a second word behind it, it opens a headline.
constexpr auto kWithArticle =
    std::to_array<std::string_view>({"Bahamas", "Bronx", "Dalles", "Gambia", "Hague", "Netherlands",
                                     "Pas", "Valley", "Villages", "Woodlands"});

template <std::size_t kSize>
bool holds(const std::array<std::string_view, kSize>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

bool is_particle(std::string_view word) {
  return holds(kParticles, word);
}

// "EDITOR’S" -> "EDITOR", "FILE:" -> "FILE".
std::string_view stem_of(std::string_view word) {
  word = word.substr(0, std::min(word.find("\u2019"), word.find('\'')));
  while (!word.empty() && (word.back() == ':' || word.back() == '.')) word.remove_suffix(1);
  return word;
}

// Whether a word of the text is a label of the desk or of a picture.
bool has_label(std::string_view text) {
  bool first = true;
  for (auto word = take_word(text); !word.empty(); word = take_word(text), first = false) {
    const std::string_view stem = stem_of(word);
    if (holds(kNoPlaces, stem) || holds(kPictureMakers, stem)) return true;
    if (first && holds(kNoFirstWords, stem)) return true;
    if (first && is_agency(word.substr(0, word.find('/'))) && word.find('/') != word.npos)
      return true;
  }
  return false;
}

std::size_t count_capitals(std::string_view text) {
  std::size_t capitals = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    if (point.value != kInvalid && is_capital(point.value)) ++capitals;
    at += point.bytes;
  }
  return capitals;
}

bool has_small_letter(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    if (point.value != kInvalid && dateline::is_lower_case(point.value)) return true;
    at += point.bytes;
  }
  return false;
}

bool opens_with_capital(std::string_view word) {
  if (!ascii::is_high(word.front())) return is_upper(word.front());
  const CodePoint point = decode(word, 0);
  return point.value != kInvalid && !dateline::is_lower_case(point.value);
}

struct Words {
  std::size_t count = 0;  // without particles
  std::string_view first, last;
};

Words words_of(std::string_view text) {
  Words words;
  for (auto word = take_word(text); !word.empty(); word = take_word(text)) {
    if (is_particle(word)) continue;
    if (words.count++ == 0) words.first = word;
    words.last = word;
  }
  return words;
}

// Three words with capitals are a headline as a rule, and a name of a place by what opens or closes
// them.
bool is_short_name(std::string_view town) {
  constexpr std::size_t kUsualWords = 2;
  const Words words = words_of(town);
  return words.count <= kUsualWords || holds(kLongOpeners, words.first) ||
         holds(kLongClosers, words.last);
}

bool has_headline_word(std::string_view text) {
  for (auto word = take_word(text); !word.empty(); word = take_word(text)) {
    if (holds(kHeadlineWords, word)) return true;
  }
  return false;
}

bool is_letter_or_mark(char c) {
  return ascii::is_letter(c) || ascii::is_high(c) || c == '.' || c == '-' || c == '\'' || c == '/';
}

// "TEMPO.CO", unlike "ST." and "U.S.": the name of a site.
bool is_site(std::string_view word) {
  const std::size_t point = word.find('.');
  return point != std::string_view::npos && point > 1 && word.size() - point > 2 &&
         word.size() - point <= 4 && word.find('.', point + 1) == std::string_view::npos;
}

bool is_capital_word(std::string_view word) {
  if (is_site(word)) return false;
  return !has_small_letter(word) && std::ranges::all_of(word, is_letter_or_mark);
}

bool is_capitalised_word(std::string_view word) {
  return opens_with_capital(word) && std::ranges::all_of(word, is_letter_or_mark);
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

// A region has three words at most: "District of Columbia".
bool are_regions(std::string_view rest) {
  constexpr std::size_t kMaxRegionWords = 3;
  int regions = 0;
  while (!rest.empty()) {
    const std::string_view region = take_part(rest);
    if (++regions > kMaxRegions || !is_run_of(region, is_capitalised_word)) return false;
    if (words_of(region).count > kMaxRegionWords || has_headline_word(region)) return false;
  }
  return true;
}

}  // namespace

bool is_place_in_capitals(std::string_view text) {
  constexpr std::size_t kMinLetters = 3;  // "RIO", but not "US" or "UN"
  if (text.size() > kMaxPlaceBytes) return false;
  const std::string_view town = take_part(text);
  if (count_capitals(town) < kMinLetters || !is_run_of(town, is_capital_word)) return false;
  return !has_label(town) && are_regions(text);
}

bool is_capitalised_place(std::string_view text) {
  if (text.size() > kMaxPlaceBytes) return false;
  const std::string_view town = take_part(text);
  const Words words = words_of(town);
  if (holds(kSentenceOpeners, words.first) || has_label(town) || has_headline_word(town)) {
    return false;
  }
  if (words.first == "The" && !holds(kWithArticle, words.last)) return false;
  return is_short_name(town) && is_run_of(town, is_capitalised_word) && are_regions(text);
}

bool is_capitalised_run(std::string_view text) {
  return text.size() <= kMaxPlaceBytes && is_run_of(text, is_capitalised_word);
}

bool is_long_for_a_place(std::string_view text) {
  constexpr std::size_t kUsualWords = 3;
  return words_of(take_part(text)).count > kUsualWords;
}

}  // namespace dateline::indexer
