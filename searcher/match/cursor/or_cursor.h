// OR of match cursors.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include "searcher/match/cursor/match_cursor.h"

namespace dateline::searcher {

// Articles that any part matches.
//
// Batches come from windows of 4,096 articles, the first ones smaller, because in them the minimum
// is still low. In a window, parts that together cannot reach the minimum are optional: they only
// add to what the others find, and only where that may suffice (MaxScore, Turtle and Flood, "Query
// evaluation: strategies and optimizations", 1995; windows and block bounds after Grand et al.
// 2020).
class OrCursor final : public MatchCursor {
 public:
  explicit OrCursor(std::vector<MatchCursorPtr> parts);  // at least one

  std::uint32_t next() override { return advance(article_ + 1); }
  std::uint32_t advance(std::uint32_t target) override;
  bool confirm() override;
  double score() override;

  std::uint32_t collect(std::uint32_t from, std::uint32_t last, double min_score,
                        Candidates& candidates) override;
  void mark(MatchWindow& window) override;

  double max_score() const override;
  double max_score(std::uint32_t from, std::uint32_t last) override;
  std::uint64_t cost() const override;
  bool has_doubts() const override;

 private:
  static constexpr std::uint32_t kFirstWindow = 512;

  struct Part {
    MatchCursorPtr cursor;
    double limit = 0;        // the most it scores in the window
    double limit_below = 0;  // it and all parts with a smaller limit together
  };
  struct Sums {
    MatchWindow matched{0};
    std::array<double, MatchWindow::kArticles> scores;
  };

  void open_window(std::uint32_t from, std::uint32_t last, double min_score);
  void add_up(Part& part, std::uint32_t from);
  std::uint32_t take_from_sums(std::uint32_t from, std::uint32_t last, double min_score,
                               Candidates& candidates);
  double limit_of_optional() const {
    return optional_ == 0 ? 0 : parts_[optional_ - 1].limit_below;
  }

  std::vector<Part> parts_;
  std::size_t optional_ = 0;  // so many of the first parts are, in this window
  std::uint32_t window_articles_ = kFirstWindow;
  std::uint32_t window_last_ = 0;  // of the window that is open; 0: none
  std::unique_ptr<Sums> sums_;     // where several parts are needed; made when first needed
};

}  // namespace dateline::searcher
