// The live articles of an index by identity: what an update compares with.
#pragma once

#include <cstdint>
#include <vector>

#include "common/index/index.h"

namespace dateline::indexer {

struct KnownArticle {
  std::uint64_t identity = 0;
  std::uint32_t content = 0;
  SegmentId segment = 0;
  ArticleNumber number = 0;
};

// Immutable, so thread-safe. 24 bytes an article.
class KnownArticles {
 public:
  KnownArticles() = default;
  explicit KnownArticles(const Index& index);

  // The live article with this identity, or nullptr. Valid as long as this object.
  const KnownArticle* find(std::uint64_t identity) const;

 private:
  std::vector<KnownArticle> articles_;  // by identity
};

}  // namespace dateline::indexer
