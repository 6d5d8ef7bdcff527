#include "searcher/match/text_source.h"

#include <algorithm>
#include <functional>
#include <numeric>

#include "common/error.h"

namespace dateline::searcher {

namespace {

// Blocks of 128 articles to look into for a first page, before the walk over all begins.
constexpr std::size_t kProbedBlocks = 16;

// The blocks with the highest scores by date, best first.
std::vector<std::size_t> best_blocks(const DateColumn& dates, DateOrder order) {
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

// Where the count stands in the dictionary: one list, nothing deleted.
std::optional<std::uint64_t> known_count(const PlanNode& plan, const SourceSegment& segment) {
  const auto* word = std::get_if<WordPlan>(&plan.value);
  if (word == nullptr || word->where != PhraseCursor::Where::kAnywhere) return std::nullopt;
  const std::vector<Term>& lists = word->lists[segment.target.segment];
  if (!segment.deleted->empty() || lists.size() != 1) return std::nullopt;
  return lists[0].articles;
}

}  // namespace

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
  if (!cursor_) cursor_ = std::make_unique<AllCursor>(0);  // Xapian moves a source before it asks
  if (cursor_->cost() > 0 && plan_->order) {
    cursor_ = std::make_unique<DateOrderCursor>(std::move(cursor_),
                                                DateColumn(*segment_->target.index), *plan_->order);
    cursor_->set_min_score(date_floor());
  }
  article_ = 0;
  candidates_ = static_cast<Xapian::doccount>(
      std::min<std::uint64_t>(cursor_->cost(), segment_->target.index->articles()));
  set_maxweight(plan_->scored ? cursor_->max_score() : 0);
}

// A score that the last hit of the page reaches or passes: that of the last of `wanted` matches
// found in the blocks with the best dates. Archives mostly lie in order of date, so that without it
// newest-first would find each article better than all before it and pass over nothing.
double TextSource::date_floor() const {
  if (plan_->wanted == 0) return 0;
  const DateColumn dates(*segment_->target.index);
  std::vector<double> found;
  for (const std::size_t block : best_blocks(dates, *plan_->order)) {
    const auto first = static_cast<std::uint32_t>(block * kBlockPostings + 1);
    const MatchCursorPtr cursor = open_cursor(plan_->plan, segment_->target, CursorUse::kProbe);
    for (cursor->advance(first); cursor->article() < first + kBlockPostings; cursor->next()) {
      if (segment_->deleted->contains(cursor->article()) || !cursor->confirm()) continue;
      found.push_back(date_score(dates.dates[cursor->article() - 1], *plan_->order));
    }
    if (found.size() < plan_->wanted) continue;
    const auto last = found.begin() + static_cast<std::ptrdiff_t>(plan_->wanted) - 1;
    std::nth_element(found.begin(), last, found.end(), std::greater<>());
    return *last;
  }
  return 0;
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
    if (const auto known = known_count(plan.plan, segment)) {
      count += *known;
      continue;
    }
    const MatchCursorPtr cursor = open_cursor(plan.plan, segment.target, CursorUse::kWalk);
    if (!cursor) continue;
    while (cursor->next() != kNoMoreArticles) {
      if (!segment.deleted->contains(cursor->article()) && cursor->confirm()) ++count;
    }
  }
  return count;
}

}  // namespace dateline::searcher
