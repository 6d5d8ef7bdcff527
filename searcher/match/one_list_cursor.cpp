#include "searcher/match/one_list_cursor.h"

#include <algorithm>

#include "searcher/match/word_cursor.h"

namespace dateline::searcher {

bool OneListCursor::holds(std::uint32_t article) {
  if (!list_.holds(article)) return false;
  article_ = article;
  return true;
}

std::uint32_t OneListCursor::collect_occurrences(std::uint32_t from, std::uint32_t last, float idf,
                                                 double min_score, OccurrenceBatch& batch) {
  batch.count = 0;
  if (min_score > 0) from = pass_over_low_blocks(list_, scoring_, idf, from, min_score);
  if (from > last || list_.advance(from) > last) return std::max(from, list_.article());
  const std::uint32_t begin = list_.at();
  const std::uint32_t end = list_.end_in_block(last);
  batch.count = end - begin;
  std::copy_n(list_.block_articles() + begin, batch.count, batch.articles.begin());
  std::copy_n(list_.block_occurrences() + begin, batch.count, batch.occurrences.begin());
  batch.in_headline.fill(false);
  list_.for_each_headline(begin, end, [&](auto at) { batch.in_headline[at - begin] = true; });
  return list_.block_last() <= last ? list_.block_last() + 1 : last + 1;
}

}  // namespace dateline::searcher
