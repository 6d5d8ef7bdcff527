// The articles of the generation that is live while a run is at work: read again to compare.
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>

#include "common/article.h"
#include "indexer/update/supersession.h"

namespace dateline {
class Index;
}  // namespace dateline

namespace dateline::indexer {

// Opened with the first article that is asked for. Thread-safe.
class LiveArticles {
 public:
  explicit LiveArticles(std::filesystem::path index);
  ~LiveArticles();
  LiveArticles(const LiveArticles&) = delete;
  LiveArticles& operator=(const LiveArticles&) = delete;

  // Throws Error(kCorrupt) where the index is not what was written.
  Article read(const ArticleInSegment& article);

 private:
  std::filesystem::path path_;
  std::mutex mutex_;
  std::unique_ptr<Index> index_;
};

}  // namespace dateline::indexer
