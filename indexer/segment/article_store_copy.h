// Merging article stores: what lives of one or several goes into a new one.
#pragma once

#include <memory>
#include <span>

#include "common/index/article_store.h"
#include "common/index/deletions.h"
#include "indexer/segment/article_store_writer.h"
#include "indexer/segment/store_dictionary.h"

namespace dateline::indexer {

// A store to merge. Both must outlive the merge.
struct StoreSource {
  ArticleStore* store;
  const DeletedArticles* deleted;
};

// Appends the live articles of all sources, in their order, so that they are numbered one by one.
// Blocks without a deleted article are copied as they are; the others are packed again, and so are
// those without a dictionary (which come from short segments) where the merged store is worth one.
// The caller finishes the writer.
void merge_article_stores(std::span<const StoreSource> sources, ArticleStoreWriter& writer);

}  // namespace dateline::indexer
