#include "searcher/match/text_leaf.h"

#include <algorithm>

#include "common/error.h"
#include "searcher/match/best_articles.h"
#include "searcher/match/cursor/column_cursors.h"
#include "searcher/match/score_floor.h"

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

}  // namespace

void TextLeaf::init(const Xapian::Database& member) {
  const std::string uuid = member.get_uuid();
  const auto segment =
      std::find_if(plan_->segments.begin(), plan_->segments.end(),
                   [&](const LeafSegment& candidate) { return candidate.catalogue_uuid == uuid; });
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
