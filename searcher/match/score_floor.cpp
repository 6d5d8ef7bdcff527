#include "searcher/match/score_floor.h"

#include <algorithm>
#include <functional>
#include <numeric>

#include "searcher/match/best_articles.h"
#include "searcher/match/cursor/column_cursors.h"

namespace dateline::searcher {
namespace {

// Blocks of 128 articles to look into for a first page, before the walk over all begins.
constexpr std::size_t kProbedBlocks = 16;

// The blocks with the highest scores by date, best first.
std::vector<std::size_t> best_blocks(const DateColumn& dates, Order order) {
  std::vector<std::size_t> blocks(dates.bounds.size() / 2);
  std::iota(blocks.begin(), blocks.end(), std::size_t{0});
  const auto best = std::min(kProbedBlocks, blocks.size());
  std::partial_sort(blocks.begin(), blocks.begin() + static_cast<std::ptrdiff_t>(best),
                    blocks.end(), [&](std::size_t a, std::size_t b) {
                      return date_limit(dates, a, order) > date_limit(dates, b, order);
                    });
  blocks.resize(best);
  return blocks;
}

double floor_by_date(const TextLeafPlan& plan, const LeafSegment& segment) {
  const DateColumn dates(*segment.target.index);
  std::vector<double> found;
  Candidates batch;
  for (const std::size_t block : best_blocks(dates, plan.order)) {
    auto from = static_cast<std::uint32_t>(block * kBlockPostings + 1);
    const std::uint32_t last = from + static_cast<std::uint32_t>(kBlockPostings) - 1;
    const MatchCursorPtr cursor = open_cursor(plan.node, segment.target);
    while (cursor && from <= last) {
      from = cursor->collect(from, last, 0, batch);
      for (std::size_t i = 0; i < batch.count; ++i) {
        const std::uint32_t article = batch.articles[i];
        if (segment.deleted->contains(article)) continue;
        found.push_back(date_score(dates.dates[article - 1], plan.order));
      }
    }
    if (found.size() < plan.hits_needed) continue;
    const auto last_needed = found.begin() + static_cast<std::ptrdiff_t>(plan.hits_needed) - 1;
    std::nth_element(found.begin(), last_needed, found.end(), std::greater<>());
    return *last_needed;
  }
  return 0;
}

// The word of an OR with the fewest articles that fill a page; one of a URL weighs nothing.
const PlanNode* rarest_sufficient(const OrPlan& any, const TextLeafPlan& plan,
                                  const LeafSegment& segment) {
  const PlanNode* rarest = nullptr;
  std::uint64_t fewest = segment.target.index->articles();
  for (const PlanNode& part : any.parts) {
    const auto* word = std::get_if<WordPlan>(&part.value);
    if (word == nullptr || word->idf == 0) continue;
    if (word->lists[segment.target.segment].size() != 1) continue;
    const std::uint32_t articles = word->lists[segment.target.segment][0].articles;
    if (articles < plan.hits_needed + segment.deleted->count() || articles >= fewest) continue;
    rarest = &part;
    fewest = articles;
  }
  return rarest;
}

double floor_by_relevance(const TextLeafPlan& plan, const LeafSegment& segment) {
  const auto* any = std::get_if<OrPlan>(&plan.node.value);
  if (any == nullptr) return 0;
  const PlanNode* word = rarest_sufficient(*any, plan, segment);
  if (word == nullptr) return 0;
  const auto best =
      best_articles(*open_cursor(*word, segment.target), segment.target.index->articles(),
                    *segment.deleted, plan.hits_needed, 0);
  if (best.size() < plan.hits_needed) return 0;
  return std::min_element(best.begin(), best.end(),
                          [](const auto& a, const auto& b) { return a.score < b.score; })
      ->score;
}

}  // namespace

double score_floor(const TextLeafPlan& plan, const LeafSegment& segment) {
  if (plan.hits_needed == 0 || plan.hits_needed > segment.target.index->articles()) return 0;
  return is_by_date(plan.order) ? floor_by_date(plan, segment) : floor_by_relevance(plan, segment);
}

}  // namespace dateline::searcher
