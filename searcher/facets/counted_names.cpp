#include "searcher/facets/counted_names.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <tuple>
#include <utility>

#include "common/text/ascii.h"
#include "searcher/names/agency_names.h"
#include "searcher/names/authors.h"

namespace dateline::searcher {
namespace {

constexpr auto kAuthorFields =
    std::to_array<std::string_view>({"author", "authors", "byline", "creator", "creators",
                                     "journalist", "journalists", "writer", "writers"});

// In a byline of capitalised words, those that do not belong to a name.
constexpr auto kNoNames = std::to_array<std::string_view>(
    {"AND",     "And", "By",        "BY",        "EN",    "ET",    "From", "FROM",
     "OCH",     "OG",  "Reporting", "REPORTING", "UND",   "VE",    "With", "WITH",
     "Written", "Y",   "Editing",   "EDITING",   "Photo", "Photos"});

std::string_view without_outer_blanks(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
  return text.substr(0, text.find_last_not_of(" \t") + 1);
}

// Most bylines: one name in letters that no list is parted with, so that it need not be read. Bytes
// from 0xC3 to 0xD7 begin Latin, Greek, Cyrillic and Hebrew letters.
bool is_one_name(std::string_view byline) {
  bool starts_word = true;
  for (std::size_t at = 0; at < byline.size(); ++at) {
    const char c = byline[at];
    const auto byte = static_cast<unsigned char>(c);
    const bool continues = byte >= 0x80 && byte < 0xC0;
    const bool high = byte >= 0xC3 && byte <= 0xD7;
    const bool may_start = ascii::is_upper(c) || high;
    if (starts_word ? !may_start
                    : !ascii::is_letter(c) && !high && !continues && c != '.' && c != ' ') {
      return false;
    }
    if (starts_word) {
      const std::string_view word = byline.substr(at, byline.find(' ', at) - at);
      if (std::ranges::find(kNoNames, word) != kNoNames.end()) return false;
    }
    starts_word = c == ' ';
  }
  return !starts_word;
}

// "A-" is not "A", nor "-1" 1, nor "C#" C.
void append_telling_signs(std::string_view text, std::string& key) {
  constexpr std::string_view kTelling = "+#*<>=%";
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    const bool at_end = at + 1 == text.size();
    const bool after_blank = at == 0 || text[at - 1] == ' ';
    const bool minus = c == '-' && (at_end || (after_blank && ascii::is_digit(text[at + 1])));
    if (minus || kTelling.find(c) != std::string_view::npos) key += c;
  }
}

std::vector<std::string_view> cut(std::string_view text, char sign) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = std::min(text.find(sign), text.size());
    const std::string_view part = without_outer_blanks(text.substr(0, end));
    if (!part.empty()) parts.push_back(part);
    if (end == text.size()) return parts;
    text.remove_prefix(end + 1);
  }
}

// "Reuters" of "(Reuters)", "Associated Press" of "The Associated Press".
std::string_view bare_agency_name(std::string_view text) {
  const auto is_part = [](char c) { return ascii::is_alphanumeric(c) || ascii::is_high(c); };
  const auto first = std::ranges::find_if(text, is_part);
  text.remove_prefix(static_cast<std::size_t>(first - text.begin()));
  while (!text.empty() && !is_part(text.back())) text.remove_suffix(1);
  const bool has_article = text.starts_with("The ") || text.starts_with("THE ");
  return has_article ? text.substr(4) : text;
}

// "lno" of "dpa/lno".
bool is_desk_code(std::string_view text) {
  constexpr std::size_t kMostBytes = 4;
  return text.size() <= kMostBytes && std::ranges::all_of(text, ascii::is_lower) &&
         agency_of(text).empty();
}

// Mixed letters before capitals alone, and those before small letters alone.
int rank_of_letters(std::string_view text) {
  const bool upper = std::ranges::any_of(text, ascii::is_upper);
  const bool lower = std::ranges::any_of(text, ascii::is_lower);
  return upper && lower ? 0 : upper ? 1 : 2;
}

}  // namespace

std::vector<CountedName> CountedNames::names(std::string_view field, std::string_view value) {
  std::vector<CountedName> names;
  if (std::ranges::find(kAuthorFields, field) != kAuthorFields.end()) {
    add_authors(value, names);
  } else if (field == "agency") {
    add_agencies(value, names);
  } else if (field == "place") {
    for (const std::string_view town : cut(value, '/')) add(town, key_of(town), names);
  }
  if (names.empty()) add(value, key_of(value), names);
  return names;
}

std::string CountedNames::key_of(std::string_view text) {
  std::string key;
  for (const Token& token : analyser_.analyse(text)) {
    if (token.kind == TokenKind::kCompound) continue;
    if (!key.empty()) key += ' ';
    for (const char c : token.term) key += ascii::to_lower(c);
  }
  if (key.empty()) return std::string(text);
  append_telling_signs(text, key);
  return key;
}

void CountedNames::add(std::string_view spelling, std::string key,
                       std::vector<CountedName>& names) {
  const bool known = std::ranges::find(names, key, &CountedName::key) != names.end();
  if (!known) names.push_back({std::string(spelling), std::move(key)});
}

void CountedNames::add_authors(std::string_view byline, std::vector<CountedName>& names) {
  if (is_one_name(byline)) return add(byline, key_of(byline), names);
  for (const Author& author : authors_of(byline)) {
    const bool known = !author.family.empty();
    const std::string name = author.given + " " + author.family + " " + author.suffix;
    add(author.whole, key_of(known ? std::string_view(name) : author.whole), names);
  }
}

void CountedNames::add_agencies(std::string_view value, std::vector<CountedName>& names) {
  std::vector<std::string_view> parts = cut(value, '/');
  const bool are_agencies =
      std::ranges::any_of(parts, [](std::string_view part) { return !agency_of(part).empty(); });
  if (!are_agencies) return;
  for (const std::string_view part : parts) {
    if (parts.size() > 1 && is_desk_code(part)) continue;
    const std::string_view agency = agency_of(part);
    if (agency.empty()) {
      add(part, key_of(part), names);
    } else {
      add(is_plain_agency_name(part) ? bare_agency_name(part) : agency, key_of(agency), names);
    }
  }
}

bool is_better_spelling(std::string_view a, std::string_view b) {
  const auto rank = [](std::string_view text) {
    return std::tuple(text != agency_of(text), rank_of_letters(text), text);
  };
  return rank(a) < rank(b);
}

}  // namespace dateline::searcher
