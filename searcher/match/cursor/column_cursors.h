// Cursors over columns of the text index: dates, headlines, identities, lengths, all articles.
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <span>

#include "common/publication_time.h"
#include "common/text_index/text_index.h"
#include "searcher/grouping/copy_groups.h"
#include "searcher/match/cursor/match_cursor.h"
#include "searcher/match/cursor/occurrence_cursor.h"
#include "searcher/match/match.h"
#include "searcher/meaning/meaning.h"

namespace dateline::searcher {

// Every article of the segment; scores nothing.
class AllCursor final : public MatchCursor {
 public:
  explicit AllCursor(std::uint32_t articles) : articles_(articles) {}

  std::uint32_t next() override { return advance(article_ + 1); }
  std::uint32_t advance(std::uint32_t target) override {
    if (target > article_) article_ = target <= articles_ ? target : kNoMoreArticles;
    return article_;
  }
  double score() override { return 0; }
  double max_score() const override { return 0; }
  std::uint64_t cost() const override { return articles_; }

 private:
  std::uint32_t articles_;
};

// The date column, with the bounds of each 128 articles. Views into a TextIndex, which must outlive
// it.
struct DateColumn {
  explicit DateColumn(const TextIndex& index) : dates(index.dates()), bounds(index.date_bounds()) {}

  std::span<const DateCode> dates;
  std::span<const DateCode> bounds;
};

// Articles published in a range of days, or undated ones; scores nothing.
class DateCursor final : public MatchCursor {
 public:
  DateCursor(const DateColumn& column, const DayRange& range)
      : column_(column), range_(range), lowest_(range.lowest()), highest_(range.highest()) {}

  std::uint32_t next() override { return advance(article_ + 1); }
  std::uint32_t advance(std::uint32_t target) override;
  double score() override { return 0; }
  double max_score() const override { return 0; }
  std::uint64_t cost() const override;

 private:
  bool block_may_match(std::size_t block) const {
    return column_.bounds[2 * block + 1] >= lowest_ && column_.bounds[2 * block] <= highest_ &&
           column_.bounds[2 * block + 1] != kUndated;
  }

  DateColumn column_;
  DayRange range_;
  DateCode lowest_;
  DateCode highest_;
};

// Articles whose value in a column is wanted; scores nothing. `cost` is at least how many they are.
template <typename Value, typename Wanted>
class ColumnCursor : public MatchCursor {
 public:
  ColumnCursor(std::span<const Value> column, Wanted wanted, std::uint64_t cost)
      : column_(column), wanted_(wanted), cost_(cost) {}

  std::uint32_t next() final { return advance(article_ + 1); }
  std::uint32_t advance(std::uint32_t target) final {
    if (article_ >= target) return article_;
    while (target <= column_.size() && !wanted_(column_[target - 1])) ++target;
    return article_ = target <= column_.size() ? target : kNoMoreArticles;
  }
  double score() final { return 0; }
  double max_score() const final { return 0; }
  std::uint64_t cost() const final { return cost_; }

 private:
  std::span<const Value> column_;
  Wanted wanted_;
  std::uint64_t cost_;
};

struct IsUndated {
  bool operator()(DateCode date) const { return date == kUndated; }
};

struct UndatedCursor final : ColumnCursor<DateCode, IsUndated> {
  explicit UndatedCursor(const DateColumn& column)
      : ColumnCursor(column.dates, {}, column.dates.size()) {}
};

// Articles by how many copies they have; scores nothing.
class CopiesCursor final : public MatchCursor {
 public:
  // `counts` are of the articles that have any, ascending; all others up to `articles` have none.
  CopiesCursor(std::span<const CopyCount> counts, std::uint32_t articles, const AskedNumber& copies)
      : counts_(counts), articles_(articles), copies_(copies) {}

  std::uint32_t next() override { return advance(article_ + 1); }
  std::uint32_t advance(std::uint32_t target) override;
  double score() override { return 0; }
  double max_score() const override { return 0; }
  std::uint64_t cost() const override { return copies_.least == 0 ? articles_ : counts_.size(); }

 private:
  std::span<const CopyCount> counts_;  // from where it stands
  std::uint32_t articles_;
  AskedNumber copies_;
};

// Articles that hold a word in the headline; scored as the word is.
class HeadlineCursor final : public MatchCursor {
 public:
  explicit HeadlineCursor(OccurrenceCursorPtr word) : word_(std::move(word)) {}

  std::uint32_t next() override { return article_ = word_->next(); }
  std::uint32_t advance(std::uint32_t target) override { return article_ = word_->advance(target); }
  bool confirm() override { return word_->in_headline(); }
  bool has_doubts() const override { return true; }
  double score() override { return word_->score(); }
  double max_score() const override { return word_->max_score(); }
  std::uint64_t cost() const override { return word_->cost(); }

 private:
  OccurrenceCursorPtr word_;
};

// The score by which articles come in order of date, which `order` is: rises with the rank, undated
// ones last with 0.
double date_score(DateCode date, Order order);

// The most that an article of a block of 128 scores.
double date_limit(const DateColumn& column, std::size_t block, Order order);

// The articles of another cursor scored by their date: a search by date is a search for the top
// scores, and blocks of 128 articles without a date that is wanted are passed over.
class DateOrderCursor final : public MatchCursor {
 public:
  DateOrderCursor(MatchCursorPtr articles, const DateColumn& column, Order order)
      : articles_(std::move(articles)), column_(column), order_(order) {}

  std::uint32_t next() override { return advance(article_ + 1); }
  std::uint32_t advance(std::uint32_t target) override;
  bool confirm() override { return articles_->confirm(); }
  double score() override { return date_score(column_.dates[article_ - 1], order_); }
  std::uint32_t collect(std::uint32_t from, std::uint32_t last, double min_score,
                        Candidates& candidates) override;
  double max_score() const override { return static_cast<double>(~DateCode{0}); }
  void set_min_score(double min_score) override { min_score_ = std::max(min_score_, min_score); }
  std::uint64_t cost() const override { return articles_->cost(); }

 private:
  MatchCursorPtr articles_;
  DateColumn column_;
  Order order_;
  double min_score_ = 0;
};

}  // namespace dateline::searcher
