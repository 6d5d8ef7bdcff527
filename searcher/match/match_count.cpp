#include "searcher/match/match_count.h"

#include <algorithm>
#include <optional>

namespace dateline::searcher {
namespace {

std::optional<std::uint64_t> known_count(const PlanNode& plan, const SourceSegment& segment) {
  const auto* word = std::get_if<WordPlan>(&plan.value);
  if (word == nullptr || word->where != TextPart::kAnywhere) return std::nullopt;
  const std::vector<Term>& lists = word->lists[segment.target.segment];
  if (lists.empty()) return 0;
  if (!segment.deleted->empty() || lists.size() != 1) return std::nullopt;
  return lists[0].articles;
}

// Calls visit(window) for each window of the segment, deleted articles left out.
template <typename Visit>
void for_each_window(const PlanNode& plan, const SourceSegment& segment, Visit visit) {
  const MatchCursorPtr cursor = open_cursor(plan, segment.target);
  if (!cursor) return;
  const std::uint32_t articles = segment.target.index->articles();
  for (std::uint32_t first = 0; first <= articles; first += MatchWindow::kArticles) {
    MatchWindow window(first);
    cursor->mark(window);
    if (!segment.deleted->empty()) {
      window.for_each([&](std::uint32_t article) {
        if (segment.deleted->contains(article)) window.unset(article);
      });
    }
    visit(window);
  }
}

}  // namespace

std::uint64_t count_matches(const SourcePlan& plan) {
  std::uint64_t count = 0;
  for (const SourceSegment& segment : plan.segments) {
    const auto known = known_count(plan.plan, segment);
    if (known) {
      count += *known;
    } else {
      for_each_window(plan.plan, segment,
                      [&count](const MatchWindow& window) { count += window.count(); });
    }
  }
  return count;
}

void visit_plan_matches(const SourcePlan& plan, const VisitMatches& visit) {
  for (std::size_t segment = 0; segment < plan.segments.size(); ++segment) {
    for_each_window(plan.plan, plan.segments[segment],
                    [&](const MatchWindow& window) { visit(segment, window); });
  }
}

Total estimate_matches(const SourcePlan& plan) {
  Total total;
  for (const SourceSegment& segment : plan.segments) {
    if (const auto known = known_count(plan.plan, segment)) {
      total.value += *known;
      continue;
    }
    total.exact = false;
    const MatchCursorPtr cursor = open_cursor(plan.plan, segment.target);
    if (!cursor) continue;
    total.value += std::min<std::uint64_t>(cursor->cost(), segment.target.index->articles());
  }
  return total;
}

}  // namespace dateline::searcher
