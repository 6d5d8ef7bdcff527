#include "searcher/match/boolean_cursors.h"

#include <algorithm>
#include <bit>

namespace dateline::searcher {
namespace {

double sum_of_max_scores(const std::vector<MatchCursorPtr>& parts) {
  double sum = 0;
  for (const MatchCursorPtr& part : parts) sum += part->max_score();
  return sum;
}

ScoreBound sum_of_bounds(const std::vector<MatchCursorPtr>& parts, std::uint32_t target) {
  ScoreBound sum;
  for (const MatchCursorPtr& part : parts) {
    const ScoreBound bound = part->bound(target);
    sum.score += bound.score;
    sum.last = std::min(sum.last, bound.last);
  }
  return sum;
}

}  // namespace

AndCursor::AndCursor(std::vector<MatchCursorPtr> parts)
    : parts_(std::move(parts)), max_score_(sum_of_max_scores(parts_)) {
  std::stable_sort(parts_.begin(), parts_.end(),
                   [](const auto& a, const auto& b) { return a->cost() < b->cost(); });
}

std::uint32_t AndCursor::advance_lead(std::uint32_t target) {
  if (article_ == kNoMoreArticles) return article_;
  while (min_score_ > 0 && target > worthwhile_until_ && target != kNoMoreArticles) {
    const ScoreBound bound = sum_of_bounds(parts_, target);
    if (bound.score >= min_score_) {
      worthwhile_until_ = bound.last;
    } else {
      target = bound.last == kNoMoreArticles ? kNoMoreArticles : bound.last + 1;
    }
  }
  return target == kNoMoreArticles ? target : parts_.front()->advance(target);
}

std::uint32_t AndCursor::align(std::uint32_t candidate) {
  for (std::size_t i = 1; i < parts_.size() && candidate != kNoMoreArticles;) {
    const std::uint32_t article = parts_[i]->advance(candidate);
    if (article == candidate) {
      ++i;
    } else {
      candidate = article == kNoMoreArticles ? article : advance_lead(article);
      i = 1;
    }
  }
  return article_ = candidate;
}

bool AndCursor::confirm() {
  return std::all_of(parts_.begin(), parts_.end(), [](auto& part) { return part->confirm(); });
}

double AndCursor::score() {
  double sum = 0;
  for (MatchCursorPtr& part : parts_) sum += part->score();
  return sum;
}

ScoreBound AndCursor::bound(std::uint32_t target) {
  return sum_of_bounds(parts_, target);
}

OrCursor::OrCursor(std::vector<MatchCursorPtr> parts)
    : parts_(std::move(parts)), max_score_(sum_of_max_scores(parts_)) {}

std::uint32_t OrCursor::advance(std::uint32_t target) {
  if (article_ >= target) return article_;
  article_ = kNoMoreArticles;
  for (MatchCursorPtr& part : parts_) article_ = std::min(article_, part->advance(target));
  return article_;
}

bool OrCursor::confirm() {
  return std::any_of(parts_.begin(), parts_.end(), [this](MatchCursorPtr& part) {
    return part->article() == article_ && part->confirm();
  });
}

double OrCursor::score() {
  double sum = 0;
  for (MatchCursorPtr& part : parts_) {
    if (part->article() == article_ && part->confirm()) sum += part->score();
  }
  return sum;
}

ScoreBound OrCursor::bound(std::uint32_t target) {
  return sum_of_bounds(parts_, target);
}

std::uint64_t OrCursor::cost() const {
  std::uint64_t cost = 0;
  for (const MatchCursorPtr& part : parts_) cost += part->cost();
  return cost;
}

WindowedOrCursor::WindowedOrCursor(std::vector<MatchCursorPtr> parts, std::uint32_t articles)
    : articles_(articles) {
  for (MatchCursorPtr& part : parts) parts_.push_back({std::move(part), 0, 0});
}

double WindowedOrCursor::max_score() const {
  double sum = 0;
  for (const Part& part : parts_) sum += part.cursor->max_score();
  return sum;
}

std::uint64_t WindowedOrCursor::cost() const {
  std::uint64_t cost = 0;
  for (const Part& part : parts_) cost += part.cursor->cost();
  return std::min<std::uint64_t>(cost, articles_);
}

std::uint32_t WindowedOrCursor::next() {
  return advance(article_ + 1);
}

std::uint32_t WindowedOrCursor::advance(std::uint32_t target) {
  if (article_ >= target) return article_;
  for (;;) {
    if (window_last_ < target && !fill(target)) return article_ = kNoMoreArticles;
    const std::uint32_t begin = std::max(target, window_.first) - window_.first;
    std::uint64_t word = window_.matched[begin / 64] & (~std::uint64_t{0} << (begin % 64));
    for (std::uint32_t i = begin / 64;;) {
      if (word != 0) {
        article_ = window_.first + i * 64 + static_cast<std::uint32_t>(std::countr_zero(word));
        return article_;
      }
      if (++i == window_.matched.size()) break;
      word = window_.matched[i];
    }
    target = window_last_ + 1;
  }
}

// Fills the next window, from `from` on, in which anything can reach the minimum.
bool WindowedOrCursor::fill(std::uint32_t from) {
  while (from <= articles_) {
    const std::uint32_t last = std::min(articles_, from + ScoreWindow::kArticles - 1);
    window_.first = from;
    window_last_ = last;
    window_.scores.fill(0);
    window_.matched.fill(0);
    const std::size_t optional = split_off_optional(from, last);
    if (optional < parts_.size()) {
      for (std::size_t i = optional; i < parts_.size(); ++i) {
        parts_[i].cursor->add_scores(window_, last);
      }
      for (std::size_t word = 0; word < window_.matched.size() && min_score_ > 0; ++word) {
        std::uint64_t left = window_.matched[word];
        for (; left != 0; left &= left - 1) {
          const auto bit = static_cast<std::uint32_t>(std::countr_zero(left));
          const auto at = static_cast<std::uint32_t>(word * 64) + bit;
          complete(optional, from + at, window_.matched[word]);
        }
      }
      return true;
    }
    from = last + 1;
  }
  return false;
}

// Orders the parts by what they can score in the window; the first ones, which together stay under
// the minimum, are optional there. Returns how many.
std::size_t WindowedOrCursor::split_off_optional(std::uint32_t from, std::uint32_t last) {
  if (min_score_ <= 0) return 0;
  for (Part& part : parts_) {
    part.limit = 0;
    for (std::uint32_t target = from; target <= last;) {
      const ScoreBound bound = part.cursor->bound(target);
      part.limit = std::max(part.limit, bound.score);
      if (bound.last >= last) break;
      target = bound.last + 1;
    }
  }
  std::sort(parts_.begin(), parts_.end(),
            [](const Part& a, const Part& b) { return a.limit < b.limit; });
  double below = 0;
  std::size_t optional = 0;
  for (Part& part : parts_) {
    part.limit_below = below += part.limit;
    if (below < min_score_) ++optional;
  }
  return optional;
}

// Adds what the optional parts score for the article, or drops it as soon as it cannot reach the
// minimum.
void WindowedOrCursor::complete(std::size_t optional, std::uint32_t article,
                                std::uint64_t& matched) {
  const std::uint32_t at = article - window_.first;
  double& score = window_.scores[at];
  for (std::size_t i = optional; i-- > 0;) {
    if (score + parts_[i].limit_below < min_score_) break;
    MatchCursor& part = *parts_[i].cursor;
    if (part.advance(article) == article && part.confirm()) score += part.score();
  }
  if (score < min_score_) matched &= ~(std::uint64_t{1} << (at % 64));
}

}  // namespace dateline::searcher
