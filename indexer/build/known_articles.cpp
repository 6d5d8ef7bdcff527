#include "indexer/build/known_articles.h"

#include <algorithm>

namespace dateline::indexer {

KnownArticles::KnownArticles(const Index& index) {
  for (const OpenSegment& segment : index.segments()) {
    const auto identities = segment.text_index->identities();
    const auto contents = segment.text_index->contents();
    for (ArticleNumber number = 1; number <= segment.text_index->articles(); ++number) {
      if (segment.deleted.contains(number)) continue;
      articles_.push_back({identities[number - 1], contents[number - 1], segment.entry.id, number});
    }
  }
  std::sort(articles_.begin(), articles_.end(),
            [](const KnownArticle& a, const KnownArticle& b) { return a.identity < b.identity; });
}

const KnownArticle* KnownArticles::find(std::uint64_t identity) const {
  const auto found = std::lower_bound(
      articles_.begin(), articles_.end(), identity,
      [](const KnownArticle& article, std::uint64_t wanted) { return article.identity < wanted; });
  return found != articles_.end() && found->identity == identity ? &*found : nullptr;
}

}  // namespace dateline::indexer
