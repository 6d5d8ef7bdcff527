#include "searcher/match/text_source.h"

#include <algorithm>

#include "common/error.h"

namespace dateline::searcher {

void TextSource::init(const Xapian::Database& member) {
  const std::string uuid = member.get_uuid();
  const auto segment = std::find_if(
      plan_->segments.begin(), plan_->segments.end(),
      [&](const SourceSegment& candidate) { return candidate.catalogue_uuid == uuid; });
  if (segment == plan_->segments.end()) {
    throw Error(ErrorKind::kCorrupt, "the catalogue with UUID " + uuid +
                                         " belongs to no segment: run 'dateline-index check'");
  }
  segment_ = &*segment;
  cursor_ = open_cursor(plan_->plan, segment_->target, CursorUse::kWalk);
  if (cursor_ && plan_->order) {
    cursor_ = std::make_unique<DateOrderCursor>(std::move(cursor_),
                                                DateColumn(*segment_->target.index), *plan_->order);
  }
  article_ = cursor_ ? 0 : kNoMoreArticles;
  const std::uint64_t most = cursor_ ? cursor_->cost() : 0;
  candidates_ = static_cast<Xapian::doccount>(
      std::min<std::uint64_t>(most, segment_->target.index->articles()));
  set_maxweight(plan_->scored && cursor_ ? cursor_->max_score() : 0);
}

void TextSource::next(double min_weight) {
  if (plan_->scored && min_weight > 0) cursor_->set_min_score(min_weight);
  settle(cursor_->next(), min_weight);
}

void TextSource::skip_to(Xapian::docid article, double min_weight) {
  if (article <= article_) return;
  if (plan_->scored && min_weight > 0) cursor_->set_min_score(min_weight);
  settle(cursor_->advance(article), min_weight);
}

bool TextSource::check(Xapian::docid article, double min_weight) {
  skip_to(article, min_weight);
  return true;
}

// Goes on from a candidate to the first article that matches, lives and weighs enough.
void TextSource::settle(std::uint32_t candidate, double min_weight) {
  for (; candidate != kNoMoreArticles; candidate = cursor_->next()) {
    if (segment_->deleted->contains(candidate) || !cursor_->confirm()) continue;
    weight_ = plan_->scored ? cursor_->score() : 0;
    if (!plan_->scored || weight_ >= min_weight) break;
  }
  article_ = candidate;
}

std::uint64_t count_matches(const SourcePlan& plan) {
  std::uint64_t count = 0;
  for (const SourceSegment& segment : plan.segments) {
    const MatchCursorPtr cursor = open_cursor(plan.plan, segment.target, CursorUse::kWalk);
    if (!cursor) continue;
    while (cursor->next() != kNoMoreArticles) {
      if (!segment.deleted->contains(cursor->article()) && cursor->confirm()) ++count;
    }
  }
  return count;
}

}  // namespace dateline::searcher
