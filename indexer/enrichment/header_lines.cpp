#include "indexer/enrichment/header_lines.h"

#include <algorithm>
#include <array>

#include "indexer/enrichment/agencies.h"
#include "indexer/enrichment/byline.h"
#include "indexer/enrichment/characters.h"
#include "indexer/enrichment/date_text.h"

namespace dateline::indexer {
namespace {

struct Label {
  std::string_view name;
  HeaderKind kind;
};

using enum HeaderKind;

// clang-format off
constexpr auto kLabels = std::to_array<Label>({
    {"title", kHeadline}, {"headline", kHeadline},
    {"author", kByline}, {"authors", kByline}, {"byline", kByline}, {"by", kByline},
    {"date", kDate}, {"published", kDate}, {"publication date", kDate}, {"posted", kDate},
    {"updated", kDate},
    {"url", kUrl}, {"link", kUrl},
    {"source", kSource}, {"publication", kSource}, {"publisher", kSource}, {"newspaper", kSource},
    {"agency", kAgency}, {"section", kSection}, {"category", kSection}, {"place", kPlace},
    {"location", kPlace}, {"language", kLanguage},
    {"titel", kHeadline}, {"titre", kHeadline}, {"titolo", kHeadline}, {"t\u00EDtulo", kHeadline},
    {"titulo", kHeadline}, {"autor", kByline}, {"auteur", kByline}, {"autore", kByline},
    {"datum", kDate}, {"fecha", kDate}, {"data", kDate}, {"quelle", kSource}, {"fuente", kSource},
    {"fonte", kSource}, {"rubrik", kSection}, {"rubrique", kSection}, {"rubrica", kSection},
});
// clang-format on

std::optional<PublicationTime> parse_header_date(std::string_view text) {
  auto time = parse_date_text(text);
  if (time) time->origin = DateOrigin::kHeader;
  return time;
}

// "Date: " promises a date and nothing else; "Updated: now with pictures" is a headline.
std::optional<PublicationTime> parse_labelled_date(std::string_view label, std::string_view value) {
  const bool promised = label.find(' ') != std::string_view::npos || equals_folded(label, "date");
  auto time = promised ? parse_date_field(value) : parse_date_text(value);
  if (!time) return std::nullopt;
  time->origin = DateOrigin::kHeader;
  time->doubt.of_update |= equals_folded(label, "updated");
  return time;
}

bool is_web_address(std::string_view text) {
  return (starts_folded(text, "http://") || starts_folded(text, "https://")) &&
         std::ranges::none_of(text, is_blank);
}

// "Source: Apple to build a car" is a headline, "Updated: now with pictures" is one too.
bool fits_label(std::string_view label, const HeaderLine& header) {
  constexpr std::ptrdiff_t kMaxBlanks = 3;
  switch (header.kind) {
    case HeaderKind::kHeadline:
    case HeaderKind::kByline:
      return true;
    case HeaderKind::kDate:
      return header.published.dated() || equals_folded(label, "date");
    case HeaderKind::kUrl:
      return is_web_address(header.value);
    default:
      return std::ranges::count(header.value, ' ') <= kMaxBlanks;
  }
}

std::optional<HeaderLine> parse_labelled(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const std::string_view name = trim(line.substr(0, colon));
  const auto* label = std::ranges::find_if(
      kLabels, [&](const Label& known) { return equals_folded(name, known.name); });
  if (label == kLabels.end()) return std::nullopt;

  HeaderLine header;
  header.kind = label->kind;
  header.value = trim(line.substr(colon + 1));
  header.label = name;
  if (header.value.empty()) return HeaderLine{};
  if (header.kind == HeaderKind::kDate) {
    header.published = parse_labelled_date(name, header.value).value_or(PublicationTime{});
  }
  if (!fits_label(name, header)) return std::nullopt;
  return header;
}

// " date 2023-01-13  GET LIVE MARKET QUOTES & NEWS": the header of a page with the buttons beside
// it.
std::optional<HeaderLine> parse_scraped_date(std::string_view line) {
  const std::string_view word = take_word(line);
  if (!equals_folded(word, "date") && !equals_folded(word, "published") &&
      !equals_folded(word, "updated")) {
    return std::nullopt;
  }
  const std::string_view rest = trim(line);
  std::string_view tail = rest;
  for (const std::string_view candidate : {rest.substr(0, rest.find("  ")), take_word(tail)}) {
    if (auto time = parse_header_date(candidate)) {
      time->doubt.of_update = equals_folded(word, "updated");
      return HeaderLine{HeaderKind::kDate, candidate, *time, false, {}};
    }
  }
  return std::nullopt;
}

// "Posted by Jane Doe on January 2, 2020", "By Jane Doe, January 2, 2020": a day behind the names.
std::optional<HeaderLine> parse_byline_with_day(std::string_view line) {
  constexpr std::size_t kMaxBytes = 160;
  if (line.size() > kMaxBytes || after_by(line).empty()) return std::nullopt;
  for (const std::string_view mark : {" on ", ", ", " - ", " \u2013 ", " \u2014 ", "   "}) {
    for (std::size_t at = line.find(mark); at != std::string_view::npos;
         at = line.find(mark, at + 1)) {
      const auto time = parse_header_date(line.substr(at + mark.size()));
      if (!time || !is_byline_line(line.substr(0, at))) continue;
      return HeaderLine{HeaderKind::kByline, trim(line.substr(0, at)), *time, false, {}};
    }
  }
  return std::nullopt;
}

// "By Jane Doe | April 29, 2005 | Page 16": the names, and the first part that is a date.
std::optional<HeaderLine> parse_byline_parts(std::string_view line) {
  if (auto dated = parse_byline_with_day(line)) return dated;
  std::size_t bar = std::min(line.find('|'), line.size());
  if (!is_byline_line(line.substr(0, bar))) return std::nullopt;
  HeaderLine header{HeaderKind::kByline, trim(line.substr(0, bar)), {}, false, {}};
  while (bar < line.size() && !header.published.dated()) {
    line.remove_prefix(bar + 1);
    bar = std::min(line.find('|'), line.size());
    header.published = parse_header_date(line.substr(0, bar)).value_or(PublicationTime{});
  }
  return header;
}

std::string_view without_parentheses(std::string_view text) {
  const bool enclosed = text.size() > 2 && text.front() == '(' && text.back() == ')';
  return enclosed ? text.substr(1, text.size() - 2) : text;
}

// From the surest to the vaguest: a label says what the line is, a byline is told by its words
// alone.
std::optional<HeaderLine> parse_unmarked(std::string_view line) {
  if (const auto labelled = parse_labelled(line)) return labelled;
  if (is_web_address(line)) return HeaderLine{HeaderKind::kUrl, line, {}, false, {}};
  if (const auto time = parse_header_date(line)) {
    return HeaderLine{HeaderKind::kDate, line, *time, false, {}};
  }
  if (const auto scraped = parse_scraped_date(line)) return scraped;
  const std::string_view name = without_parentheses(line);
  if (is_agency(name)) return HeaderLine{HeaderKind::kAgency, name, {}, false, {}};
  return parse_byline_parts(line);
}

// The bytes of "## " before a heading of Markdown; 0 where the line is none.
std::size_t heading_mark(std::string_view line) {
  constexpr std::size_t kDeepest = 6;
  const std::size_t signs = std::min(line.find_first_not_of('#'), line.size());
  return signs > 0 && signs <= kDeepest && signs < line.size() && is_blank(line[signs]) ? signs : 0;
}

// "#+TITLE: x" of Org, ".. title: x" of Nikola, ":date: x" of reStructuredText: labels all the same.
std::string_view without_label_sign(std::string_view line) {
  for (const std::string_view sign : {"#+", ".. ", ":"}) {
    if (!line.starts_with(sign)) continue;
    const std::string_view rest = line.substr(sign.size());
    const std::size_t colon = rest.find(':');
    const auto is_of_label = [](char c) {
      return ascii::is_alphanumeric(c) || c == '_' || c == '-';
    };
    const bool fits = colon != std::string_view::npos && colon > 0 &&
                      (colon + 1 == rest.size() || is_blank(rest[colon + 1])) &&
                      std::ranges::all_of(rest.substr(0, colon), is_of_label);
    return fits ? rest : line;
  }
  return line;
}

}  // namespace

std::string_view without_emphasis(std::string_view line) {
  for (const std::string_view sign : {"***", "**", "*", "__", "_"}) {
    const bool enclosed = line.size() > 2 * sign.size() && line.starts_with(sign) &&
                          line.ends_with(sign) && !is_blank(line[sign.size()]);
    if (enclosed) return trim(line.substr(sign.size(), line.size() - 2 * sign.size()));
  }
  return line;
}

std::optional<LabelledLine> parse_any_label(std::string_view line) {
  constexpr std::size_t kMaxLabelBytes = 40, kMaxValueBytes = 300;
  constexpr std::ptrdiff_t kMaxLabelBlanks = 3, kProseBlanks = 6;
  line = without_label_sign(trim(line));
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0 || colon > kMaxLabelBytes) return std::nullopt;
  const std::string_view label = trim(line.substr(0, colon));
  const std::string_view value = trim(line.substr(colon + 1));
  if (label.empty() || value.size() > kMaxValueBytes || value.starts_with("//"))
    return std::nullopt;
  const auto fits = [](char c) {
    return ascii::is_alphanumeric(c) || ascii::is_high(c) ||
           std::string_view(" -_/.&'").find(c) != std::string_view::npos;
  };
  const bool is_label = (ascii::is_letter(label.front()) || ascii::is_high(label.front())) &&
                        std::ranges::all_of(label, fits) &&
                        std::ranges::count(label, ' ') <= kMaxLabelBlanks;
  const bool is_prose = std::ranges::count(value, ' ') > kProseBlanks && value.ends_with('.');
  if (!is_label || is_prose) return std::nullopt;
  return LabelledLine{label, value};
}

