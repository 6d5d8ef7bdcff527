// What a hit tells of its copies and other versions.
#pragma once

#include <span>

#include "common/index/index.h"
#include "searcher/grouping/copy_groups.h"
#include "searcher/hit.h"

namespace dateline::searcher {

// Counts all of them and reads the first RelatedArticles::kMostListed from the index.
RelatedArticles read_related(std::span<const ArticleRef> refs, Index& index);

}  // namespace dateline::searcher
