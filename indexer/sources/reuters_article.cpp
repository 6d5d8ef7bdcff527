#include "indexer/sources/parse.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "indexer/enrichment/characters.h"
#include "indexer/enrichment/date_text.h"
#include "indexer/sources/character_references.h"

namespace dateline::indexer {
namespace {

constexpr std::array<std::string_view, 6> kFieldElements = {"TOPICS", "PLACES",    "PEOPLE",
                                                            "ORGS",   "EXCHANGES", "COMPANIES"};

// What is between "<NAME>" or "<NAME ...>" and "</NAME>"; without the latter, all that follows.
std::optional<std::string_view> element(std::string_view text, std::string_view name) {
  for (std::size_t at = 0; (at = text.find('<', at)) != std::string_view::npos; ++at) {
    const auto tag = text.substr(at + 1);
    if (!tag.starts_with(name)) continue;
    const auto rest = tag.substr(name.size());
    if (!rest.starts_with('>') && !rest.starts_with(' ')) continue;
    const auto begin = std::min(rest.find('>'), rest.size() - 1) + 1;
    const auto end = rest.find(fmt::format("</{}>", name), begin);
    return rest.substr(begin, end == std::string_view::npos ? end : end - begin);
  }
  return std::nullopt;
}

std::string_view attribute(std::string_view tag, std::string_view name) {
  tag = tag.substr(0, tag.find('>'));
  const auto key = fmt::format(" {}=\"", name);
  const auto at = tag.find(key);
  if (at == std::string_view::npos) return {};
  const auto value = tag.substr(at + key.size());
  return value.substr(0, value.find('"'));
}

// "Reuter", "REUTER...", "Reuters", "REUTER^M".
bool is_sign_off(std::string_view line) {
  line = trim(line);
  if (line.ends_with("^M")) line.remove_suffix(2);
  while (line.ends_with('.')) line.remove_suffix(1);
  return equals_folded(line, "reuter") || equals_folded(line, "reuters");
}

std::string_view without_sign_off(std::string_view text) {
  for (;;) {
    text = text.substr(0, text.find_last_not_of(" \t\n") + 1);
    const auto line = text.rfind('\n') + 1;  // 0 if there is one line only
    if (text.empty() || !is_sign_off(text.substr(line))) return text;
    text = text.substr(0, line);
  }
}

bool is_letter(char c) {
  return ascii::is_letter(c) || ascii::is_high(c);
}

// Adds a line to a paragraph: with a space between, but none where a word was parted at its hyphen
// ("record-" "breaking").
void join_line(std::string& paragraph, std::string_view line) {
  const auto size = paragraph.size();
  const bool parted = size >= 2 && paragraph.ends_with('-') && is_letter(paragraph[size - 2]) &&
                      !line.empty() && is_letter(line.front());
  if (!paragraph.empty() && !parted) paragraph += ' ';
  paragraph += line;
}

// On this wire four spaces begin a paragraph; fewer, a line of a table; none, the line goes on.
std::string unwrapped(std::string_view text, std::string first_paragraph) {
  std::string body, paragraph = std::move(first_paragraph);
  const auto end_paragraph = [&] {
    if (!body.empty() && !paragraph.empty()) body += "\n\n";
    body += paragraph;
    paragraph.clear();
  };
  while (!text.empty()) {
    const auto printed = take_line(text);
    const auto indent = std::min(printed.find_first_not_of(" \t"), printed.size());
    const auto line = trim(printed);
    if (line.empty() || indent >= 4) end_paragraph();
    if (line.empty()) continue;
    if (indent == 0 || paragraph.empty()) {
      join_line(paragraph, line);
    } else {
      paragraph += "\n";
      paragraph += line;
    }
  }
  end_paragraph();
  return body;
}

// Keeps lines, and their indentation, which holds the columns of tables in place.
std::string with_lines_kept(std::string_view text) {
  std::string body;
  bool gap = false;
  while (!text.empty()) {
    auto line = take_line(text);
    line = line.substr(0, line.find_last_not_of(" \t") + 1);
    if (line.empty()) {
      gap = !body.empty();
      continue;
    }
    if (!body.empty()) body += gap ? "\n\n" : "\n";
    body += line;
    gap = false;
  }
  return body;
}

bool is_month(std::string_view word) {
  static constexpr std::array<std::string_view, 12> kMonths = {
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};
  return word.size() >= 3 && std::ranges::any_of(kMonths, [&](std::string_view month) {
           return equals_folded(word.substr(0, 3), month);
         });
}

bool is_day(std::string_view word) {
  return !word.empty() && word.size() <= 2 && std::ranges::all_of(word, is_digit);
}

// Where the day of "SALVADOR, Feb 26 - " or "AMSTERDAM, 2 March - " begins.
std::optional<std::size_t> find_day(std::string_view line) {
  std::string_view previous;
  for (std::size_t at = 0; (at = line.find_first_not_of(" ,", at)) != std::string_view::npos;) {
    const auto word = line.substr(at, line.find_first_of(" ,-", at) - at);
    if ((is_month(previous) && is_day(word)) || (is_day(previous) && is_month(word))) {
      return static_cast<std::size_t>(previous.data() - line.data());
    }
    previous = word;
    at += std::max<std::size_t>(1, word.size());
  }
  return std::nullopt;
}

std::string_view place_of(std::string_view dateline) {
  const auto day = find_day(dateline);
  auto place = dateline.substr(0, day ? *day : dateline.find('-'));
  place = place.substr(0, place.find_last_not_of(" ,-") + 1);
  place.remove_prefix(std::min(place.find_first_not_of("* "), place.size()));
  return place;
}

// Most are "26-FEB-1987 15:01:01.79"; some have signs of the wire or a remark behind, one an
// impossible hour. The day is right in all of them.
std::optional<PublicationTime> read_date(std::string_view sgml) {
  const std::string date = collapse_blanks(sgml.substr(0, sgml.find('&')));
  auto published = date.find('#') == std::string::npos ? parse_date_text(date) : std::nullopt;
  if (!published) published = parse_date_text(std::string_view(date).substr(0, date.find(' ')));
  if (published) published->origin = DateOrigin::kField;
  return published;
}

void read_fields(std::string_view record, Article& article) {
  for (const auto name : kFieldElements) {
    auto list = element(record, name).value_or("");
    while (const auto value = element(list, "D")) {
      article.fields.push_back({ascii::lower(name), collapse_blanks(resolve_references(*value))});
      list.remove_prefix(static_cast<std::size_t>(value->data() + value->size() - list.data()));
    }
  }
}

void read_unprocessed(std::string_view text, Article& article) {
  const std::string story = resolve_references(text);
  auto rest = without_sign_off(story);
  rest.remove_prefix(std::min(rest.find_first_not_of(" \t\n"), rest.size()));
  const auto end = std::min(rest.find('\n'), rest.size());
  article.headline = collapse_blanks(rest.substr(0, end));
  article.body = with_lines_kept(rest.substr(end));
}

// The dateline is an element of its own there, but printed it opens the first paragraph.
void read_story(std::string_view text, Article& article) {
  article.headline = collapse_blanks(resolve_references(element(text, "TITLE").value_or("")));
  article.byline = collapse_blanks(resolve_references(element(text, "AUTHOR").value_or("")));
  std::string dateline =
      collapse_blanks(resolve_references(element(text, "DATELINE").value_or("")));
  article.place = place_of(dateline);
  const std::string story = resolve_references(element(text, "BODY").value_or(""));
  article.body = unwrapped(without_sign_off(story), std::move(dateline));
}

}  // namespace

ParsedArticle read_reuters_article(const RawDocument& document, SourceNotes& notes) {
  const std::string_view record = document.bytes;
  const auto text = element(record, "TEXT");
  if (!text) return BadArticle{document.origin, "a <REUTERS> element without <TEXT>"};
  Article article;
  if (const auto id = attribute(record, "NEWID"); !id.empty()) {
    article.id = "reuters21578:" + std::string(id);
  }
  article.source = "Reuters";
  article.language = "en";
  if (const auto published = read_date(element(record, "DATE").value_or(""))) {
    article.published = *published;
  } else {
    ++notes.unread_dates;
  }
  read_fields(record, article);
  const auto tag_of_text = record.substr(record.find("<TEXT"));
  if (attribute(tag_of_text, "TYPE") == "UNPROC") {
    read_unprocessed(*text, article);
  } else {
    read_story(*text, article);
  }
  return article;
}

}  // namespace dateline::indexer
