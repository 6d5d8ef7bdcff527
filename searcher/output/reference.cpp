#include "searcher/output/reference.h"

#include "searcher/output/percent.h"

namespace dateline::searcher {

Reference reference_of(const Article& article) {
  Reference reference;
  const bool has_headline = article.headline.find_first_not_of(" \n\t") != std::string::npos;
  reference.title = has_headline ? article.headline : "[No headline]";
  reference.authors = authors_of(article.byline);
  reference.publication = article.source.empty() ? article.agency : article.source;
  reference.address = web_address(article.url);
  if (article.published.dated()) {
    const bool has_day = article.published.precision != Precision::kMonth;
    reference.date = ReferenceDate{article.published.day(), has_day};
  }
  return reference;
}

}  // namespace dateline::searcher
