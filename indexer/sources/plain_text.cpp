#include "indexer/sources/plain_text.h"
#include "indexer/sources/body_text.h"
namespace dateline::indexer {
Article parse_plain_text(std::string_view text, const Place&) {
  Article article;
  const auto end = text.find('\n');
  article.headline = one_line(text.substr(0, end));
  if (end != std::string_view::npos) article.body = paragraphs(text.substr(end));
  return article;
}
}  // namespace dateline::indexer
