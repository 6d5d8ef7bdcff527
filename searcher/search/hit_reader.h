// Matches -> hits: reads the articles of a page, lights what matched, tells of copies.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "common/index/index.h"
#include "searcher/grouping/copy_groups.h"
#include "searcher/search/hit.h"
#include "searcher/search/searcher.h"

namespace dateline::searcher {

// Not thread-safe. What it is given must outlive it.
class HitReader {
 public:
  HitReader(Index& index, CopyGroups& groups) : index_(index), groups_(groups) {}

  // As far as the options ask for; `matches` begin at their offset.
  std::vector<Hit> read(const std::vector<Match>& matches, Highlighter highlighter,
                        const PageOptions& options);

  // The live article with this id.
  std::optional<Article> find(std::string_view id);

 private:
  void add_related(Hit& hit, Detail detail);
  Article article(const ArticleRef& ref, Detail detail);

  Index& index_;
  CopyGroups& groups_;
};

}  // namespace dateline::searcher
