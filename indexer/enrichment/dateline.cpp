#include "indexer/enrichment/dateline.h"

#include <algorithm>
#include <array>
#include <string>

#include "indexer/enrichment/agencies.h"
#include "indexer/enrichment/byline.h"
#include "indexer/enrichment/characters.h"
#include "indexer/enrichment/date_grammar.h"
#include "indexer/enrichment/date_text.h"
#include "indexer/enrichment/place_name.h"

namespace dateline::indexer {
namespace {

constexpr std::size_t kMaxOpeningBytes = 2048;
constexpr std::size_t kMaxHeadBytes = 100;    // of what stands before the agency or the dash
constexpr std::size_t kMaxAgencyBytes = 100;  // of what stands in the parentheses

std::string_view skip_blanks(std::string_view text) {
  text.remove_prefix(
      static_cast<std::size_t>(std::ranges::find_if_not(text, is_blank) - text.begin()));
  return text;
}

std::string_view trim_signs(std::string_view text) {
  constexpr std::string_view kSigns = ",;- \t\n\r";
  const std::size_t begin = text.find_first_not_of(kSigns);
  if (begin == std::string_view::npos) return {};
  return trim(text.substr(begin, text.find_last_not_of(kSigns) - begin + 1));
}

// A text with the date that it closed with cut off. A weekday is cut off too, though it dates
// nothing.
struct DatedText {
  std::string_view text;
  std::optional<PublicationTime> published;
  std::optional<std::chrono::month_day> yearless;

