#include "searcher/grouping/related_articles.h"

#include <algorithm>
#include <utility>

namespace dateline::searcher {

RelatedArticles read_related(std::span<const ArticlePlace> places, Index& index) {
  RelatedArticles related;
  related.count = places.size();
  const std::size_t listed = std::min(places.size(), RelatedArticles::kMostListed);
  for (const ArticlePlace& place : places.first(listed)) {
    Article article = index.segments()[place.segment].articles.article(place.number);
    related.listed.push_back({std::move(article.id),
                              std::move(article.source.empty() ? article.agency : article.source),
                              std::move(article.headline), article.published});
  }
  return related;
}

}  // namespace dateline::searcher
