// The best hits of one segment.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "common/index/deletions.h"
#include "searcher/match/cursor/match_cursor.h"

namespace dateline::searcher {

struct ScoredArticle {
  std::uint32_t article = 0;
  double score = 0;
};

// The `limit` best live articles up to `last` that score `floor` or more, in order of articles. Of
// equal scores the first articles are better.
std::vector<ScoredArticle> best_articles(MatchCursor& cursor, std::uint32_t last,
                                         const DeletedArticles& deleted, std::size_t limit,
                                         double floor);

}  // namespace dateline::searcher
