#include "searcher/names/authors.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <utility>

#include "common/text/ascii.h"
#include "common/text/unicode.h"
#include "searcher/names/agency_names.h"
#include "searcher/names/byline_groups.h"

namespace dateline::searcher {
namespace {

using WordSpan = std::span<const std::string_view>;
using Groups = std::vector<NameGroup>;

constexpr std::size_t kMostNameParts = 6;

// A group that begins so credits somebody else, and so do the names that follow in its list.
constexpr auto kNoAuthors = std::to_array<std::string_view>(
    {"editing", "edited", "compiled", "foto", "fotos", "photo", "photos", "photographs", "graphic",
     "graphics", "illustration", "illustrations", "video"});
constexpr auto kBeforeNames = std::to_array<std::string_view>(
    {"by", "reporting", "additional", "writing", "written", "reported", "from"});
constexpr auto kBeforePlaces = std::to_array<std::string_view>({"in", "at", "for"});
// A name that begins so is a paper's.
constexpr auto kArticles =
    std::to_array<std::string_view>({"The", "THE", "Der", "Die", "Das", "Il", "Les", "Los", "Las"});
// So do names of people, but not such of two words.
constexpr auto kShortArticles = std::to_array<std::string_view>({"La", "Le", "El", "De", "O"});

template <typename List>
bool names_word(const List& list, std::string_view word) {
  if (word.ends_with(':')) word.remove_suffix(1);
  return std::ranges::find(list, ascii::lower(word)) != list.end();
}

template <typename List>
bool is_listed(const List& list, std::string_view word) {
  return std::ranges::find(list, word) != list.end();
}

std::string spaced(WordSpan words) {
  std::string text;
  for (const std::string_view word : words) text.append(text.empty() ? "" : " ").append(word);
  return text;
}

bool is_ascii_word(std::string_view word) {
  return static_cast<unsigned char>(word.front()) < 0x80;
}

bool has_office_word(WordSpan words) {
  return std::ranges::any_of(words, is_office_word);
}

bool is_paper(WordSpan words) {
  return is_listed(kArticles, words.front()) ||
         (words.size() == 2 && is_listed(kShortArticles, words.front()));
}

bool is_person(WordSpan words) {
  if (words.size() < 2 || words.size() > kMostNameParts || has_office_word(words)) return false;
  if (!std::ranges::all_of(words, is_word_of_name) || is_particle(words.back())) return false;
  return !is_paper(words) && agency_of(spaced(words)).empty();
}

bool is_agency(WordSpan words) {
  return !agency_of(spaced(words)).empty();
}

// Where the family name begins: at the last word and the particles before it. "y" joins two of them.
std::size_t family_begin(WordSpan words) {
  std::size_t family = words.size() - 1;
  while (family > 1 && is_particle(words[family - 1])) --family;
  const std::string_view first = words[family];
  const bool joins = first == "y" || first == "e" || first == "i";
  return joins && family > 1 ? family - 1 : family;
}

Author person_of(WordSpan words) {
  Author author;
  author.whole = spaced(words);
  if (words.size() > 2 && is_name_suffix(words.back())) {
    author.suffix = words.back();
    words = words.first(words.size() - 1);
  }
  const std::size_t family = family_begin(words);
  author.family = spaced(words.subspan(family));
  author.given = spaced(words.first(family));
  return author;
}

Author author_of(WordSpan words) {
  const bool has_suffix = words.size() > 2 && is_name_suffix(words.back());
  if (is_person(has_suffix ? words.first(words.size() - 1) : words)) return person_of(words);
  return {"", "", "", spaced(words)};
}

// --- family names that come first: "Lord, Peter", "King, Martin Luther, Jr."

bool may_be_given(WordSpan words) {
  return words.size() <= 3 && !has_office_word(words) && !is_agency(words) &&
         std::ranges::all_of(words, [](std::string_view word) {
           return is_capital(decode(word, 0).value) && is_word_of_name(word);
         });
}

bool may_be_family(WordSpan words) {
  return words.size() <= 4 && !has_office_word(words) && !is_agency(words) && !is_paper(words) &&
         std::ranges::all_of(words, is_word_of_name) && !is_particle(words.back());
}

enum class Inverted : std::uint8_t { kNo, kPerhaps, kSurely };

// `part` is what stands between two ends, or between "and" and "and".
Inverted how_inverted(std::span<const NameGroup> part) {
  const bool has_suffix =
      part.size() == 3 && part[2].words.size() == 1 && is_name_suffix(part[2].words.front());
  if ((part.size() != 2 && !has_suffix) || part[1].before != Parting::kComma) return Inverted::kNo;
  const WordSpan family = part[0].words, given = part[1].words;
  if (is_name_suffix(given.front()) || !may_be_family(family) || !may_be_given(given)) {
    return Inverted::kNo;
  }
  const bool one_word = family.size() == 1 || is_particle(family.front());
  return one_word || has_suffix ? Inverted::kSurely : Inverted::kPerhaps;
}

// "Doe, Jane" may be an agency and a town, so it stays as printed where it is alone.
Author inverted_author(std::span<const NameGroup> part, bool is_alone) {
  Author author;
  author.family = spaced(part[0].words);
  author.given = spaced(part[1].words);
  if (part.size() > 2) author.suffix = part[2].words.front();
  const bool may_be_place = part[0].words.size() == 1 && part[1].words.size() == 1;
  author.whole = is_alone && may_be_place && author.suffix.empty()
                     ? author.family + ", " + author.given
                     : author.given + " " + author.family;
  if (!author.suffix.empty()) author.whole += " " + author.suffix;
  return author;
}

using Parts = std::vector<std::span<const NameGroup>>;

// Cut where a group is parted from the one before by `least` or more.
Parts parts_of(const Groups& groups, Parting least) {
  Parts parts;
  std::size_t begin = 0;
  for (std::size_t at = 1; at <= groups.size(); ++at) {
    if (at < groups.size() && groups[at].before < least) continue;
    parts.push_back(std::span(groups).subspan(begin, at - begin));
    begin = at;
  }
  return parts;
}

// "Roe, Leo, van der Berg, Anna": cut into pairs, where commas alone part what can be nothing else.
Parts pairs_of(const Groups& groups) {
  Parts pairs;
  if (groups.size() < 4 || groups.size() % 2 != 0) return {};
  for (std::size_t at = 0; at < groups.size(); at += 2) {
    const auto pair = std::span(groups).subspan(at, 2);
    const bool parted_by_comma = at == 0 || pair[0].before == Parting::kComma;
    if (!parted_by_comma || how_inverted(pair) != Inverted::kSurely) return {};
    pairs.push_back(pair);
  }
  return pairs;
}

// All names of the list, where one of them has its family name first for certain and all may.
std::vector<Author> inverted_authors(const Groups& groups) {
  std::vector<Author> authors;
  Parts parts = pairs_of(groups);
  if (parts.empty()) parts = parts_of(groups, Parting::kAnd);
  bool is_sure = false;
  for (const auto& part : parts) {
    const Inverted inverted = how_inverted(part);
    const bool is_plain = part.size() == 1 && is_person(part[0].words);
    if (inverted == Inverted::kNo && !is_plain) return {};
    is_sure = is_sure || inverted == Inverted::kSurely;
    authors.push_back(is_plain ? person_of(part[0].words)
                               : inverted_author(part, parts.size() == 1));
  }
  return is_sure ? authors : std::vector<Author>{};
}

// --- names in their common order

// Without "Reporting by" before and "in London" behind; empty where the group is no credit.
NameWords credited(NameWords words) {
  while (!words.empty() && names_word(kBeforeNames, words.front())) words.erase(words.begin());
  if (words.empty()) return words;
  words.erase(std::find_if(words.begin() + 1, words.end(),
                           [](std::string_view word) { return is_listed(kBeforePlaces, word); }),
              words.end());
  const bool has_address = std::ranges::any_of(
      words, [](std::string_view word) { return word.find('@') != std::string_view::npos; });
  return has_address ? NameWords{} : words;
}

// Behind the first author: a title or a place is told from another author by its small letters or
// its being one word. Scripts without capitals tell nothing, so there the text stays.
bool may_be_another(const NameWords& name) {
  const bool has_suffix = name.size() > 2 && is_name_suffix(name.back());
  if (is_person(has_suffix ? WordSpan(name).first(name.size() - 1) : WordSpan(name))) return true;
  return is_agency(name) || (!is_ascii_word(name.front()) && !has_office_word(name));
}

void add_suffix(Author& author, std::string_view suffix) {
  author.whole.append(", ").append(suffix);
  if (!author.family.empty()) author.suffix = suffix;
}

// "Staff and wire reports" are one: neither is a name.
bool is_joined(const NameGroup& group, const NameWords& before) {
  return group.before == Parting::kAnd && !may_be_another(before) && !may_be_another(group.words);
}

Groups with_joined(const Groups& groups) {
  Groups joined;
  for (const NameGroup& group : groups) {
    if (joined.empty() || !is_joined(group, joined.back().words)) {
      joined.push_back(group);
      continue;
    }
    joined.back().words.push_back("and");
    joined.back().words.insert(joined.back().words.end(), group.words.begin(), group.words.end());
  }
  return joined;
}

std::vector<Author> plain_authors(const Groups& groups) {
  std::vector<Author> authors;
  bool are_others = false;  // of a list that credits somebody else
  for (const NameGroup& group : with_joined(groups)) {
    if (group.before == Parting::kEnd) are_others = false;
    const NameWords name = credited(group.words);
    if (name.empty()) continue;
    are_others = are_others || names_word(kNoAuthors, name.front());
    if (are_others) continue;
    const bool follows = group.before == Parting::kComma && !authors.empty();
    if (follows && is_agency(name) && !authors.back().family.empty()) continue;  // works for it
    if (!authors.empty() && name.size() == 1 && is_name_suffix(name.front())) {
      add_suffix(authors.back(), name.front());
    } else if (authors.empty() || may_be_another(name)) {
      authors.push_back(author_of(name));
    }
  }
  return authors;
}

// Blanks as one.
std::string as_printed(std::string_view byline) {
  std::string text;
  for (const char c : byline) {
    const bool blank = ascii::is_space(c);
    if (!blank) text += c;
    if (blank && !text.empty() && text.back() != ' ') text += ' ';
  }
  if (text.ends_with(' ')) text.pop_back();
  return text;
}

}  // namespace

std::vector<Author> authors_of(std::string_view byline) {
  const std::string printed = as_printed(byline);
  if (printed.empty()) return {};
  const Groups groups = name_groups(byline);
  std::vector<Author> authors = inverted_authors(groups);
  if (authors.empty()) authors = plain_authors(groups);
  if (authors.empty()) authors.push_back({"", "", "", printed});
  return authors;
}

}  // namespace dateline::searcher
