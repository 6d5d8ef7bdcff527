// Which live articles of an index are copies of each other, and which are versions of one story.
//
// What copies and versions are is said in common/copies/; the copies of an article are the others
// of its group, wherever they are and whether or not a query finds them. What is deleted counts for
// nothing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

#include "common/copies/relation.h"
#include "common/index/index.h"
#include "searcher/match/match.h"

namespace dateline::searcher {

// An article that has copies.
struct CopyCount {
  ArticleNumber number = 0;
  std::uint32_t copies = 0;  // itself not counted
};

// Nothing is read before something is asked: most searches ask nothing. The first question reads
// the relations of all segments and walks over two columns, once for the life of this object: 0.4
// ms for 45,000 articles. Not thread-safe. All functions may throw Error(kCorrupt).
class CopyGroups {
 public:
  // The index must outlive it.
  explicit CopyGroups(const Index& index) : index_(index) {}

  // Tells groups apart; no article without a copy has one.
  using Group = std::uint32_t;
  std::optional<Group> group_of(const ArticleRef& ref);

  // The copies of an article, in the order of the index, itself left out.
  std::vector<ArticleRef> copies_of(const ArticleRef& ref);

  // The articles of the same story that are other versions, in the order of the index: of each
  // group all.
  std::vector<ArticleRef> versions_of(const ArticleRef& ref);

  // The articles of a segment that have copies, ascending. Valid as long as this object.
  std::span<const CopyCount> counts(std::size_t segment);

 private:
  struct Member {
    ArticleRef ref;
    StoryKeys keys;
    Group group = kAlone;
  };
  static constexpr Group kAlone = std::numeric_limits<Group>::max();

  void open();
  void add_related(std::size_t segment);
  void add_first_articles(std::size_t segment, const std::vector<StoryKey>& named);
  void number_groups();
  void sort_stories();
  void count_copies();
  const Member* find(const ArticleRef& ref);

  const Index& index_;
  bool opened_ = false;
  std::vector<Member> members_;                  // by reference; those of groups alone too
  std::vector<std::vector<ArticleRef>> groups_;  // by number
  std::vector<std::uint32_t> by_story_;  // places in members_, by story, then as they stand there
  std::vector<std::vector<CopyCount>> counts_;  // by segment
};

}  // namespace dateline::searcher
