// Hits as entries for BibTeX and biblatex: the format "bibtex".
//
// Texts are UTF-8 with what TeX takes for commands escaped. Braces are written by name, because
// BibTeX counts them even behind a backslash. A title stands in braces of its own, so that no style
// makes "us" of "US".
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <vector>

#include "common/terminal_text.h"
#include "common/text/ascii.h"
#include "searcher/output/reference.h"
#include "searcher/output/wording.h"
#include "searcher/output/writers.h"

namespace dateline::searcher {
namespace {

constexpr std::size_t kMaxKeyWords = 40;  // bytes of a key that are there to be read

constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                      "jul", "aug", "sep", "oct", "nov", "dec"};

struct Command {
  char character;
  std::string_view text;
};

constexpr Command kCommands[] = {
    {'\\', "\\textbackslash{}"},
    {'{', "\\textbraceleft{}"},
    {'}', "\\textbraceright{}"},
    {'~', "\\textasciitilde{}"},
    {'^', "\\textasciicircum{}"},
    {'@', "\\char64{}"},  // begins an entry wherever BibTeX does not see the braces around it
    {'#', "\\#"},
    {'$', "\\$"},
    {'%', "\\%"},
    {'&', "\\&"},
    {'_', "\\_"},
};

std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : printable(text, Breaks::kSpace)) {
    const auto* command = std::ranges::find(kCommands, c, &Command::character);
    if (command == std::end(kCommands)) {
      result += c;
    } else {
      result += command->text;
    }
  }
  return result;
}

// FNV-1a in 64 bits: what it yields is part of every bibliography that was ever written.
std::uint64_t fingerprint(std::string_view text) {
  std::uint64_t hash = 0xcbf2'9ce4'8422'2325;
  for (const char c : text) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 0x100'0000'01b3;
  }
  return hash;
}

class Entry {
 public:
  Entry(std::string_view type, const std::string& key) : text_(fmt::format("@{}{{{}", type, key)) {}

  void add(std::string_view name, std::string_view value) {
    if (value.empty()) return;
    fmt::format_to(std::back_inserter(text_), ",\n  {} = {{{}}}", name, value);
  }
  void add_text(std::string_view name, std::string_view text) { add(name, escaped(text)); }
  void add_bare(std::string_view name, std::string_view value) {
    fmt::format_to(std::back_inserter(text_), ",\n  {} = {}", name, value);
  }

  std::string ended() const { return text_ + "\n}\n"; }

 private:
  std::string text_;
};

// Braces keep BibTeX from looking into a name that is none.
std::string name_in_bibtex(const Author& author) {
  if (author.family.empty()) return fmt::format("{{{}}}", escaped(author.whole));
  const std::string suffix = author.suffix.empty() ? "" : escaped(author.suffix) + ", ";
  return fmt::format("{}, {}{}", escaped(author.family), suffix, escaped(author.given));
}

std::string names_of(const std::vector<Author>& authors) {
  std::vector<std::string> names;
  names.reserve(authors.size());
  for (const Author& author : authors) names.push_back(name_in_bibtex(author));
  return fmt::format("{}", fmt::join(names, " and "));
}

struct BabelLanguage {
  std::string_view code;  // ISO 639-1
  std::string_view name;  // as the package babel calls it
};

// clang-format off
constexpr BabelLanguage kBabelLanguages[] = {
    {"ar", "arabic"},    {"bg", "bulgarian"}, {"ca", "catalan"},    {"cs", "czech"},
    {"da", "danish"},    {"de", "ngerman"},   {"el", "greek"},      {"en", "english"},
    {"es", "spanish"},   {"et", "estonian"},  {"eu", "basque"},     {"fa", "persian"},
    {"fi", "finnish"},   {"fr", "french"},    {"gl", "galician"},   {"he", "hebrew"},
    {"hi", "hindi"},     {"hr", "croatian"},  {"hu", "hungarian"},  {"id", "indonesian"},
    {"is", "icelandic"}, {"it", "italian"},   {"ja", "japanese"},   {"lt", "lithuanian"},
    {"lv", "latvian"},   {"nb", "norsk"},     {"nl", "dutch"},      {"nn", "nynorsk"},
    {"no", "norsk"},     {"pl", "polish"},    {"pt", "portuguese"}, {"ro", "romanian"},
    {"ru", "russian"},   {"sk", "slovak"},    {"sl", "slovenian"},  {"sr", "serbian"},
    {"sv", "swedish"},   {"th", "thai"},      {"tr", "turkish"},    {"uk", "ukrainian"},
    {"vi", "vietnamese"}};
// clang-format on

std::string_view babel_name(std::string_view code) {
  const auto* known = std::ranges::find(kBabelLanguages, code, &BabelLanguage::code);
  return known == std::end(kBabelLanguages) ? std::string_view{} : known->name;
}

std::string pages_of(const PageRange& pages) {
  return escaped(pages.first) + (pages.last.empty() ? "" : "--" + escaped(pages.last));
}

void add_date(Entry& entry, const ReferenceDate& date) {
  const int year = static_cast<int>(date.day.year());
  const auto month = static_cast<unsigned>(date.day.month());
  const auto day = static_cast<unsigned>(date.day.day());
  std::string text = fmt::format("{:04}", year);
  if (date.has_month) text += fmt::format("-{:02}", month);
  if (date.has_day) text += fmt::format("-{:02}", day);
  entry.add("date", text);
  entry.add("year", fmt::format("{:04}", year));
  if (date.has_month) entry.add_bare("month", kMonths[month - 1]);
  if (date.has_day) entry.add("day", fmt::format("{}", day));
}

std::string entry_of(const Hit& hit, const std::string& note) {
  const Article& article = hit.article;
  const Reference reference = reference_of(article);
  Entry entry(reference.publication.empty() ? "misc" : "article", bibtex_key(article.id));
  entry.add("author", names_of(reference.authors));
  entry.add("title", fmt::format("{{{}}}", escaped(reference.title)));
  entry.add_text("journal", reference.publication);
  // Else biblatex, Zotero and Pandoc take it for the article of a scholarly journal.
  if (!reference.publication.empty()) entry.add("entrysubtype", "newspaper");
  if (reference.date) add_date(entry, *reference.date);
  entry.add("pages", pages_of(reference.pages));
  entry.add("url", reference.address);
  entry.add_text("language", article.language);
  entry.add("langid", babel_name(article.language));
  entry.add_text("abstract", hit.snippet.text);
  entry.add_text("dateline-id", article.id);
  entry.add_text("annote", fmt::format("{}", fmt::join(related_lines(hit), "; ")));
  entry.add("note", escaped(fmt::format("Hit {}, found by {}", hit.rank, note)));
  return entry.ended();
}

}  // namespace

std::string bibtex_key(std::string_view article_id) {
  std::string key;
  for (const char c : article_id) {
    if (key.size() >= kMaxKeyWords) break;
    if (ascii::is_alphanumeric(c)) {
      key += c;
    } else if (!key.empty() && key.back() != '-') {
      key += '-';
    }
  }
  if (!key.empty() && key.back() != '-') key += '-';
  return key + fmt::format("{:016x}", fingerprint(article_id));
}

std::string to_bibtex(const SearchResult& result) {
  const std::string note = citation(result);
  std::string text = fmt::format("@comment{{{}}}\n", escaped(note));
  for (const Hit& hit : result.hits) text.append("\n").append(entry_of(hit, note));
  return text;
}

}  // namespace dateline::searcher
