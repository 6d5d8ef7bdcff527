#include "searcher/grouping/copy_groups.h"

#include <algorithm>
#include <numeric>

#include "common/copies/copies_file.h"
#include "common/copies/format.h"

namespace dateline::searcher {
namespace {

// Says at once of most keys that they are not in a set.
class KeyFilter {
 public:
  explicit KeyFilter(const std::vector<StoryKey>& keys) : bits_(kBits / 64) {
    for (const StoryKey key : keys) bits_[key % kBits / 64] |= std::uint64_t{1} << (key % 64);
  }
  bool may_hold(StoryKey key) const { return (bits_[key % kBits / 64] >> (key % 64) & 1) != 0; }

 private:
  static constexpr std::size_t kBits = 1 << 20;
  std::vector<std::uint64_t> bits_;
};

}  // namespace

std::optional<CopyGroups::Group> CopyGroups::group_of(const ArticleRef& ref) {
  const Member* const member = find(ref);
  if (member == nullptr || member->group == kAlone) return std::nullopt;
  return member->group;
}

std::vector<ArticleRef> CopyGroups::copies_of(const ArticleRef& ref) {
  const auto group = group_of(ref);
  if (!group) return {};
  std::vector<ArticleRef> copies = groups_[*group];
  std::erase(copies, ref);
  return copies;
}

std::vector<ArticleRef> CopyGroups::versions_of(const ArticleRef& ref) {
  const Member* const member = find(ref);
  if (member == nullptr) return {};
  const StoryKey story = member->keys.story;
  auto at = std::lower_bound(
      by_story_.begin(), by_story_.end(), story,
      [this](std::uint32_t i, StoryKey wanted) { return members_[i].keys.story < wanted; });
  std::vector<ArticleRef> versions;
  for (; at != by_story_.end() && members_[*at].keys.story == story; ++at) {
    if (members_[*at].keys.group != member->keys.group) versions.push_back(members_[*at].ref);
  }
  return versions;
}

std::span<const CopyCount> CopyGroups::counts(std::size_t segment) {
  open();
  return counts_[segment];
}

const CopyGroups::Member* CopyGroups::find(const ArticleRef& ref) {
  open();
  const auto found = std::lower_bound(
      members_.begin(), members_.end(), ref,
      [](const Member& member, const ArticleRef& wanted) { return member.ref < wanted; });
  return found != members_.end() && found->ref == ref ? &*found : nullptr;
}

void CopyGroups::open() {
  if (opened_) return;
  const std::size_t segments = index_.segments().size();
  for (std::size_t segment = 0; segment < segments; ++segment) add_related(segment);
  std::vector<StoryKey> named;
  for (const Member& member : members_) {
    named.push_back(member.keys.group);
    named.push_back(member.keys.story);
  }
  std::sort(named.begin(), named.end());
  named.erase(std::unique(named.begin(), named.end()), named.end());
  for (std::size_t segment = 0; segment < segments && !named.empty(); ++segment) {
    add_first_articles(segment, named);
  }
  // An article that names itself and has a relation too was added twice: the relation is the first.
  const auto by_ref = [](const Member& a, const Member& b) { return a.ref < b.ref; };
  std::stable_sort(members_.begin(), members_.end(), by_ref);
  const auto same = [](const Member& a, const Member& b) { return a.ref == b.ref; };
  members_.erase(std::unique(members_.begin(), members_.end(), same), members_.end());
  number_groups();
  sort_stories();
  count_copies();
  opened_ = true;
}

void CopyGroups::add_related(std::size_t segment) {
  const OpenSegment& open = index_.segments()[segment];
  const CopiesFile file(index_.dir() / segment_folder(open.entry.id) / kCopiesName);
  if (file.articles() != open.entry.articles) file.fail("it belongs to another segment");
  const auto identities = open.text_index->identities();
  const auto contents = open.text_index->contents();
  for (const CopyRelation& relation : file.relations()) {
    if (open.deleted.contains(relation.article)) continue;
    const StoryKey own =
        story_key(identities[relation.article - 1], contents[relation.article - 1]);
    members_.push_back({{segment, relation.article}, keys_of(relation, own), kAlone});
  }
}

// The articles that groups are named by: nothing is written of them where they are.
void CopyGroups::add_first_articles(std::size_t segment, const std::vector<StoryKey>& named) {
  const OpenSegment& open = index_.segments()[segment];
  const KeyFilter filter(named);
  const auto identities = open.text_index->identities();
  const auto contents = open.text_index->contents();
  for (ArticleNumber number = 1; number <= open.entry.articles; ++number) {
    const StoryKey key = story_key(identities[number - 1], contents[number - 1]);
    if (!filter.may_hold(key) || open.deleted.contains(number)) continue;
    if (!std::binary_search(named.begin(), named.end(), key)) continue;
    members_.push_back({{segment, number}, {key, key}, kAlone});
  }
}

void CopyGroups::number_groups() {
  std::vector<std::uint32_t> by_group(members_.size());
  std::iota(by_group.begin(), by_group.end(), 0U);
  std::stable_sort(by_group.begin(), by_group.end(), [this](std::uint32_t a, std::uint32_t b) {
    return members_[a].keys.group < members_[b].keys.group;
  });
  for (auto first = by_group.begin(); first != by_group.end();) {
    const StoryKey key = members_[*first].keys.group;
    const auto last = std::find_if(first, by_group.end(),
                                   [&](std::uint32_t i) { return members_[i].keys.group != key; });
    if (last - first > 1) {
      std::vector<ArticleRef>& group = groups_.emplace_back();
      for (auto member = first; member != last; ++member) {
        members_[*member].group = static_cast<Group>(groups_.size() - 1);
        group.push_back(members_[*member].ref);
      }
    }
    first = last;
  }
}

void CopyGroups::sort_stories() {
  by_story_.resize(members_.size());
  std::iota(by_story_.begin(), by_story_.end(), 0U);
  std::stable_sort(by_story_.begin(), by_story_.end(), [this](std::uint32_t a, std::uint32_t b) {
    return members_[a].keys.story < members_[b].keys.story;
  });
}

void CopyGroups::count_copies() {
  counts_.resize(index_.segments().size());
  for (const Member& member : members_) {
    if (member.group == kAlone) continue;
    const std::size_t others = groups_[member.group].size() - 1;
    counts_[member.ref.segment].push_back({member.ref.number, static_cast<std::uint32_t>(others)});
  }
}

}  // namespace dateline::searcher
