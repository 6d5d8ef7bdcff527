// Which of several versions of an article stays: the last that was read.
#pragma once

#include <cstdint>
#include <unordered_map>

#include "common/index/deletions.h"
#include "common/index/manifest.h"
#include "indexer/build/article_run.h"
#include "indexer/build/known_articles.h"

namespace dateline::indexer {

// Told every article of an update in the order of reading. Not thread-safe.
class Supersession {
 public:
  explicit Supersession(const KnownArticles& known) : known_(known) {}

  // An article whose number in `segment` is `base` + met.number, unless it was passed over.
  void note(const RunArticle& met, SegmentId segment, ArticleNumber base);

  // Marks all that do not stay as deleted, and counts: every article noted is indexed, replaced (it
  // took the place of another, or another of it) or unchanged. Returns whether the update changes
  // anything. Call it once, at the end.
  bool settle(Deletions& deletions, RunSummary& summary);

 private:
  struct Version {
    std::uint32_t content = 0;
    SegmentId segment = 0;  // of a new article; 0: the one in the index stays
    ArticleNumber number = 0;
  };

  const KnownArticles& known_;
  std::unordered_map<std::uint64_t, Version> latest_;  // by identity
  Deletions superseded_;  // new articles that others of the run replace
  std::uint64_t replaced_ = 0;
  std::uint64_t unchanged_ = 0;
};

}  // namespace dateline::indexer
