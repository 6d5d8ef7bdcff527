// Which of several versions of an article stays: the last that was read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/index/deletions.h"
#include "indexer/update/likeness.h"

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

// The live articles of an index by identity: what an update compares with. Thread-safe. 24 bytes an
// article, 28 once with_content() has been called.
class KnownArticles {
 public:
  KnownArticles() = default;
  explicit KnownArticles(const Index& index);

  std::size_t size() const { return articles_.size(); }

  // The live article with this identity, or nullptr. Valid as long as this object.
  const KnownArticle* find(std::uint64_t identity) const;

  // The live articles with this content, or with another of the same hash; the first few of them.
  std::vector<const KnownArticle*> with_content(std::uint32_t content) const;

 private:
  std::vector<KnownArticle> articles_;  // by identity
  mutable std::once_flag sorted_;
  mutable std::vector<std::uint32_t> by_content_;  // places in articles_
};

// An article as a run met it.
struct BatchArticle {
  std::string id;
  std::uint64_t identity = 0;
  std::uint32_t content = 0;
  Likeness likeness;
  std::string file;                     // and member, where it stands
  std::uint64_t line = 0;               // there; 0: it is the whole of it
  bool is_by_place = false;             // the id is a path, as the inputs name it
  std::optional<std::uint32_t> number;  // in its batch; nothing: passed over, the index has it
};

// Told every article of an update in the order of reading. Not thread-safe.
class Supersession {
 public:
  explicit Supersession(const KnownArticles& known) : known_(known) {}

  // What an article did to an earlier one of the same run.
  enum class Outcome { kNone, kNewVersion, kReplacedAnother };
  struct Noted {
    Outcome outcome = Outcome::kNone;
    std::string earlier;  // where the other stands, "wire.jsonl:3"; "" where that is not known
  };

  // Nothing as `added`: it was passed over, because the index has it as it is.
  Noted note(const BatchArticle& met, std::optional<ArticleInSegment> added);

  // How many new articles, known by their paths, the index has under other paths, which the run did
  // not meet. Call it when all are noted.
  struct Doubled {
    std::uint64_t articles = 0;
    std::string example;       // the first of them
    ArticleInSegment another;  // what it is in the index
  };
  Doubled doubled() const;

  // Gives the articles that do not stay, and counts: every article noted is indexed, replaced (it
  // replaced another, or another replaced it) or unchanged. Returns whether the update changes
  // anything. Call it once, at the end.
  bool settle(Deletions& gone, RunSummary& summary);

 private:
  struct Version {
    std::uint32_t content = 0;
    Likeness likeness;
    std::optional<ArticleInSegment> added;  // nothing: the article in the index stays
    std::uint32_t file = 0;                 // in files_
    std::uint32_t line = 0;
  };
  struct Double {
    std::string id;
    std::uint32_t content = 0;
  };

  static constexpr std::size_t kMostFiles = 4'096;  // whose names are kept

  const KnownArticle* elsewhere(std::uint32_t content) const;
  std::uint32_t number_of(const std::string& file);
  std::string place_of(const Version& version) const;

  const KnownArticles& known_;
  std::unordered_map<std::uint64_t, Version> latest_;  // by identity
  std::vector<std::string> files_ = {""};              // the first is that of all that are not kept
  std::vector<Double> doubles_;                        // new articles whose content is known
  Deletions superseded_;  // new articles that others of the run replace
  std::uint64_t replaced_ = 0;
  std::uint64_t unchanged_ = 0;
};

}  // namespace dateline::indexer
