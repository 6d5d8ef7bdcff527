#include "tests/searcher/output/results.h"

namespace dateline::searcher {
namespace {

using namespace std::chrono_literals;

Article harbour_article() {
  Article article;
  article.id = "gazette/17";
  article.headline = "Harbour reopens after storm";
  article.body = "The harbour of Östermouth reopened.\n\nFerries sail again.";
  article.byline = "Ann Example";
  article.source = "Coastal Gazette";
  article.agency = "CNA";
  article.place = "ÖSTERMOUTH";
  article.section = "Regional";
  article.url = "https://gazette.example/17";
  article.published.local = std::chrono::local_days{std::chrono::January / 13 / 2023} + 9h + 41min;
  article.published.utc_offset = 330min;
  article.published.precision = Precision::kMinute;
  article.published.origin = DateOrigin::kField;
  article.fields = {{"topics", "ship"}, {"places", "coast"}, {"topics", "storm"}};
  return article;
}

}  // namespace

SearchResult full_result() {
  SearchResult result;
  result.query = "harbour date:2023";
  result.read_as = "harbour AND date:2023";
  result.total = {234, true};
  result.undated_left_out = 12;
  result.generation = 42;
  result.elapsed = 317us;
  Article first = harbour_article();
  Article second = harbour_article();
  second.id = "gazette/18";
  second.published = {.local = std::chrono::local_days{std::chrono::March / 1 / 2023},
                      .utc_offset = {},
                      .precision = Precision::kMonth,
                      .origin = DateOrigin::kPath};
  const HighlightedText headline{first.headline, {{0, 7}}};
  const HighlightedText snippet{"The harbour of Östermouth reopened.", {{4, 11}}};
  result.hits.push_back({1, 11.25, first, headline, snippet});
  result.hits.push_back({2, 7.5, second, headline, snippet});
  result.facets.push_back({"source", {{"Coastal Gazette", 120}, {"Östermouth Post", 99}}, 3, 1});
  result.timeline = Timeline{Period::kMonth,
                             {{std::chrono::year{2023} / 1 / 1, Period::kMonth, 200},
                              {std::chrono::year{2023} / 3 / 1, Period::kMonth, 22}},
                             12};
  return result;
}

SearchResult sparse_result() {
  SearchResult result;
  result.query = "ferries";
  result.read_as = "ferries";
  result.total = {1, false};
  Article article;
  article.id = "notes/a b.txt";
  article.body = "Ferries sail again.";
  result.hits.push_back({1, 0, article, {}, {article.body, {}}});
  return result;
}

}  // namespace dateline::searcher
