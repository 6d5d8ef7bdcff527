#include "searcher/match/cursor/or_cursor.h"

#include <algorithm>
#include <bit>

namespace dateline::searcher {

OrCursor::OrCursor(std::vector<MatchCursorPtr> parts) {
  for (MatchCursorPtr& part : parts) parts_.push_back({std::move(part), 0, 0});
}

std::uint32_t OrCursor::advance(std::uint32_t target) {
  if (article_ >= target) return article_;
  article_ = kNoMoreArticles;
  for (Part& part : parts_) article_ = std::min(article_, part.cursor->advance(target));
  return article_;
}

bool OrCursor::confirm() {
  return std::any_of(parts_.begin(), parts_.end(), [this](Part& part) {
    return part.cursor->article() == article_ && part.cursor->confirm();
  });
}

double OrCursor::score() {
  double sum = 0;
  for (Part& part : parts_) {
    if (part.cursor->article() == article_ && part.cursor->confirm()) sum += part.cursor->score();
  }
  return sum;
}

double OrCursor::max_score() const {
  double sum = 0;
  for (const Part& part : parts_) sum += part.cursor->max_score();
  return sum;
}

double OrCursor::max_score(std::uint32_t from, std::uint32_t last) {
  double sum = 0;
  for (const Part& part : parts_) sum += part.cursor->max_score(from, last);
  return sum;
}

std::uint64_t OrCursor::cost() const {
  std::uint64_t cost = 0;
  for (const Part& part : parts_) cost += part.cursor->cost();
  return cost;
}

bool OrCursor::has_doubts() const {
  return std::any_of(parts_.begin(), parts_.end(),
                     [](const Part& part) { return part.cursor->has_doubts(); });
}

void OrCursor::mark(MatchWindow& window) {
  for (Part& part : parts_) part.cursor->mark(window);
}

std::uint32_t OrCursor::collect(std::uint32_t from, std::uint32_t last, double min_score,
                                Candidates& candidates) {
  candidates.clear();
  if (from > window_last_) open_window(from, last, min_score);
  last = std::min(last, window_last_);
  if (optional_ == parts_.size()) return last + 1;
  const double missing = min_score - limit_of_optional();
  const bool is_single = optional_ + 1 == parts_.size();
  from = is_single ? parts_.back().cursor->collect(from, last, missing, candidates)
                   : take_from_sums(from, last, missing, candidates);
  from = std::min(from, last + 1);  // the window ends there, even where nothing is left in it
  for (std::size_t i = optional_; i-- > 0 && !candidates.empty();) {
    parts_[i].cursor->add(candidates);
    candidates.drop_below(min_score - (i == 0 ? 0 : parts_[i - 1].limit_below));
  }
  return from;
}

// Orders the parts by what they can score in the window; the first ones, which together stay under
// the minimum, are optional there.
void OrCursor::open_window(std::uint32_t from, std::uint32_t last, double min_score) {
  const std::uint32_t first = from & ~std::uint32_t{63};
  window_last_ = std::min(last, first + window_articles_ - 1);
  window_articles_ = std::min(2 * window_articles_, MatchWindow::kArticles);
  optional_ = 0;
  if (min_score > 0) {
    for (Part& part : parts_) part.limit = part.cursor->max_score(from, window_last_);
    std::sort(parts_.begin(), parts_.end(),
              [](const Part& a, const Part& b) { return a.limit < b.limit; });
    double below = 0;
    for (Part& part : parts_) {
      part.limit_below = below += part.limit;
      if (below < min_score) ++optional_;
    }
  }
  if (optional_ + 1 >= parts_.size()) return;
  if (!sums_) sums_ = std::make_unique<Sums>();
  sums_->matched = MatchWindow(first);
  std::fill_n(sums_->scores.begin(), window_last_ - first + 1, 0.0);
  for (std::size_t i = optional_; i < parts_.size(); ++i) add_up(parts_[i], from);
}

void OrCursor::add_up(Part& part, std::uint32_t from) {
  Candidates candidates;
  const std::uint32_t first = sums_->matched.first;
  while (from <= window_last_) {
    from = part.cursor->collect(from, window_last_, 0, candidates);
    for (std::size_t i = 0; i < candidates.count; ++i) {
      sums_->matched.set(candidates.articles[i]);
      sums_->scores[candidates.articles[i] - first] += candidates.scores[i];
    }
  }
}

std::uint32_t OrCursor::take_from_sums(std::uint32_t from, std::uint32_t last, double min_score,
                                       Candidates& candidates) {
  const MatchWindow& matched = sums_->matched;
  while (from <= last && !candidates.full()) {
    const std::uint32_t first = from & ~std::uint32_t{63};
    std::uint64_t left = matched.bits[(first - matched.first) / 64];
    left &= ~std::uint64_t{0} << (from % 64);
    if (last - first < 63) left &= (std::uint64_t{2} << (last - first)) - 1;
    from = first + 64;
    for (; left != 0; left &= left - 1) {
      const std::uint32_t article = first + static_cast<std::uint32_t>(std::countr_zero(left));
      if (candidates.full()) {
        from = article;
        break;
      }
      const double score = sums_->scores[article - matched.first];
      candidates.articles[candidates.count] = article;
      candidates.scores[candidates.count] = score;
      candidates.count += score >= min_score ? 1 : 0;  // no branch: either is as likely
    }
  }
  return from;
}

}  // namespace dateline::searcher
