#include "searcher/match/cursor/occurrence_cursor.h"

#include <algorithm>

#include "searcher/match/cursor/many_forms_cursor.h"
#include "searcher/match/cursor/word_cursor.h"

namespace dateline::searcher {
namespace {

// How often and where a word stands that has one list.
class OneListCursor final : public OccurrenceCursor {
 public:
  OneListCursor(const TextIndex& index, const Term& term, const Scoring& scoring, float idf)
      : OccurrenceCursor(scoring, idf), list_(index, term) {}

  std::uint32_t advance(std::uint32_t target) override {
    return article_ >= target ? article_ : article_ = list_.advance(target);
  }
  std::uint64_t cost() const override { return list_.articles(); }
  bool holds(std::uint32_t article) override;
  std::uint32_t collect_occurrences(std::uint32_t from, std::uint32_t last, float idf,
                                    double min_score, OccurrenceCandidates& candidates) override;
  std::uint32_t occurrences() override { return list_.occurrences(); }
  bool in_headline() override { return list_.in_headline(); }
  void positions(std::vector<std::uint32_t>& positions) override { list_.positions(positions); }

 private:
  PostingCursor list_;
};

bool OneListCursor::holds(std::uint32_t article) {
  if (!list_.holds(article)) return false;
  article_ = article;
  return true;
}

std::uint32_t OneListCursor::collect_occurrences(std::uint32_t from, std::uint32_t last, float idf,
                                                 double min_score,
                                                 OccurrenceCandidates& candidates) {
  candidates.count = 0;
  if (min_score > 0) from = pass_over_low_blocks(list_, scoring_, idf, from, min_score);
  if (from > last || list_.advance(from) > last) return std::max(from, list_.article());
  const std::uint32_t begin = list_.at();
  const std::uint32_t end = list_.end_in_block(last);
  candidates.count = end - begin;
  std::copy_n(list_.block_articles() + begin, candidates.count, candidates.articles.begin());
  std::copy_n(list_.block_occurrences() + begin, candidates.count, candidates.occurrences.begin());
  candidates.in_headline.fill(false);
  list_.for_each_headline(begin, end, [&](auto at) { candidates.in_headline[at - begin] = true; });
  return list_.block_last() <= last ? list_.block_last() + 1 : last + 1;
}

}  // namespace

OccurrenceCursorPtr open_forms(const TextIndex& index, std::span<const Term> terms,
                               const Scoring& scoring, float idf) {
  if (terms.size() == 1) {
    return std::make_unique<OneListCursor>(index, terms.front(), scoring, idf);
  }
  return std::make_unique<ManyFormsCursor>(index, terms, scoring, idf);
}

}  // namespace dateline::searcher
