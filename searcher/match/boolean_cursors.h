// AND, OR and NOT of match cursors.
#pragma once

#include <cstdint>
#include <vector>

#include "searcher/match/match_cursor.h"

namespace dateline::searcher {

// Articles that all parts match. The rarest part leads; where the bounds of all parts together stay
// under the minimum, whole blocks are passed over (block-max conjunction, Ding and Suel 2011).
class AndCursor final : public MatchCursor {
 public:
  explicit AndCursor(std::vector<MatchCursorPtr> parts);  // at least one

  std::uint32_t next() override { return align(advance_lead(article_ + 1)); }
  std::uint32_t advance(std::uint32_t target) override {
    return article_ >= target ? article_ : align(advance_lead(target));
  }
  bool confirm() override;
  double score() override;
  double max_score() const override { return max_score_; }
  ScoreBound bound(std::uint32_t target) override;
  void set_min_score(double min_score) override { min_score_ = min_score; }
  std::uint64_t cost() const override { return parts_.front()->cost(); }

 private:
  std::uint32_t advance_lead(std::uint32_t target);
  std::uint32_t align(std::uint32_t candidate);

  std::vector<MatchCursorPtr> parts_;  // by cost, ascending
  double max_score_ = 0;
  double min_score_ = 0;
  std::uint32_t worthwhile_until_ = 0;
};

// Articles that any part matches, one after the other: for an OR inside of something else, which
// mostly jumps.
class OrCursor final : public MatchCursor {
 public:
  explicit OrCursor(std::vector<MatchCursorPtr> parts);

  std::uint32_t next() override { return advance(article_ + 1); }
  std::uint32_t advance(std::uint32_t target) override;
  bool confirm() override;
  double score() override;
  double max_score() const override { return max_score_; }
  ScoreBound bound(std::uint32_t target) override;
  std::uint64_t cost() const override;

 private:
  std::vector<MatchCursorPtr> parts_;
  double max_score_ = 0;
};

// Articles that any part matches, a window of 4,096 at a time: for an OR that is the whole query.
// Within a window, parts that together cannot reach the minimum only add to what the others find
// (MaxScore, Turtle and Flood, "Query evaluation: strategies and optimizations", 1995; windows and
// block bounds after Grand et al. 2020).
class WindowedOrCursor final : public MatchCursor {
 public:
  // `articles` in the segment.
  WindowedOrCursor(std::vector<MatchCursorPtr> parts, std::uint32_t articles);

  std::uint32_t next() override;
  std::uint32_t advance(std::uint32_t target) override;
  double score() override { return window_.scores[article_ - window_.first]; }
  double max_score() const override;
  void set_min_score(double min_score) override { min_score_ = min_score; }
  std::uint64_t cost() const override;

 private:
  struct Part {
    MatchCursorPtr cursor;
    double limit = 0;        // the most it scores in the window
    double limit_below = 0;  // it and all parts with a smaller limit together
  };

  bool fill(std::uint32_t from);
  std::size_t split_off_optional(std::uint32_t from, std::uint32_t last);
  void complete(std::size_t optional, std::uint32_t article, std::uint64_t& matched);

  std::vector<Part> parts_;
  std::uint32_t articles_;
  double min_score_ = 0;
  ScoreWindow window_;
  std::uint32_t window_last_ = 0;
};

// Articles that the first cursor matches and the second does not.
class NotCursor final : public MatchCursor {
 public:
  NotCursor(MatchCursorPtr wanted, MatchCursorPtr unwanted)
      : wanted_(std::move(wanted)), unwanted_(std::move(unwanted)) {}

  std::uint32_t next() override { return article_ = wanted_->next(); }
  std::uint32_t advance(std::uint32_t target) override {
    return article_ = wanted_->advance(target);
  }
  bool confirm() override {
    return !(unwanted_->advance(article_) == article_ && unwanted_->confirm()) &&
           wanted_->confirm();
  }
  double score() override { return wanted_->score(); }
  double max_score() const override { return wanted_->max_score(); }
  ScoreBound bound(std::uint32_t target) override { return wanted_->bound(target); }
  void set_min_score(double min_score) override { wanted_->set_min_score(min_score); }
  std::uint64_t cost() const override { return wanted_->cost(); }

 private:
  MatchCursorPtr wanted_;
  MatchCursorPtr unwanted_;
};

}  // namespace dateline::searcher
