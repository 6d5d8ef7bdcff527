#include "indexer/sources/parse.h"

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

// The more precise of two dates in the header; of equals, the first.
void take_date(const PublicationTime& found, Article& article) {
  if (found.precision > article.published.precision) article.published = found;
}

// The field that a header line of text goes to; none for lines without a text.
std::string* field_of(HeaderKind kind, Article& article) {
  switch (kind) {
    case HeaderKind::kHeadline:
      return &article.headline;
    case HeaderKind::kByline:
      return &article.byline;
    case HeaderKind::kUrl:
      return &article.url;
    case HeaderKind::kSource:
      return &article.source;
    case HeaderKind::kAgency:
      return &article.agency;
    case HeaderKind::kSection:
      return &article.section;
    case HeaderKind::kPlace:
      return &article.place;
    case HeaderKind::kLanguage:
      return &article.language;
    case HeaderKind::kNothing:
    case HeaderKind::kDate:
      break;
  }
  return nullptr;
}

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
  std::string* field = field_of(kind, article);
  if (field != nullptr && field->empty()) *field = collapse_blanks(header.value);
  return true;
}

// Reads headline and header lines and returns what is below them.
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
