// Which of several versions of an article stays: the last that was read.
#pragma once

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "common/index/deletions.h"

namespace dateline {
class Index;
struct RunSummary;
}  // namespace dateline

namespace dateline::indexer {

// An article of a segment.
struct ArticleInSegment {
  SegmentId segment = 0;
  ArticleNumber number = 0;
};

struct KnownArticle {
  std::uint64_t identity = 0;
  std::uint32_t content = 0;
  ArticleInSegment article;
};

// The live articles of an index by identity: what an update compares with. Immutable, so
// thread-safe. 24 bytes an article.
class KnownArticles {
 public:
  KnownArticles() = default;
  explicit KnownArticles(const Index& index);

  // The live article with this identity, or nullptr. Valid as long as this object.
  const KnownArticle* find(std::uint64_t identity) const;

 private:
  std::vector<KnownArticle> articles_;  // by identity
};

// Told every article of an update in the order of reading. Not thread-safe.
class Supersession {
 public:
  explicit Supersession(const KnownArticles& known) : known_(known) {}

  // Nothing as `added`: it was passed over, because the index has it as it is.
  void note(std::uint64_t identity, std::uint32_t content, std::optional<ArticleInSegment> added);

  // Gives the articles that do not stay, and counts: every article noted is indexed, replaced (it
  // replaced another, or another replaced it) or unchanged. Returns whether the update changes
  // anything. Call it once, at the end.
  bool settle(Deletions& gone, RunSummary& summary);

 private:
  struct Version {
    std::uint32_t content = 0;
    std::optional<ArticleInSegment> added;  // nothing: the article in the index stays
  };

  const KnownArticles& known_;
  std::unordered_map<std::uint64_t, Version> latest_;  // by identity
  Deletions superseded_;  // new articles that others of the run replace
  std::uint64_t replaced_ = 0;
  std::uint64_t unchanged_ = 0;
};

}  // namespace dateline::indexer
