#include "searcher/match/match_windows.h"

#include <algorithm>
#include <cstdint>

#include "common/xapian_guard.h"

namespace dateline::searcher {
namespace {

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

void visit_matches(const CompiledQuery& query, const std::vector<OpenSegment>& segments,
                   const VisitMatches& visit) {
  if (query.only_plan() != nullptr) return visit_plan_matches(*query.only_plan(), visit);
  for (std::size_t segment = 0; segment < segments.size(); ++segment) {
    const auto articles = catalogue_matches(segments[segment].catalogue, query.xapian());
    for (auto next = articles.begin(); next != articles.end();) {
      MatchWindow window(*next / MatchWindow::kArticles * MatchWindow::kArticles);
      while (next != articles.end() && *next <= window.last()) window.set(*next++);
      visit(segment, window);
    }
  }
}

}  // namespace dateline::searcher
