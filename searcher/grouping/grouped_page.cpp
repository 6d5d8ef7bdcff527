#include "searcher/grouping/grouped_page.h"

#include <algorithm>

namespace dateline::searcher {
namespace {

constexpr std::size_t kSpare = 8;  // asked for beyond the page, for copies in it

std::vector<Match> first_of_groups(const std::vector<Match>& matches, CopyGroups& groups) {
  RepeatCount repeats(groups);
  std::vector<Match> firsts;
  for (const Match& match : matches) {
    const std::uint64_t before = repeats.value();
    repeats.add(match.article);
    if (repeats.value() == before) firsts.push_back(match);
  }
  return firsts;
}

}  // namespace

std::vector<Match> grouped_page(const FindMatches& find, const PageBounds& page,
                                CopyGroups& groups) {
  const std::size_t needed = page.offset + page.limit;
  std::vector<Match> firsts;
  for (std::size_t asked = needed + needed / 8 + kSpare;; asked *= 4) {
    const std::vector<Match> matches = find(asked);
    firsts = first_of_groups(matches, groups);
    if (firsts.size() >= needed || matches.size() < asked) break;
  }
  firsts.resize(std::min(firsts.size(), needed));
  const std::size_t passed = std::min(page.offset, firsts.size());
  firsts.erase(firsts.begin(), firsts.begin() + static_cast<std::ptrdiff_t>(passed));
  return firsts;
}

void RepeatCount::add(const ArticleRef& ref) {
  const auto group = groups_.group_of(ref);
  if (!group) return;
  if (seen_.size() <= *group) seen_.resize(*group + 1);
  if (seen_[*group]) ++repeats_;
  seen_[*group] = true;
}

}  // namespace dateline::searcher
