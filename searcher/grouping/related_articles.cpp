#include "searcher/grouping/related_articles.h"

#include <algorithm>
#include <utility>

namespace dateline::searcher {

RelatedArticles read_related(std::span<const ArticleRef> refs, Index& index) {
  RelatedArticles related;
  related.count = refs.size();
  const std::size_t listed = std::min(refs.size(), RelatedArticles::kMostListed);
  for (const ArticleRef& ref : refs.first(listed)) {
    Article article = index.segments()[ref.segment].articles.article(ref.number);
    related.listed.push_back({std::move(article.id),
                              std::move(article.source.empty() ? article.agency : article.source),
                              std::move(article.headline), article.published});
  }
  return related;
}

}  // namespace dateline::searcher
