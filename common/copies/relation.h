// Groups of copies and stories of versions: how an article says which it belongs to.
//
// A group is an article with its copies, a story is a group with those of its other versions. Both
// are named by the key of their first article, so that this one need not know of them: an article
// of which nothing is written belongs to the group and the story that are named by its own key.
// That makes a copy that arrives years later a matter of its own segment.
//
// An article joins the group of one that it is a copy of. So two articles of a group may be less
// alike than a copy is, where a third joins them, and stay in it where that one is deleted.
#pragma once

#include <cstdint>

#include "common/index/format.h"

namespace dateline {

using StoryKey = std::uint64_t;

// Stands for the article's own key, and as a story for the key of the group.
inline constexpr StoryKey kOwnKey = 0;

// The key of an article, never kOwnKey. `identity` and `content` are those of TextIndex: an article
// that was replaced has another key, for its new text is no copy of the copies of the old one.
inline StoryKey story_key(std::uint64_t identity, std::uint32_t content) {
  std::uint64_t key = identity ^ (std::uint64_t{content} + 1) * 0x9e37'79b9'7f4a'7c15;
  key = (key ^ key >> 31) * 0xbf58'476d'1ce4'e5b9;
  key ^= key >> 29;
  return key != kOwnKey ? key : 1;
}

struct CopyRelation {
  ArticleNumber article = 0;
  StoryKey group = kOwnKey;
  StoryKey story = kOwnKey;
  bool operator==(const CopyRelation&) const = default;
};

// What an article belongs to.
struct StoryKeys {
  StoryKey group = kOwnKey;
  StoryKey story = kOwnKey;
};

// `own` is the article's own key.
inline StoryKeys keys_of(const CopyRelation& relation, StoryKey own) {
  const StoryKey group = relation.group != kOwnKey ? relation.group : own;
  return {group, relation.story != kOwnKey ? relation.story : group};
}

}  // namespace dateline
