#include "searcher/search/hit_reader.h"

#include <algorithm>
#include <span>
#include <utility>

#include "common/index/checksum.h"

namespace dateline::searcher {
namespace {

// Counts all of them and reads the first RelatedArticles::kMostListed.
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

}  // namespace

std::vector<Hit> HitReader::read(const std::vector<Match>& matches, Highlighter highlighter,
                                 const PageOptions& options) {
  std::vector<Hit> hits;
  hits.reserve(matches.size());  // a hit is large to move
  for (const auto& [weight, ref] : matches) {
    Hit& hit = hits.emplace_back();
    hit.rank = options.offset + hits.size();
    hit.score = options.order == Order::kRelevance ? weight : 0;
    hit.segment = ref.segment;
    hit.number = ref.number;
    if (options.group) add_related(hit, options.detail);
    if (options.detail == Detail::kNumbers) continue;
    hit.article = article(ref, options.detail);
    if (options.detail != Detail::kSnippets) continue;
    hit.headline = highlighter.highlight_headline(hit.article);
    hit.snippet = highlighter.snippet(hit.article, options.snippet);
  }
  return hits;
}

void HitReader::add_related(Hit& hit, Detail detail) {
  const ArticleRef ref{hit.segment, hit.number};
  const auto told = [&](const std::vector<ArticleRef>& refs) {
    return detail == Detail::kSnippets ? read_related(refs, index_)
                                       : RelatedArticles{refs.size(), {}};
  };
  hit.copies = told(groups_.copies_of(ref));
  hit.versions = told(groups_.versions_of(ref));
}

Article HitReader::article(const ArticleRef& ref, Detail detail) {
  ArticleStore& articles = index_.segments()[ref.segment].articles;
  if (detail == Detail::kSnippets) return articles.article(ref.number);
  Article article;
  article.id = articles.id(ref.number);
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
