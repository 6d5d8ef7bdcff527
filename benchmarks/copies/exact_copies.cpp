#include "benchmarks/copies/exact_copies.h"

#include <algorithm>
#include <span>
#include <utility>

#include "indexer/copies/version_mark.h"

namespace dateline::bench {
namespace {

// Shingle -> the articles that have it, in one sorted array.
class ShingleLists {
 public:
  explicit ShingleLists(const std::vector<ShingledArticle>& articles) {
    std::size_t count = 0;
    for (const ShingledArticle& article : articles) count += article.text.shingles.size();
    entries_.reserve(count);
    for (std::uint32_t i = 0; i < articles.size(); ++i) {
      for (const Shingle shingle : articles[i].text.shingles.sorted())
        entries_.push_back({shingle, i});
    }
    std::sort(entries_.begin(), entries_.end());
  }

  using Entry = std::pair<Shingle, std::uint32_t>;

  std::span<const Entry> find(Shingle shingle) const {
    const auto first = std::lower_bound(entries_.begin(), entries_.end(), Entry{shingle, 0});
    auto last = first;
    while (last != entries_.end() && last->first == shingle) ++last;
    return {first, last};
  }

 private:
  std::vector<Entry> entries_;
};

// One of more than a fifth of an article's shingles is in every article that it is alike to.
std::vector<std::uint32_t> candidates_of(std::uint32_t article,
                                         const std::vector<ShingledArticle>& articles,
                                         const ShingleLists& lists) {
  std::vector<std::span<const ShingleLists::Entry>> rarest;
  for (const Shingle shingle : articles[article].text.shingles.sorted()) {
    rarest.push_back(lists.find(shingle));
  }
  std::sort(rarest.begin(), rarest.end(),
            [](const auto& a, const auto& b) { return a.size() < b.size(); });
  rarest.resize(rarest.size() / 5 + 1);
  std::vector<std::uint32_t> found;
  for (const auto& list : rarest) {
    for (const auto& [shingle, other] : list) found.push_back(other);
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace

std::vector<ShingledArticle> read_shingled(Index& index) {
  std::vector<ShingledArticle> articles;
  Analyser analyser;
  for (std::size_t segment = 0; segment < index.segments().size(); ++segment) {
    OpenSegment& open = index.segments()[segment];
    for (ArticleNumber number = 1; number <= open.entry.articles; ++number) {
      if (open.deleted.contains(number)) continue;
      Article article = open.articles.article(number);
      indexer::ComparedText text{ShingleSet(words_of(article.body, analyser)),
                                 indexer::version_mark(article.headline, article.body),
                                 indexer::facts_of(article)};
      articles.push_back({segment, number, std::move(article.id), std::move(text)});
    }
  }
  return articles;
}

std::vector<AlikePair> find_alike(const std::vector<ShingledArticle>& articles) {
  const ShingleLists lists(articles);
  std::vector<AlikePair> pairs;
  for (std::uint32_t i = 0; i < articles.size(); ++i) {
    const std::size_t size = articles[i].text.shingles.size();
    if (size < kMinShingles) continue;
    for (const std::uint32_t other : candidates_of(i, articles, lists)) {
      const std::size_t other_size = articles[other].text.shingles.size();
      const bool is_smaller = size < other_size || (size == other_size && i < other);
      if (!is_smaller || !are_alike(articles[i].text.shingles, articles[other].text.shingles))
        continue;
      pairs.push_back({std::min(i, other), std::max(i, other)});
    }
  }
  std::sort(pairs.begin(), pairs.end());
  return pairs;
}

}  // namespace dateline::bench
