#include "indexer/sources/plain_text.h"

#include "indexer/enrichment/byline.h"
#include "indexer/enrichment/characters.h"
#include "indexer/enrichment/dateline.h"
#include "indexer/enrichment/header_lines.h"
#include "indexer/enrichment/paragraphs.h"

namespace dateline::indexer {
namespace {

bool is_followed_by_story(std::string_view line, std::string_view following) {
  constexpr std::size_t kWrappedBytes =
      120;  // a longer line is a paragraph, not one wrapped by hand
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

void fill(std::string& field, std::string_view value) {
  if (field.empty()) field = collapse_blanks(value);
}

// Returns false where the line belongs to the story: a marked line after the headline is its first.
bool take_header(const HeaderLine& header, Article& article) {
  HeaderKind kind = header.kind;
  const bool could_be_headline = kind == HeaderKind::kByline || kind == HeaderKind::kAgency;
  if (header.marked && could_be_headline && article.headline.empty()) kind = HeaderKind::kHeadline;
  if (kind == HeaderKind::kHeadline && !article.headline.empty()) {
    if (!header.marked || after_by(header.value).empty()) return false;
    kind = HeaderKind::kByline;  // "-- By" in its place needs no look at the names
  }

  take_date(header.published, article);
  switch (kind) {
    case HeaderKind::kNothing:
      break;
    case HeaderKind::kHeadline:
      fill(article.headline, header.value);
      break;
    case HeaderKind::kByline:
      fill(article.byline, header.value);
      break;
    case HeaderKind::kUrl:
      fill(article.url, header.value);
      break;
    case HeaderKind::kSource:
      fill(article.source, header.value);
      break;
    case HeaderKind::kAgency:
      fill(article.agency, header.value);
      break;
    case HeaderKind::kSection:
      fill(article.section, header.value);
      break;
    case HeaderKind::kPlace:
      fill(article.place, header.value);
      break;
    case HeaderKind::kLanguage:
      fill(article.language, header.value);
      break;
    case HeaderKind::kDate:
      if (!header.published.dated()) {
        article.fields.push_back({"date", collapse_blanks(header.value)});
      }
      break;
  }
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

Article parse_plain_text(std::string_view text, const Place& /*place*/) {
  constexpr std::string_view kByteOrderMark = "\uFEFF";
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  Article article;
  article.body = to_paragraphs(read_header(text, article));
  return article;
}

}  // namespace dateline::indexer
