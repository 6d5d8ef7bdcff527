#include "indexer/update/live_articles.h"

#include <algorithm>
#include <utility>

#include "common/error.h"
#include "common/index/index.h"

namespace dateline::indexer {

LiveArticles::LiveArticles(std::filesystem::path index) : path_(std::move(index)) {}
LiveArticles::~LiveArticles() = default;

Article LiveArticles::read(const ArticleInSegment& article) {
  const std::lock_guard lock(mutex_);
  if (!index_) index_ = std::make_unique<Index>(Index::open(path_));
  for (OpenSegment& segment : index_->segments()) {
    if (segment.entry.id == article.segment) return segment.articles.article(article.number);
  }
  throw Error(ErrorKind::kMissing, "a segment of the live generation is gone");
}

}  // namespace dateline::indexer
