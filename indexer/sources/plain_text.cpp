#include "indexer/sources/parse.h"

#include <array>
#include <utility>

#include "indexer/enrichment/byline.h"
#include "indexer/enrichment/characters.h"
#include "indexer/enrichment/dateline.h"
#include "indexer/enrichment/header_lines.h"
#include "indexer/enrichment/paragraphs.h"
#include "indexer/sources/character_references.h"

namespace dateline::indexer {
namespace {

bool is_followed_by_story(std::string_view line, std::string_view following) {
  constexpr std::size_t kWrappedBytes = 120;  // a longer line is a paragraph, not wrapped by hand
  const std::string_view next = trim(take_line(following));
  if (next.empty() || parse_header_line(next)) return true;
  return line.size() <= kWrappedBytes && next.size() > kWrappedBytes;
}

bool is_headline(std::string_view line, std::string_view following) {
  constexpr std::size_t kMaxHeadlineBytes = 250;
  if (line.size() > kMaxHeadlineBytes || line.ends_with(',') || line.ends_with(':')) return false;
  if (closes_sentence(line) && line.ends_with('.')) return false;
  return !parse_dateline(line) && is_followed_by_story(line, following);
}

// The day of publication before that of an update; of two such the more precise; of equals, the
// first.
void take_date(const PublicationTime& found, Article& article) {
  PublicationTime& known = article.published;
  if (!found.dated()) return;
  const bool replaces = found.doubt.of_update == known.doubt.of_update
                            ? found.precision > known.precision
                            : known.doubt.of_update;
  if (!known.dated() || replaces) known = found;
}

// The fields that header lines of text go to.
constexpr std::array<std::pair<HeaderKind, std::string Article::*>, 8> kFields = {{
    {HeaderKind::kHeadline, &Article::headline},
    {HeaderKind::kByline, &Article::byline},
    {HeaderKind::kUrl, &Article::url},
    {HeaderKind::kSource, &Article::source},
    {HeaderKind::kAgency, &Article::agency},
    {HeaderKind::kSection, &Article::section},
    {HeaderKind::kPlace, &Article::place},
    {HeaderKind::kLanguage, &Article::language},
}};

// What the line is where it stands: the first marked line is the headline, whatever it says, and
// "-- By" below it needs no look at the names.
HeaderKind kind_in_place(const HeaderLine& header, const Article& article) {
  if (!header.marked) return header.kind;
  const bool titled = !article.headline.empty();
  const bool named = header.kind == HeaderKind::kByline || header.kind == HeaderKind::kAgency;
  if (!titled && named) return HeaderKind::kHeadline;
  const bool opens_with_by = !after_by(header.value).empty();
  if (titled && header.kind == HeaderKind::kHeadline && opens_with_by) return HeaderKind::kByline;
  return header.kind;
}

// Returns false where the line belongs to the story, as a second headline does.
bool take_header(const HeaderLine& header, Article& article) {
  const HeaderKind kind = kind_in_place(header, article);
  if (kind == HeaderKind::kHeadline && !article.headline.empty()) return false;
  take_date(header.published, article);
  if (kind == HeaderKind::kDate && !header.published.dated()) {
    article.fields.push_back({"date", collapse_blanks(header.value)});
  }
  for (const auto& [of_kind, field] : kFields) {
    if (of_kind == kind && (article.*field).empty()) article.*field = collapse_blanks(header.value);
  }
  return true;
}

// Reads headline and header lines and returns what is below them.
// Header lines are asked first: "By Jane Doe" is short and would pass for a headline.
std::string_view read_header(std::string_view text, Article& article) {
  constexpr int kMaxLines = 24;
  for (int lines = 0; lines < kMaxLines && !text.empty(); ++lines) {
    std::string_view below = text;
    const std::string_view line = trim(take_line(below));
    if (const auto header = parse_header_line(line)) {
      if (!take_header(*header, article)) break;
    } else if (article.headline.empty() && !line.empty() && is_headline(line, below)) {
      article.headline = collapse_blanks(line);
    } else if (!line.empty()) {
      break;
    }
    text = below;
  }
  return text;
}

}  // namespace

Article read_plain_text(std::string_view text) {
  constexpr std::string_view kByteOrderMark = "\uFEFF";
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  const std::string resolved = resolve_references(text);
  Article article;
  article.body = to_paragraphs(read_header(resolved, article));
  return article;
}

}  // namespace dateline::indexer
