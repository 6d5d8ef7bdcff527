#include "searcher/match/text_leaf.h"

#include <algorithm>
#include <functional>
#include <numeric>

#include "common/error.h"
#include "searcher/match/best_articles.h"
#include "searcher/match/cursor/column_cursors.h"

namespace dateline::searcher {
namespace {

// Walks over what best_articles() found.
class FoundCursor final : public MatchCursor {
 public:
  explicit FoundCursor(std::vector<ScoredArticle> found) : found_(std::move(found)) {}

  std::uint32_t next() override { return advance(article_ + 1); }
  std::uint32_t advance(std::uint32_t target) override {
    while (at_ < found_.size() && found_[at_].article < target) ++at_;
    return article_ = at_ < found_.size() ? found_[at_].article : kNoMoreArticles;
  }
  double score() override { return found_[at_].score; }
  double max_score() const override { return 0; }
  std::uint64_t cost() const override { return found_.size(); }

 private:
  std::vector<ScoredArticle> found_;
  std::size_t at_ = 0;
};

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
  Candidates candidates;
  for (const std::size_t block : best_blocks(dates, plan.order)) {
    auto from = static_cast<std::uint32_t>(block * kBlockPostings + 1);
    const std::uint32_t last = from + static_cast<std::uint32_t>(kBlockPostings) - 1;
    const MatchCursorPtr cursor = open_cursor(plan.node, segment.target);
    while (cursor && from <= last) {
      from = cursor->collect(from, last, 0, candidates);
      for (std::size_t i = 0; i < candidates.count; ++i) {
        const std::uint32_t article = candidates.articles[i];
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
  return std::ranges::min(best, {}, &ScoredArticle::score).score;
}

// A score that the last hit of the page reaches for sure, known before the search: at least
// `plan.hits_needed` live articles of the segment score so much or more; 0 where nothing is
// known. The search starts from it, instead of taking the first articles it meets for the best.
//
// By date: archives mostly lie in order of date, so that newest-first would find each article
// better than all before it and pass over nothing. The blocks of 128 articles with the best dates
// are looked at first.
//
// By relevance: of an OR, the articles of its rarest word that is frequent enough fill a page by
// themselves.
double score_floor(const TextLeafPlan& plan, const LeafSegment& segment) {
  if (plan.hits_needed == 0 || plan.hits_needed > segment.target.index->articles()) return 0;
  return is_by_date(plan.order) ? floor_by_date(plan, segment) : floor_by_relevance(plan, segment);
}

}  // namespace

void TextLeaf::init(const Xapian::Database& member) {
  const std::string uuid = member.get_uuid();
  const auto segment = std::ranges::find(plan_->segments, uuid, &LeafSegment::catalogue_uuid);
  if (segment == plan_->segments.end()) {
    throw Error(ErrorKind::kCorrupt, "the catalogue with UUID " + uuid +
                                         " belongs to no segment: run 'dateline-index check'");
  }
  segment_ = &*segment;
  cursor_ = open_cursor(plan_->node, segment_->target);
  if (!cursor_) cursor_ = std::make_unique<AllCursor>(0);  // Xapian moves a leaf before it asks
  if (cursor_->cost() > 0 && is_by_date(plan_->order)) {
    cursor_ = std::make_unique<DateOrderCursor>(std::move(cursor_),
                                                DateColumn(*segment_->target.index), plan_->order);
  }
  article_ = 0;
  best_found_ = false;
  candidates_ = static_cast<Xapian::doccount>(
      std::min<std::uint64_t>(cursor_->cost(), segment_->target.index->articles()));
  set_maxweight(is_scored() ? cursor_->max_score() : 0);
}

void TextLeaf::prepare(double min_weight) {
  if (plan_->hits_needed > 0 && is_scored() && !best_found_) {
    best_found_ = true;
    const double floor = std::max(min_weight, score_floor(*plan_, *segment_));
    cursor_ =
        std::make_unique<FoundCursor>(best_articles(*cursor_, segment_->target.index->articles(),
                                                    *segment_->deleted, plan_->hits_needed, floor));
  } else if (is_scored() && min_weight > 0) {
    cursor_->set_min_score(min_weight);
  }
}

void TextLeaf::next(double min_weight) {
  prepare(min_weight);
  settle(cursor_->next(), min_weight);
}

void TextLeaf::skip_to(Xapian::docid article, double min_weight) {
  if (article <= article_) return;
  prepare(min_weight);
  settle(cursor_->advance(article), min_weight);
}

bool TextLeaf::check(Xapian::docid article, double min_weight) {
  skip_to(article, min_weight);
  return true;
}

// Goes on from a candidate to the first article that matches, lives and weighs enough.
void TextLeaf::settle(std::uint32_t candidate, double min_weight) {
  for (; candidate != kNoMoreArticles; candidate = cursor_->next()) {
    if (segment_->deleted->contains(candidate) || !cursor_->confirm()) continue;
    weight_ = is_scored() ? cursor_->score() : 0;
    if (!is_scored() || weight_ >= min_weight) break;
  }
  article_ = candidate;
}

}  // namespace dateline::searcher