  bool dated() const { return published || yearless; }
};

DatedText split_date(std::string_view text) {
  DatedText split{trim_signs(text), {}, {}};
  const bool has_digit = std::ranges::any_of(split.text, is_digit);
  std::string_view rest = split.text;
  while (!rest.empty()) {
    if (has_digit) {
      // A place in front is no word of a date in any language.
      split.published =
          is_digit(rest.front()) ? parse_date_text(rest) : read_plain_date(rest, DateGrammar{});
      if (!split.published) split.yearless = parse_yearless_day(rest);
    }
    if (split.dated() || is_weekday(rest)) {
      split.text = trim_signs(split.text.substr(0, split.text.size() - rest.size()));
      return split;
    }
    take_word(rest);
    rest = skip_blanks(rest);
  }
  return split;
}

char char_at(std::string_view text, std::size_t i) {
  return i < text.size() ? text[i] : '\0';
}

bool starts_sentence(std::string_view text) {
  if (text.empty()) return false;
  const char c = text.front();
  return is_upper(c) || is_digit(c) || ascii::is_high(c) ||
         std::string_view("\"'(*$<").find(c) != std::string_view::npos;
}

// The text behind a dash, or nothing where none stands first.
// The full stop of "(EFE).-" is part of it.
std::optional<std::string_view> after_dash(std::string_view text) {
  text = skip_blanks(text);
  if (text.starts_with('.') && dash_bytes(skip_blanks(text.substr(1))) > 0) {
    text = skip_blanks(text.substr(1));
  }
  const std::size_t dash = dash_bytes(text);
  if (dash == 0) return std::nullopt;
  return skip_blanks(text.substr(dash));
}

// "/PRNewswire/": an agency between slashes, unlike the places of "PARIS / BERLIN".
bool opens_signature(std::string_view text) {
  constexpr std::size_t kMaxBytes = 40;
  const std::size_t close = text.substr(0, kMaxBytes).find('/', 1);
  return close != std::string_view::npos && is_agency(text.substr(1, close - 1));
}

// Where the agency's parenthesis or the dash of the dateline stands. A hyphen in a name
// (SAINT-DENIS) is no dash, and a sentence has ended or turned before most other signs.
std::size_t find_mark(std::string_view line) {
  const std::size_t limit = std::min(line.size(), kMaxHeadBytes);
  for (std::size_t i = 0; i < limit; ++i) {
    const char c = line[i];
    if (c == '(') return i;
    if (c == '/' && i > 0 && is_blank(line[i - 1]) && opens_signature(line.substr(i))) return i;
    if (c == '\n' || c == '"' || c == ':' || c == ';' || c == '?' || c == '!') break;
    if (c != '-' && !ascii::is_high(c)) continue;
    const std::size_t dash = dash_bytes(line.substr(i));
    if (dash > 1) return i;
    if (dash == 1 && i > 0 && is_blank(line[i - 1]) && !is_lower(char_at(line, i + 1))) return i;
  }
  return std::string_view::npos;
}

void take_date(const DatedText& from, Dateline& dateline) {
  if (from.published && !dateline.published.dated()) {
    dateline.published = *from.published;
    dateline.published.origin = DateOrigin::kDateline;
  }
  if (from.yearless && !dateline.yearless_day) dateline.yearless_day = from.yearless;
}

// A name in parentheses that the list of agencies does not hold, "(Hollywood Reporter)".
bool could_be_agency(std::string_view name) {
  constexpr std::ptrdiff_t kMaxBlanks = 3;
  return is_place_in_capitals(name) ||
         (is_capitalised_run(name) && std::ranges::count(name, ' ') <= kMaxBlanks);
}

bool is_plausible(const Dateline& dateline, const DatedText& inner, bool dash) {
  const bool known = is_agency(dateline.agency);
  const bool dated = dateline.published.dated() || dateline.yearless_day;
  if (dateline.place.empty()) return known;
  if (is_place_in_capitals(dateline.place)) {
    return known || inner.dated() || (dash && could_be_agency(dateline.agency));
  }
  return is_capitalised_place(dateline.place) && known && (dash || dated);
}

// Between slashes stands an agency and no more: "/PRNewswire/", "/\u0422\u0410\u0421\u0421/."
std::optional<std::string_view> after_slashes(std::string_view text, std::string_view agency) {
  if (!is_agency(agency)) return std::nullopt;
  if (const auto dashed = after_dash(text)) return dashed;
  if (!text.starts_with('.')) return std::nullopt;
  return skip_blanks(text.substr(1));
}

// "JAKARTA, KOMPAS.com": a site behind the place.
std::string_view without_site(std::string_view place) {
  const std::size_t comma = place.rfind(',');
  if (comma == std::string_view::npos) return place;
  const std::string_view last = trim(place.substr(comma + 1));
  const std::size_t point = last.rfind('.');
  const bool site = point != std::string_view::npos && point > 0 && last.size() - point > 2 &&
                    std::ranges::all_of(last.substr(point + 1), is_lower);
  return site ? trim(place.substr(0, comma)) : place;
}

// PLACE[, date] (AGENCY[ - date]) [dash]
std::optional<Dateline> parse_with_agency(std::string_view line, std::size_t mark) {
  const bool slashes = line[mark] == '/';
  const std::size_t close = line.find(slashes ? '/' : ')', mark + 1);
  if (close == std::string_view::npos || close - mark > kMaxAgencyBytes) return std::nullopt;
  const DatedText inner = split_date(line.substr(mark + 1, close - mark - 1));
  const DatedText head = split_date(line.substr(0, mark));
  Dateline dateline;
  dateline.place = without_site(head.text);
  dateline.agency = inner.text;
  take_date(inner, dateline);
  take_date(head, dateline);

  const auto dashed = slashes ? after_slashes(line.substr(close + 1), dateline.agency)
                              : after_dash(line.substr(close + 1));
  if (slashes && !dashed) return std::nullopt;
  const std::string_view story = dashed.value_or(skip_blanks(line.substr(close + 1)));
  if (!dashed && !starts_sentence(story)) return std::nullopt;
  if (!is_plausible(dateline, inner, dashed.has_value())) return std::nullopt;
  dateline.end = static_cast<std::size_t>(story.data() - line.data());
  return dateline;
}

// "PARIS, AFP": an agency behind the place, without brackets. "ERIE, PA" is in Pennsylvania.
std::string_view closing_signature(std::string_view head) {
  const std::size_t comma = head.rfind(',');
  if (comma == std::string_view::npos) return {};
  const std::string_view last = trim(head.substr(comma + 1));
  return is_agency(last) && last != "PA" ? last : std::string_view{};
}

// A run of capitals with a dash is a headline where it is long or all of its line is in capitals,
// and where its line is short, does not close as a sentence and others follow.
bool is_headline_in_capitals(std::string_view place, std::string_view line,
                             std::string_view story) {
  constexpr std::size_t kHeadlineBytes = 120;
  if (is_long_for_a_place(place)) return true;
  const std::size_t end = line.find('\n');
  const std::string_view rest = trim(story.substr(0, story.find('\n')));
  const bool shouts = std::ranges::none_of(rest, is_lower) && std::ranges::any_of(rest, is_upper);
  if (shouts) return true;
  if (end == std::string_view::npos || end > kHeadlineBytes) return false;
  const bool more = trim(line.substr(end)).size() > 0;
  const bool closes = rest.ends_with('.') || rest.ends_with('"') ||
                      ascii::is_high(rest.empty() ? ' ' : rest.back());
  return more && !closes && !rest.empty();
}

// PLACE[, date] dash, a day alone and a dash, and either with the agency behind: "LONDON Feb 10 -
// (Reuters) - ".
std::optional<Dateline> parse_with_dash(std::string_view line, std::size_t mark) {
  DatedText head = split_date(line.substr(0, mark));
  const std::string_view signature = closing_signature(head.text);
  if (!signature.empty()) {
    const auto before = static_cast<std::size_t>(signature.data() - head.text.data());
    const DatedText place = split_date(head.text.substr(0, before));
    head.text = place.text;
    if (!head.dated()) head = place;
  }
  head.text = without_site(head.text);
  const std::string_view story = after_dash(line.substr(mark)).value_or(std::string_view{});
  const bool signed_alone = is_agency(head.text);  // "REUTERS - Shares ..."
  const bool capitals = signed_alone || is_place_in_capitals(head.text);
  const bool capitalised = head.text.empty() || is_capitalised_place(head.text);
  if (!capitals && !((head.dated() || !signature.empty()) && capitalised)) return std::nullopt;
  if (!starts_sentence(story) && !(capitals && head.dated())) return std::nullopt;

  Dateline dateline;
  if (story.starts_with('(')) dateline = parse_with_agency(story, 0).value_or(dateline);
  const bool confirmed = signed_alone || head.dated() || !signature.empty() ||
                         !dateline.agency.empty() || dateline.published.dated();
  if (!confirmed && is_headline_in_capitals(head.text, line, story)) return std::nullopt;
  (signed_alone ? dateline.agency : dateline.place) = head.text;
  if (!signature.empty()) dateline.agency = signature;
  take_date(head, dateline);
  dateline.end += static_cast<std::size_t>(story.data() - line.data());
  return dateline;
}

// "(ANSA) - ROMA, 02 GEN - Il governo": the place behind the agency.
void add_place_behind(std::string_view line, Dateline& dateline) {
  if (!dateline.place.empty() || dateline.agency.empty()) return;
  const std::string_view story = line.substr(dateline.end);
  const std::size_t mark = find_mark(story);
  if (mark == std::string_view::npos || story[mark] == '(' || story[mark] == '/') return;
  const auto second = parse_with_dash(story, mark);
  if (!second || !is_place_in_capitals(second->place)) return;
  const std::string_view agency = dateline.agency;
  const std::size_t before = dateline.end;
  dateline = *second;
  dateline.agency = agency;
  dateline.end += before;
}

std::optional<Dateline> parse_at_start(std::string_view line) {
  const std::size_t mark = find_mark(line);
  if (mark == std::string_view::npos) return std::nullopt;
  if (line[mark] != '(' && line[mark] != '/') return parse_with_dash(line, mark);
  auto dateline = parse_with_agency(line, mark);
  if (dateline) add_place_behind(line, *dateline);
  return dateline;
}

// "By Jane Doe WASHINGTON, Jan 3 (Reuters) - ": the names end where a dateline in capitals begins
// that an agency or a day confirms.
std::optional<Dateline> parse_after_byline(std::string_view line) {
  constexpr std::size_t kMaxBylineBytes = 140;
  std::string_view rest = after_by(line);
  bool named = false;
  while (!rest.empty()) {
    const auto before = static_cast<std::size_t>(rest.data() - line.data());
    if (before > kMaxBylineBytes) break;
    const bool capitals =
        rest.size() > 1 && is_upper(rest[0]) && (is_upper(rest[1]) || rest[1] == '.');
    if (named && capitals) {
      auto found = parse_at_start(rest);
      if (found && is_place_in_capitals(found->place) &&
          (!found->agency.empty() || found->published.dated() || found->yearless_day)) {
        found->byline = trim(line.substr(0, before));
        found->end += before;
        return found;
      }
    }
    named = std::ranges::any_of(take_word(rest), is_lower) || named;
    rest = skip_blanks(rest);
  }
  return std::nullopt;
}

bool opens_with_correction(std::string_view text) {
  constexpr auto kVerbs = std::to_array<std::string_view>(
      {"Adds", "Changes", "Clarifies", "Clarifying", "Corrected", "Correcting", "Corrects",
       "Deletes", "Fixes", "Makes", "Recasts", "Refiles", "Removes", "Repeats", "Rewrites",
       "Updates"});
  const std::string_view word = take_word(text);
  return std::ranges::find(kVerbs, word) != kVerbs.end();
}

// What is below a note of the desk: "(Adds comment, background)", "Corrects net income in paragraph
// 14". Other parentheses are one only in a paragraph of their own.
std::string_view skip_note(std::string_view text) {
  if (opens_with_correction(text))
    return skip_blanks(text.substr(std::min(text.find('\n'), text.size())));
  if (!text.starts_with('(')) return text;
  const std::size_t close = text.find(')');
  if (close == std::string_view::npos) return text;
  const std::string_view below = text.substr(close + 1);
  if (opens_with_correction(text.substr(1))) return skip_blanks(below);
  const std::size_t next = below.find_first_not_of(" \t\r");
  return next == std::string_view::npos || below[next] != '\n' ? text : skip_blanks(below);
}

// The byline in a paragraph of its own that `text` opens with, with or without "By".
std::string_view byline_paragraph(std::string_view text) {
  constexpr std::size_t kMaxNamesBytes = 80;
  const std::size_t end = text.find('\n');
  if (end == std::string_view::npos) return {};
  const std::string_view line = trim(text.substr(0, end));
  const bool names = line.size() <= kMaxNamesBytes && are_full_names(line);
  return names || is_byline_line(line) ? line : std::string_view{};
}

// The letters and digits of a text in small ASCII letters: what is compared of two headlines. Signs
// of print, such as quotation marks and the ellipsis, have no part in it.
std::string letters_of(std::string_view text) {
  constexpr std::string_view kSigns = "\xE2\x80";
  std::string letters;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (text.substr(i).starts_with(kSigns)) {
      i += kSigns.size();
    } else if (ascii::is_alphanumeric(c) || ascii::is_high(c)) {
      letters += to_lower(c);
    }
  }
  return letters;
}

// Whether a line says what the headline says, whole or cut or with more behind it.
bool repeats(std::string_view line, const std::string& headline) {
  constexpr std::size_t kLeastLetters = 6, kMaxLineBytes = 250;
  if (headline.size() < kLeastLetters || line.size() > kMaxLineBytes) return false;
  const std::string letters = letters_of(line);
  if (letters.size() < kLeastLetters) return false;
  return letters == headline || letters.starts_with(headline) ||
         (headline.starts_with(letters) && letters.size() * 2 > headline.size());
}

std::string_view behind_repeated_headline(std::string_view text, std::string_view headline) {
  constexpr int kMostLines = 2;  // a headline and its second deck
  if (headline.empty()) return text;
  const std::string letters = letters_of(headline);
  for (int i = 0; i < kMostLines; ++i) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos || !repeats(text.substr(0, end), letters)) break;
    // A line that is a dateline is one, even where the headline was made of it.
    if (parse_at_start(text.substr(0, end))) break;
    text = skip_blanks(text.substr(end));
  }
  return text;
}

}  // namespace

// Wires put notes of the desk and bylines before the dateline, so it is looked for behind both.
std::optional<Dateline> parse_dateline(std::string_view body, std::string_view headline) {
  std::string_view opening = skip_blanks(body.substr(0, kMaxOpeningBytes));
  opening = skip_note(behind_repeated_headline(opening, headline));
  auto dateline = parse_at_start(opening);
  if (!dateline) dateline = parse_after_byline(opening);
  if (!dateline) {
    const std::string_view byline = byline_paragraph(opening);
    if (byline.empty()) return std::nullopt;
    opening = skip_blanks(opening.substr(opening.find('\n')));
    dateline = parse_at_start(opening);
    if (dateline) dateline->byline = byline;
  }
  if (dateline) dateline->end += static_cast<std::size_t>(opening.data() - body.data());
  return dateline;
}

}  // namespace dateline::indexer
