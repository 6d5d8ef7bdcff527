// A word with several lists, up to the thousand words that a pattern stands for.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "searcher/match/cursor/occurrence_cursor.h"

namespace dateline::searcher {

// Adds up all lists in a window of neighbouring articles and walks over the sums, so that a step
// costs the same however many lists there are: of four lists that takes a third of the time, of
// thirty a tenth, of asking each list at every step. Windows are small where a walk jumps and grow
// to MatchWindow::kArticles where it does not. What is kept is bounded by the postings of a window.
class ManyFormsCursor final : public OccurrenceCursor {
 public:
  ManyFormsCursor(const TextIndex& index, std::span<const Term> terms, const Scoring& scoring,
                  float idf);

  std::uint32_t advance(std::uint32_t target) override;
  std::uint64_t cost() const override { return cost_; }
  std::uint32_t collect(std::uint32_t from, std::uint32_t last, double min_score,
                        Candidates& candidates) override;
  void mark(MatchWindow& window) override;

  bool holds(std::uint32_t article) override;
  std::uint32_t collect_occurrences(std::uint32_t from, std::uint32_t last, float idf,
                                    double min_score, OccurrenceCandidates& candidates) override;
  std::uint32_t occurrences() override { return occurrences_[place_of(article_)]; }
  bool in_headline() override { return headlines_[place_of(article_)]; }
  void positions(std::vector<std::uint32_t>& positions) override;

 private:
  static constexpr std::uint32_t kFirstWindow = 512;
  static constexpr std::uint32_t kNone = ~std::uint32_t{0};

  struct List {
    std::unique_ptr<PostingCursor> postings;
    std::unique_ptr<PostingCursor> positions;  // behind the other; made when asked for
    Term term;
  };
  // A list that holds an article, and the next such.
  struct Holder {
    std::uint32_t list;
    std::uint32_t next;
  };

  std::uint32_t place_of(std::uint32_t article) const { return article - window_.first; }
  bool is_set(std::uint32_t article) const {
    const std::uint32_t place = place_of(article);
    return (window_.bits[place / 64] >> (place % 64) & 1) != 0;
  }
  std::uint32_t next_set(std::uint32_t article) const;
  void open_window(std::uint32_t target);
  void add_up(std::uint32_t list);
  void read_positions(std::uint32_t list, std::vector<std::uint32_t>& positions);

  const TextIndex& index_;
  std::vector<List> lists_;
  std::vector<std::uint32_t> next_article_;  // of each list, behind the window
  std::uint64_t cost_ = 0;

  MatchWindow window_{0};
  std::uint32_t window_articles_ = kFirstWindow;
  std::uint32_t window_last_ = 0;  // of the window that is open; 0: none
  std::array<std::uint32_t, MatchWindow::kArticles> occurrences_;
  std::array<bool, MatchWindow::kArticles> headlines_;

  bool keeps_holders_ = false;  // from the first call of positions() on
  bool has_holders_ = false;    // of this window
  std::vector<Holder> holders_;
  std::array<std::uint32_t, MatchWindow::kArticles> first_holder_;
  std::vector<std::uint32_t> of_list_;
};

}  // namespace dateline::searcher
