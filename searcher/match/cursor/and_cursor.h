// AND and NOT of match cursors.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "searcher/match/cursor/match_cursor.h"

namespace dateline::searcher {

// Articles that all parts match. The rarest part leads; what it finds goes through the others some
// candidates at a time, and is dropped as soon as what the parts to come can add does not reach the
// minimum (block-max conjunction, Ding and Suel 2011).
class AndCursor final : public MatchCursor {
 public:
  explicit AndCursor(std::vector<MatchCursorPtr> parts);  // at least one

  std::uint32_t next() override { return align(parts_.front()->advance(article_ + 1)); }
  std::uint32_t advance(std::uint32_t target) override {
    return article_ >= target ? article_ : align(parts_.front()->advance(target));
  }
  bool confirm() override;
  double score() override;

  std::uint32_t collect(std::uint32_t from, std::uint32_t last, double min_score,
                        Candidates& candidates) override;
  void require(Candidates& candidates) override;
  void mark(MatchWindow& window) override;
  void keep(MatchWindow& window) override;

  double max_score() const override { return max_after_.front() + parts_.front()->max_score(); }
  std::uint64_t cost() const override { return parts_.front()->cost(); }
  bool has_doubts() const override;

 private:
  std::uint32_t align(std::uint32_t candidate);
  void note_limits(std::uint32_t from, std::uint32_t last);

  std::vector<MatchCursorPtr> parts_;  // the cheapest first
  std::vector<double> max_after_;      // the most that all parts after the i-th score together
  std::vector<double> limit_after_;    // the same for candidates that are held together
};

// Articles that the first cursor matches and the second does not.
class NotCursor final : public MatchCursor {
 public:
  NotCursor(MatchCursorPtr all, MatchCursorPtr excluded)
      : all_(std::move(all)), excluded_(std::move(excluded)) {}

  std::uint32_t next() override { return article_ = all_->next(); }
  std::uint32_t advance(std::uint32_t target) override { return article_ = all_->advance(target); }
  bool confirm() override { return !is_excluded(article_) && all_->confirm(); }
  double score() override { return all_->score(); }

  std::uint32_t collect(std::uint32_t from, std::uint32_t last, double min_score,
                        Candidates& candidates) override;
  void mark(MatchWindow& window) override;

  double max_score() const override { return all_->max_score(); }
  std::uint64_t cost() const override { return all_->cost(); }
  bool has_doubts() const override { return true; }

 private:
  bool is_excluded(std::uint32_t article) {
    return excluded_->advance(article) == article && excluded_->confirm();
  }

  MatchCursorPtr all_;
  MatchCursorPtr excluded_;
};

}  // namespace dateline::searcher
