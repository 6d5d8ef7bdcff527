#include "searcher/match/match_count.h"

#include <algorithm>
#include <optional>

#include "common/index/index.h"
#include "common/xapian_guard.h"
#include "searcher/match/plan/compile.h"

namespace dateline::searcher {
namespace {

std::optional<std::uint64_t> known_count(const PlanNode& plan, const LeafSegment& segment) {
  const auto* word = std::get_if<WordPlan>(&plan.value);
  if (word == nullptr || word->part != TextPart::kAnywhere) return std::nullopt;
  const std::vector<Term>& lists = word->lists[segment.target.segment];
  if (lists.empty()) return 0;
  if (!segment.deleted->empty() || lists.size() != 1) return std::nullopt;
  return lists[0].articles;
}

// Calls visit(window) for each window of the segment, deleted articles left out.
template <typename Visit>
void for_each_window(const PlanNode& plan, const LeafSegment& segment, Visit visit) {
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

// The matches of a query that asks the catalogue, ascending.
std::vector<std::uint32_t> catalogue_matches(const Xapian::Database& catalogue,
                                             const Xapian::Query& query) {
  return xapian_guard("search the index", [&] {
    Xapian::Enquire enquire(catalogue);
    enquire.set_query(query);
    const Xapian::MSet found = enquire.get_mset(0, catalogue.get_doccount());
    std::vector<std::uint32_t> articles;
    for (auto match = found.begin(); match != found.end(); ++match) articles.push_back(*match);
    std::sort(articles.begin(), articles.end());
    return articles;
  });
}

}  // namespace

std::uint64_t count_matches(const TextLeafPlan& plan) {
  std::uint64_t count = 0;
  for (const LeafSegment& segment : plan.segments) {
    const auto known = known_count(plan.node, segment);
    if (known) {
      count += *known;
    } else {
      for_each_window(plan.node, segment,
                      [&count](const MatchWindow& window) { count += window.count(); });
    }
  }
  return count;
}

void visit_matches(const CompiledQuery& query, const std::vector<OpenSegment>& segments,
                   const VisitMatches& visit) {
  if (const TextLeafPlan* plan = query.only_leaf()) {
    for (std::size_t segment = 0; segment < plan->segments.size(); ++segment) {
      for_each_window(plan->node, plan->segments[segment],
                      [&](const MatchWindow& window) { visit(segment, window); });
    }
    return;
  }
  for (std::size_t segment = 0; segment < segments.size(); ++segment) {
    const auto articles = catalogue_matches(segments[segment].catalogue, query.xapian());
    for (auto next = articles.begin(); next != articles.end();) {
      MatchWindow window(*next / MatchWindow::kArticles * MatchWindow::kArticles);
      while (next != articles.end() && *next <= window.last()) window.set(*next++);
      visit(segment, window);
    }
  }
}

Total estimate_matches(const TextLeafPlan& plan) {
  Total total;
  for (const LeafSegment& segment : plan.segments) {
    if (const auto known = known_count(plan.node, segment)) {
      total.value += *known;
      continue;
    }
    total.exact = false;
    const MatchCursorPtr cursor = open_cursor(plan.node, segment.target);
    if (!cursor) continue;
    total.value += std::min<std::uint64_t>(cursor->cost(), segment.target.index->articles());
  }
  return total;
}

}  // namespace dateline::searcher
