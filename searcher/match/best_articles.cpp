#include "searcher/match/best_articles.h"

#include <algorithm>

namespace dateline::searcher {
namespace {

bool is_better(const ScoredArticle& a, const ScoredArticle& b) {
  return a.score != b.score ? a.score > b.score : a.article < b.article;
}

// A heap with the worst of the best on top.
class Best {
 public:
  Best(std::size_t limit, double floor) : limit_(limit), floor_(floor) {}

  // Offered in order of articles: one that scores no more than the worst is no better.
  void offer(std::uint32_t article, double score) {
    if (score < floor_) return;
    if (heap_.size() == limit_) {
      if (score <= heap_.front().score) return;
      std::pop_heap(heap_.begin(), heap_.end(), is_better);
      heap_.back() = {article, score};
    } else {
      heap_.push_back({article, score});
    }
    std::push_heap(heap_.begin(), heap_.end(), is_better);
  }

  double min_score() const { return heap_.size() == limit_ ? heap_.front().score : floor_; }

  std::vector<ScoredArticle> in_order() && {
    std::ranges::sort(heap_, {}, &ScoredArticle::article);
    return std::move(heap_);
  }

 private:
  std::size_t limit_;
  double floor_;
  std::vector<ScoredArticle> heap_;
};

}  // namespace

std::vector<ScoredArticle> best_articles(MatchCursor& cursor, std::uint32_t last,
                                         const DeletedArticles& deleted, std::size_t limit,
                                         double floor) {
  Best best(limit, floor);
  Candidates candidates;
  for (std::uint32_t from = 1; from <= last && limit > 0;) {
    from = cursor.collect(from, last, best.min_score(), candidates);
    if (!deleted.empty()) {
      candidates.keep_if([&](std::uint32_t article, double) { return !deleted.contains(article); });
    }
    for (std::size_t i = 0; i < candidates.count; ++i)
      best.offer(candidates.articles[i], candidates.scores[i]);
  }
  return std::move(best).in_order();
}

}  // namespace dateline::searcher
