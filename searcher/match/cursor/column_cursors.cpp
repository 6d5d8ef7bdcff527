#include "searcher/match/cursor/column_cursors.h"

namespace dateline::searcher {
namespace {

constexpr std::size_t block_of(std::uint32_t article) {
  return (article - 1) / kBlockPostings;
}

constexpr std::uint32_t first_of_next_block(std::uint32_t article) {
  return static_cast<std::uint32_t>((block_of(article) + 1) * kBlockPostings + 1);
}

}  // namespace

std::uint32_t DateCursor::advance(std::uint32_t target) {
  if (article_ >= target) return article_;
  while (target <= column_.dates.size()) {
    if ((target - 1) % kBlockPostings == 0 && !block_may_match(block_of(target))) {
      target = first_of_next_block(target);
    } else if (range_.contains(column_.dates[target - 1])) {
      return article_ = target;
    } else {
      ++target;
    }
  }
  return article_ = kNoMoreArticles;
}

std::uint64_t DateCursor::cost() const {
  std::uint64_t articles = 0;
  for (std::size_t block = 0; block < column_.bounds.size() / 2; ++block) {
    if (block_may_match(block)) articles += kBlockPostings;
  }
  return std::min<std::uint64_t>(articles, column_.dates.size());
}

std::uint32_t CopiesCursor::advance(std::uint32_t target) {
  if (article_ >= target) return article_;
  for (; target <= articles_; ++target) {
    if (!counts_.empty() && counts_.front().number < target) {
      const auto from = std::lower_bound(
          counts_.begin(), counts_.end(), target,
          [](const CopyCount& count, std::uint32_t wanted) { return count.number < wanted; });
      counts_ = {from, counts_.end()};
    }
    if (copies_.least > 0) {
      if (counts_.empty()) break;
      target = counts_.front().number;
    }
    const bool has_copies = !counts_.empty() && counts_.front().number == target;
    if (copies_.contains(has_copies ? counts_.front().copies : 0)) return article_ = target;
  }
  return article_ = kNoMoreArticles;
}

double date_score(DateCode date, Order order) {
  if (date == kUndated) return 0;
  return static_cast<double>(order == Order::kNewest ? date : ~date);
}

double date_limit(const DateColumn& column, std::size_t block, Order order) {
  const bool newest = order == Order::kNewest;
  return date_score(column.bounds[2 * block + (newest ? 1 : 0)], order);
}

std::uint32_t DateOrderCursor::advance(std::uint32_t target) {
  if (article_ >= target) return article_;
  for (;;) {
    while (min_score_ > 0 && target <= column_.dates.size() &&
           date_limit(column_, block_of(target), order_) < min_score_) {
      target = first_of_next_block(target);
    }
    article_ = articles_->advance(target);
    if (article_ == kNoMoreArticles || min_score_ <= 0 || score() >= min_score_) return article_;
    target = article_ + 1;
  }
}

std::uint32_t DateOrderCursor::collect(std::uint32_t from, std::uint32_t last, double min_score,
                                       Candidates& candidates) {
  candidates.clear();
  while (from <= last && date_limit(column_, block_of(from), order_) < min_score) {
    from = first_of_next_block(from);
  }
  if (from > last) return from;
  std::uint32_t first_low = from;
  while (first_low <= last && date_limit(column_, block_of(first_low), order_) >= min_score) {
    first_low = first_of_next_block(first_low);
  }
  from = articles_->collect(from, std::min(last, first_low - 1), 0, candidates);
  for (std::size_t i = 0; i < candidates.count; ++i) {
    candidates.scores[i] = date_score(column_.dates[candidates.articles[i] - 1], order_);
  }
  candidates.drop_below(min_score);
  return from;
}

}  // namespace dateline::searcher