HeaderLine header_of(HeaderKind kind, const LabelledLine& line) {
  HeaderLine header{kind, line.value, {}, false, line.label};
  if (line.value.empty()) header.kind = HeaderKind::kNothing;
  if (kind == HeaderKind::kDate) {
    header.published = parse_header_date(line.value).value_or(PublicationTime{});
  }
  return header;
}

std::optional<HeaderLine> parse_header_line(std::string_view line) {
  line = trim(line);
  if (line.empty()) return std::nullopt;
  if (const std::size_t mark = heading_mark(line); mark > 0) {
    std::string_view title = trim(line.substr(mark));
    title = trim(title.substr(0, title.find_last_not_of('#') + 1));
    return HeaderLine{HeaderKind::kHeadline, without_emphasis(title), {}, true, {}};
  }
  line = without_emphasis(without_label_sign(line));
  const std::size_t text_at = std::min(line.find_first_not_of('-'), line.size());
  const bool marked = text_at >= 2 && (text_at == line.size() || is_blank(line[text_at]));
  if (!marked) return parse_unmarked(line);

  const std::string_view value = trim(line.substr(text_at));
  if (value.empty()) return HeaderLine{};
  HeaderLine header =
      parse_unmarked(value).value_or(HeaderLine{HeaderKind::kHeadline, value, {}, true, {}});
  header.marked = true;
  return header;
}

}  // namespace dateline::indexer
