#include "indexer/copies/earlier_segments.h"

#include <utility>

#include "common/copies/format.h"

namespace dateline::indexer {

EarlierSegment::EarlierSegment(const std::filesystem::path& folder, DeletedArticles deleted_then)
    : text_index(folder / kTextIndexName),
      copies(folder / kCopiesName),
      articles(folder / kArticleStoreName),
      deleted(std::move(deleted_then)) {
  if (copies.articles() != text_index.articles()) copies.fail("it belongs to another segment");
}

StoryKeys EarlierSegment::keys_of(ArticleNumber article) const {
  return dateline::keys_of(copies.relation(article), story_key(text_index.identities()[article - 1],
                                                               text_index.contents()[article - 1]));
}

std::size_t EarlierSegment::body_shingles(ArticleNumber article) const {
  const std::size_t words = text_index.lengths()[article - 1];
  const std::size_t not_begun_at =
      std::size_t{text_index.headlines()[article - 1]} + kShingleWords - 1;
  return words > not_begun_at ? words - not_begun_at : 0;
}

void EarlierSegments::add(std::filesystem::path folder, DeletedArticles deleted) {
  segments_.push_back({std::move(folder), std::move(deleted), nullptr});
}

EarlierSegment& EarlierSegments::open(std::size_t segment) {
  Known& known = segments_[segment];
  if (!known.opened) {
    known.opened = std::make_unique<EarlierSegment>(known.folder, known.deleted);
  }
  return *known.opened;
}

void EarlierSegments::close() {
  for (Known& known : segments_) known.opened.reset();
}

}  // namespace dateline::indexer
