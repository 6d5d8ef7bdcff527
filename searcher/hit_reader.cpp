#include "searcher/hit_reader.h"

#include <algorithm>

#include "common/index/checksum.h"
#include "searcher/grouping/related_articles.h"

namespace dateline::searcher {

std::vector<Hit> HitReader::read(const std::vector<Match>& matches, Highlighter highlighter,
                                 const PageOptions& options) {
  std::vector<Hit> hits;
  hits.reserve(matches.size());  // a hit is large to move
  for (const auto& [weight, place] : matches) {
    Hit& hit = hits.emplace_back();
    hit.rank = options.offset + hits.size();
    hit.score = options.sort == Sort::kRelevance ? weight : 0;
    hit.segment = place.segment;
    hit.number = place.number;
    if (options.group) add_related(hit, options.detail);
    if (options.detail == Detail::kNumbers) continue;
    hit.article = article(place, options.detail);
    if (options.detail != Detail::kSnippets) continue;
    hit.headline = highlighter.highlight_headline(hit.article);
    hit.snippet = highlighter.snippet(hit.article, options.snippet);
  }
  return hits;
}

void HitReader::add_related(Hit& hit, Detail detail) {
  const ArticlePlace place{hit.segment, hit.number};
  const auto told = [&](const std::vector<ArticlePlace>& places) {
    return detail == Detail::kSnippets ? read_related(places, index_)
                                       : RelatedArticles{places.size(), {}};
  };
  hit.copies = told(groups_.copies_of(place));
  hit.versions = told(groups_.versions_of(place));
}

Article HitReader::article(const ArticlePlace& place, Detail detail) {
  ArticleStore& articles = index_.segments()[place.segment].articles;
  if (detail == Detail::kSnippets) return articles.article(place.number);
  Article article;
  article.id = articles.id(place.number);
  return article;
}

std::optional<Article> HitReader::find(std::string_view id) {
  const std::uint64_t identity = checksum(id);
  for (OpenSegment& open : index_.segments()) {
    const auto identities = open.text_index->identities();
    for (auto found = std::ranges::find(identities, identity); found != identities.end();
         found = std::find(found + 1, identities.end(), identity)) {
      const auto number = static_cast<ArticleNumber>(found - identities.begin() + 1);
      if (!open.deleted.contains(number) && open.articles.id(number) == id) {
        return open.articles.article(number);
      }
    }
  }
  return std::nullopt;
}

}  // namespace dateline::searcher
