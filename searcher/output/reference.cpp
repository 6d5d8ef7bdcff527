#include "searcher/output/reference.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <span>
#include <utility>

#include "common/text/ascii.h"
#include "common/text/unicode.h"
#include "searcher/output/wording.h"

namespace dateline::searcher {
namespace {

// Without the quote ' and the brackets, which are legal but end attributes and braces elsewhere.
constexpr std::string_view kOfAddresses = "-._~:/?#@!$&()*+,;=%";

// Bytes of the scheme with "://", 0 where it is another one.
std::size_t scheme_bytes(std::string_view url) {
  for (const std::string_view scheme : {"http://", "https://"}) {
    const std::string_view start = url.substr(0, scheme.size());
    if (std::ranges::equal(start, scheme, {}, ascii::to_lower)) return scheme.size();
  }
  return 0;
}

using Words = std::vector<std::string_view>;

// A group that begins so credits somebody else.
constexpr std::array kNoAuthors = {"editing", "edited",  "compiled", "photo",
                                   "photos",  "graphic", "graphics"};
constexpr std::array kBeforeNames = {"by",      "reporting", "additional", "writing",
                                     "written", "reported",  "from"};
constexpr std::array kBetweenNames = {"and", "&", "with"};
constexpr std::array kBeforePlaces = {"in", "at", "for"};
constexpr std::array kParticles = {"van", "von", "der", "den", "de",  "da",  "di",  "du",
                                   "la",  "le",  "del", "dos", "ten", "ter", "bin", "al"};
constexpr std::array kSuffixes = {"jr", "jr.", "sr", "sr.", "ii", "iii"};
// A group with one of these is no person.
constexpr std::array kDeskWords = {
    "staff",  "reporter", "reporters", "correspondent", "correspondents", "desk",    "bureau",
    "agency", "editor",   "editors",   "writer",        "writers",        "service", "services",
    "press",  "news",     "team",      "newsroom",      "columnist",      "analyst", "web",
    "online", "wire",     "post",      "times",         "reuters",        "bureaus", "critic"};

template <typename List>
bool holds(const List& list, std::string_view word) {
  return std::ranges::find(list, ascii::lower(word)) != list.end();
}

Words words_of(std::string_view text) {
  Words words;
  while (true) {
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    if (text.empty()) return words;
    const std::size_t end = std::min(text.find_first_of(" \t\r\n"), text.size());
    words.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
}

std::string joined(std::span<const std::string_view> words) {
  return fmt::format("{}", fmt::join(words, " "));
}

// "(Reuters)" says where the author works.
std::string without_brackets(std::string_view byline) {
  std::string text;
  int depth = 0;
  for (const char c : byline) {
    if (c == '(') ++depth;
    if (depth == 0) text += c;
    if (c == ')' && depth > 0) --depth;
  }
  return text;
}

// Groups of words between commas, semicolons, slashes, bars and words such as "and".
std::vector<Words> groups_of(std::string_view text) {
  std::vector<Words> groups;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(",;|/"), text.size());
    Words group;
    for (const std::string_view word : words_of(text.substr(0, end))) {
      if (holds(kBetweenNames, word)) {
        groups.push_back(std::exchange(group, {}));
      } else {
        group.push_back(word);
      }
    }
    groups.push_back(std::move(group));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return groups;
}

// Without "Reporting by" before and "in London" behind; empty where the group is no credit.
Words name_of(Words group) {
  const auto is_place = [](std::string_view word) {
    return std::find(kBeforePlaces.begin(), kBeforePlaces.end(), word) != kBeforePlaces.end();
  };
  while (!group.empty() && holds(kBeforeNames, group.front())) group.erase(group.begin());
  if (!group.empty() && holds(kNoAuthors, group.front())) return {};
  if (!group.empty())
    group.erase(std::find_if(group.begin() + 1, group.end(), is_place), group.end());
  const bool has_address = std::any_of(group.begin(), group.end(), [](std::string_view word) {
    return word.find('@') != std::string_view::npos;
  });
  return has_address ? Words{} : group;
}

bool has_desk_word(const Words& words) {
  return std::ranges::any_of(words, [](std::string_view word) { return holds(kDeskWords, word); });
}

bool is_person(const Words& words) {
  if (words.size() < 2 || words.size() > 5 || has_desk_word(words)) return false;
  for (const std::string_view word : words) {
    const bool is_name = is_capital(decode(word, 0).value) || holds(kParticles, word);
    if (!is_name) return false;
  }
  return !holds(kParticles, words.back());
}

Author author_of(const Words& words) {
  Author author;
  author.whole = joined(words);
  if (!is_person(words)) return author;
  std::size_t family = words.size() - 1;
  while (family > 1 && holds(kParticles, words[family - 1])) --family;
  author.family = joined(std::span(words).subspan(family));
  author.given = joined(std::span(words).first(family));
  return author;
}

// Behind the first author: a title or a place is told from another author by its small letters or
// its being one word. Scripts without capitals tell nothing, so there the text stays.
bool may_be_another(const Words& name) {
  const bool is_ascii = static_cast<unsigned char>(name.front().front()) < 0x80;
  return is_person(name) || (!is_ascii && !has_desk_word(name));
}

void add_suffix(Author& author, std::string_view suffix) {
  author.whole.append(", ").append(suffix);
  if (!author.family.empty()) author.family.append(" ").append(suffix);
}

}  // namespace

std::string percent_encoded(std::string_view text, std::string_view kept) {
  std::string encoded;
  encoded.reserve(text.size());
  for (const char c : text) {
    if (ascii::is_alphanumeric(c) || kept.find(c) != std::string_view::npos) {
      encoded += c;
    } else {
      fmt::format_to(std::back_inserter(encoded), "%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return encoded;
}

std::string web_address(std::string_view url) {
  const std::size_t scheme = scheme_bytes(url);
  const bool has_host = scheme > 0 && url.size() > scheme && ascii::is_alphanumeric(url[scheme]);
  return has_host ? percent_encoded(url, kOfAddresses) : "";
}

std::vector<Author> authors_of(std::string_view byline) {
  std::vector<Author> authors;
  const Words printed = words_of(byline);
  if (printed.empty()) return authors;
  const Author as_printed{"", "", joined(printed)};
  const std::string text = without_brackets(byline);
  const std::vector<Words> groups = groups_of(text);
  // "Doe, Jane" and "Sputnik, Moscow" look alike.
  if (groups.size() == 2 && groups[0].size() == 1 && groups[1].size() == 1) return {as_printed};
  for (const Words& group : groups) {
    const Words name = name_of(group);
    if (name.empty()) continue;
    if (!authors.empty() && name.size() == 1 && holds(kSuffixes, name.front())) {
      add_suffix(authors.back(), name.front());
    } else if (authors.empty() || may_be_another(name)) {
      authors.push_back(author_of(name));
    }
  }
  if (authors.empty()) authors.push_back(as_printed);
  return authors;
}

Reference reference_of(const Article& article) {
  Reference reference;
  reference.title = has_words(article.headline) ? article.headline : "[No headline]";
  reference.authors = authors_of(article.byline);
  reference.publication = publication_of(article);
  reference.address = web_address(article.url);
  if (article.published.dated()) {
    const Precision precision = article.published.precision;
    reference.date = ReferenceDate{article.published.day(), precision >= Precision::kMonth,
                                   precision >= Precision::kDay};
  }
  return reference;
}

}  // namespace dateline::searcher
