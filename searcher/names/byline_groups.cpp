#include "searcher/names/byline_groups.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include "common/text/ascii.h"
#include "common/text/unicode.h"

namespace dateline::searcher {
namespace {

// clang-format off
constexpr auto kParticles = std::to_array<std::string_view>(
    {"'t", "abu", "af", "al", "av", "ben", "bin", "bint", "da", "dal", "dall", "dalla", "das", "de",
     "degli", "dei", "del", "dela", "dell", "della", "delle", "den", "der", "des", "di", "do", "dos",
     "du", "e", "el", "i", "ibn", "la", "las", "le", "los", "op", "ould", "te", "ten", "ter", "tot",
     "und", "van", "vande", "vanden", "vander", "ver", "vom", "von", "y", "zu", "zum", "zur"});
// The others with a capital are names ("Ben", "Des") or initials ("E").
constexpr auto kCapitalParticles = std::to_array<std::string_view>(
    {"abu", "al", "bin", "da", "dal", "dalla", "de", "degli", "del", "dela", "della", "den", "der",
     "di", "dos", "du", "el", "ibn", "la", "las", "le", "los", "ould", "ten", "ter", "van", "vande",
     "vanden", "vander", "von", "zu", "zur"});
constexpr auto kSuffixes = std::to_array<std::string_view>(
    {"jr", "jr.", "sr", "sr.", "jnr", "jnr.", "snr", "snr.", "ii", "iii", "iv"});
constexpr auto kOfficeWords = std::to_array<std::string_view>(
    {"agences", "agencias", "agencies", "agency", "agentur", "agenturen", "analyst", "board",
     "bureau", "bureaus", "chronicle", "columnist", "contributor", "contributors", "correspondent",
     "correspondents", "critic", "daily", "desk", "editor", "editorial", "editors", "gazette",
     "herald", "journal", "korrespondent", "korrespondentin", "magazine", "media", "network",
     "news", "newspaper", "newspapers", "newsroom", "newswire", "online", "post", "press", "presse",
     "redacci\u00F3n", "redaccion", "redactie", "redaktion", "redazione", "reporter", "reporters",
     "reuters", "r\u00E9daction", "reda\u00E7\u00E3o", "sentinel", "service", "services", "staff",
     "team", "telegraph", "times", "tribune", "tv", "web", "weekly", "wire", "writer", "writers",
     "zeitung"});

// Part names wherever they stand.
constexpr auto kAnds = std::to_array<std::string_view>({"&", "+", "and", "with"});
// Also parts of names, initials or particles, so they part whole names only: German, French and
// Catalan, Spanish, Portuguese and Italian, Dutch, Swedish, Danish and Norwegian, Finnish, Turkish,
// Hungarian, Polish and the South Slavs, Czech, Romanian, Greek, Russian and Bulgarian, Ukrainian,
// Arabic; "with" in the first six.
constexpr auto kForeignAnds = std::to_array<std::string_view>(
    {"und", "et", "y", "e", "en", "och", "og", "ja", "ve", "\u00E9s", "i", "a", "\u0219i",
     "\u03BA\u03B1\u03B9", "\u0438", "\u0456", "\u0442\u0430", "\u0648", "mit", "avec", "con",
     "com", "met", "med"});
constexpr auto kCapitalAnds = std::to_array<std::string_view>(
    {"UND", "ET", "Y", "EN", "OCH", "OG", "VE"});

struct PartingSign {
  std::string_view sign;
  Parting parting;
};
constexpr auto kPartingSigns = std::to_array<PartingSign>(
    {{",", Parting::kComma}, {";", Parting::kEnd}, {"|", Parting::kEnd}, {"/", Parting::kEnd},
     {"\uFF0C", Parting::kComma}, {"\uFF1B", Parting::kEnd}, {"\u3001", Parting::kEnd},
     {"\u060C", Parting::kComma}, {"\u061B", Parting::kEnd}, {"\u00B7", Parting::kEnd},
     {"\u2022", Parting::kEnd}, {"\uFF0F", Parting::kEnd}});
constexpr auto kBlanks = std::to_array<std::string_view>(
    {" ", "\t", "\r", "\n", "\u00A0", "\u202F", "\u3000"});
constexpr auto kDashes = std::to_array<std::string_view>({"-", "--", "\u2013", "\u2014"});
// clang-format on

template <typename List>
bool holds_exactly(const List& list, std::string_view word) {
  return std::ranges::find(list, word) != list.end();
}

template <typename List>
bool holds_folded(const List& list, std::string_view word) {
  return holds_exactly(list, ascii::lower(word));
}

std::size_t blank_bytes(std::string_view text) {
  for (const std::string_view blank : kBlanks) {
    if (text.starts_with(blank)) return blank.size();
  }
  return 0;
}

const PartingSign* parting_sign(std::string_view text) {
  const auto found = std::ranges::find_if(
      kPartingSigns, [&](const PartingSign& sign) { return text.starts_with(sign.sign); });
  return found == kPartingSigns.end() ? nullptr : &*found;
}

// A word, or a sign that parts.
struct Piece {
  std::string_view word;
  std::optional<Parting> parting;
};

// Brackets of any depth are passed over; one that is never closed takes the rest.
std::vector<Piece> pieces_of(std::string_view text) {
  std::vector<Piece> pieces;
  std::size_t begin = 0;
  int depth = 0;
  const auto end_word = [&](std::size_t end) {
    if (end > begin && depth == 0) pieces.push_back({text.substr(begin, end - begin), {}});
  };
  for (std::size_t at = 0; at < text.size() && pieces.size() < kMostNameWords;) {
    const std::string_view rest = text.substr(at);
    const PartingSign* const sign = parting_sign(rest);
    const bool opens = rest.front() == '(', closes = rest.front() == ')' && depth > 0;
    std::size_t bytes = sign != nullptr ? sign->sign.size() : blank_bytes(rest);
    if (opens || closes) bytes = 1;
    if (bytes == 0) {
      ++at;
      continue;
    }
    end_word(at);
    if (opens) ++depth;
    if (closes) --depth;
    if (sign != nullptr && depth == 0) pieces.push_back({{}, sign->parting});
    at += bytes;
    begin = at;
  }
  if (pieces.size() < kMostNameWords) end_word(text.size());
  return pieces;
}

// How many words follow one another from there on, two at most.
std::size_t words_from(const std::vector<Piece>& pieces, std::size_t at) {
  std::size_t words = 0;
  while (words < 2 && at + words < pieces.size() && !pieces[at + words].parting) ++words;
  return words;
}

bool begins_a_name(std::string_view word) {
  const CodePoint first = decode(word, 0);
  return is_capital(first.value) ||
         (!is_lower_case(first.value) && static_cast<unsigned char>(word.front()) >= 0x80);
}

// Whether the word at `at`, behind `before` words of a group, parts it from the next.
std::optional<Parting> parting_word(const std::vector<Piece>& pieces, std::size_t at,
                                    std::size_t before) {
  const std::string_view word = pieces[at].word;
  if (holds_exactly(kDashes, word)) return Parting::kEnd;
  if (holds_folded(kAnds, word)) return Parting::kAnd;
  if (!holds_exactly(kForeignAnds, word) && !holds_exactly(kCapitalAnds, word)) return {};
  const bool whole_names = before >= 2 && words_from(pieces, at + 1) == 2;
  if (!whole_names || !begins_a_name(pieces[at + 1].word)) return {};
  return Parting::kAnd;
}

}  // namespace

std::vector<NameGroup> name_groups(std::string_view byline) {
  const std::vector<Piece> pieces = pieces_of(byline);
  std::vector<NameGroup> groups;
  NameGroup group;
  const auto end_group = [&](Parting parting) {
    if (group.words.empty()) {  // ", and": the stronger of the two counts
      group.before = groups.empty() ? Parting::kNone : std::max(group.before, parting);
      return;
    }
    groups.push_back(std::exchange(group, NameGroup{{}, parting}));
  };
  for (std::size_t at = 0; at < pieces.size(); ++at) {
    auto parting = pieces[at].parting;
    if (!parting) parting = parting_word(pieces, at, group.words.size());
    if (parting) {
      end_group(*parting);
    } else {
      group.words.push_back(pieces[at].word);
    }
  }
  if (!group.words.empty()) groups.push_back(std::move(group));
  return groups;
}

bool is_office_word(std::string_view word) {
  return holds_folded(kOfficeWords, word);
}

bool is_particle(std::string_view word) {
  return holds_exactly(kParticles, word) || holds_folded(kCapitalParticles, word);
}

bool is_name_suffix(std::string_view word) {
  return holds_folded(kSuffixes, word);
}

bool is_word_of_name(std::string_view word) {
  if (std::ranges::any_of(word, ascii::is_digit)) return false;
  if (is_capital(decode(word, 0).value) || is_particle(word)) return true;
  constexpr auto kMarks = std::to_array<std::string_view>({"-", "'", "\u2019"});
  for (const std::string_view mark : kMarks) {
    const std::size_t at = word.find(mark);
    if (at == std::string_view::npos || at + mark.size() >= word.size()) continue;
    if (is_capital(decode(word, at + mark.size()).value)) return true;
  }
  return false;
}

}  // namespace dateline::searcher
