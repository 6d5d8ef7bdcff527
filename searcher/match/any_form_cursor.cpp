#include "searcher/match/any_form_cursor.h"

#include <algorithm>

#include "searcher/match/word_cursor.h"

namespace dateline::searcher {

AnyFormCursor::AnyFormCursor(const TextIndex& index, std::span<const Term> terms,
                             const Scoring& scoring, float idf)
    : OccurrenceCursor(scoring, idf) {
  for (const Term& term : terms) lists_.emplace_back(index, term);
}

std::uint32_t AnyFormCursor::advance(std::uint32_t target) {
  if (article_ >= target) return article_;
  article_ = kNoMoreArticles;
  for (PostingCursor& list : lists_) article_ = std::min(article_, list.advance(target));
  return article_;
}

bool AnyFormCursor::holds(std::uint32_t article) {
  bool found = false;
  for (PostingCursor& list : lists_) found |= list.holds(article);
  if (found) article_ = article;
  return found;
}

std::uint32_t AnyFormCursor::collect_occurrences(std::uint32_t from, std::uint32_t last, float idf,
                                                 double min_score, OccurrenceBatch& batch) {
  batch.count = 0;
  if (lists_.size() == 1) {
    PostingCursor& list = lists_.front();
    if (min_score > 0) from = pass_over_low_blocks(list, scoring_, idf, from, min_score);
    if (from > last || list.advance(from) > last) return std::max(from, list.article());
    const std::uint32_t begin = list.at();
    const std::uint32_t end = list.end_in_block(last);
    batch.count = end - begin;
    std::copy_n(list.block_articles() + begin, batch.count, batch.articles.begin());
    std::copy_n(list.block_occurrences() + begin, batch.count, batch.occurrences.begin());
    batch.in_headline.fill(false);
    list.for_each_headline(begin, end, [&](auto at) { batch.in_headline[at - begin] = true; });
    return list.block_last() <= last ? list.block_last() + 1 : last + 1;
  }
  if (advance(from) > last) return article_;
  batch.count = 1;
  batch.articles[0] = article_;
  batch.occurrences[0] = occurrences();
  batch.in_headline[0] = in_headline();
  return article_ + 1;
}

std::uint64_t AnyFormCursor::cost() const {
  std::uint64_t cost = 0;
  for (const PostingCursor& list : lists_) cost += list.articles();
  return cost;
}

std::uint32_t AnyFormCursor::occurrences() {
  std::uint32_t occurrences = 0;
  for (PostingCursor& list : lists_) {
    if (list.article() == article_) occurrences += list.occurrences();
  }
  return occurrences;
}

bool AnyFormCursor::in_headline() {
  return std::any_of(lists_.begin(), lists_.end(), [this](PostingCursor& list) {
    return list.article() == article_ && list.in_headline();
  });
}

void AnyFormCursor::positions(std::vector<std::uint32_t>& positions) {
  if (lists_.size() == 1) return lists_.front().positions(positions);
  positions.clear();
  for (PostingCursor& list : lists_) {
    if (list.article() != article_) continue;
    list.positions(of_list_);
    const auto middle = positions.insert(positions.end(), of_list_.begin(), of_list_.end());
    std::inplace_merge(positions.begin(), middle, positions.end());
  }
  positions.erase(std::unique(positions.begin(), positions.end()), positions.end());
}

}  // namespace dateline::searcher
