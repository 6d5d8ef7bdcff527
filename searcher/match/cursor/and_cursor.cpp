#include "searcher/match/cursor/and_cursor.h"

#include <algorithm>

namespace dateline::searcher {
namespace {

// Candidates that must be confirmed are better tried after others have dropped most of them.
std::uint64_t cost_with_doubts(const MatchCursor& cursor) {
  return cursor.cost() * (cursor.has_doubts() ? 8 : 1);
}

}  // namespace

AndCursor::AndCursor(std::vector<MatchCursorPtr> parts)
    : parts_(std::move(parts)), max_after_(parts_.size(), 0.0), limit_after_(max_after_) {
  std::stable_sort(parts_.begin(), parts_.end(), [](const auto& a, const auto& b) {
    return cost_with_doubts(*a) < cost_with_doubts(*b);
  });
  for (std::size_t i = parts_.size() - 1; i > 0; --i) {
    max_after_[i - 1] = max_after_[i] + parts_[i]->max_score();
  }
}

std::uint32_t AndCursor::align(std::uint32_t candidate) {
  for (std::size_t i = 1; i < parts_.size() && candidate != kNoMoreArticles;) {
    const std::uint32_t article = parts_[i]->advance(candidate);
    if (article == candidate) {
      ++i;
    } else {
      candidate = article == kNoMoreArticles ? article : parts_.front()->advance(article);
      i = 1;
    }
  }
  return article_ = candidate;
}

bool AndCursor::has_doubts() const {
  return std::any_of(parts_.begin(), parts_.end(),
                     [](const auto& part) { return part->has_doubts(); });
}

bool AndCursor::confirm() {
  return std::all_of(parts_.begin(), parts_.end(), [](auto& part) { return part->confirm(); });
}

double AndCursor::score() {
  double sum = 0;
  for (MatchCursorPtr& part : parts_) sum += part->score();
  return sum;
}

std::uint32_t AndCursor::collect(std::uint32_t from, std::uint32_t last, double min_score,
                                 Candidates& candidates) {
  from = parts_.front()->collect(from, last, min_score - max_after_.front(), candidates);
  if (min_score > 0 && !candidates.empty()) {
    note_limits(candidates.articles.front(), candidates.articles[candidates.count - 1]);
    candidates.drop_below(min_score - limit_after_.front());
  }
  for (std::size_t i = 1; i < parts_.size() && !candidates.empty(); ++i) {
    parts_[i]->require(candidates);
    candidates.drop_below(min_score - limit_after_[i]);
  }
  return from;
}

// What the blocks say of [from, last] is less than what the whole lists do.
void AndCursor::note_limits(std::uint32_t from, std::uint32_t last) {
  limit_after_.back() = 0;
  for (std::size_t i = parts_.size() - 1; i > 0; --i) {
    limit_after_[i - 1] = limit_after_[i] + parts_[i]->max_score(from, last);
  }
}

void AndCursor::require(Candidates& candidates) {
  for (const MatchCursorPtr& part : parts_) part->require(candidates);
}

void AndCursor::mark(MatchWindow& window) {
  MatchWindow all(window.first);
  parts_.front()->mark(all);
  for (std::size_t i = 1; i < parts_.size(); ++i) parts_[i]->keep(all);
  window |= all;
}

void AndCursor::keep(MatchWindow& window) {
  for (const MatchCursorPtr& part : parts_) part->keep(window);
}

std::uint32_t NotCursor::collect(std::uint32_t from, std::uint32_t last, double min_score,
                                 Candidates& candidates) {
  from = all_->collect(from, last, min_score, candidates);
  candidates.keep_if([this](std::uint32_t article, double) { return !is_excluded(article); });
  return from;
}

void NotCursor::mark(MatchWindow& window) {
  MatchWindow all(window.first);
  all_->mark(all);
  MatchWindow excluded = all;
  excluded_->keep(excluded);
  all -= excluded;
  window |= all;
}

}  // namespace dateline::searcher
