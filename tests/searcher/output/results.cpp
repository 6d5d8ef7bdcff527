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
  result.notes = {"harb* stands for 1,024 of 3,100 words; the rest was left out"};
  result.suggestion = Suggestion{"harbour date:2022", Query{}};
  result.explanation =
      Explanation{{{0, "harbour", 234, {{"harbour", 230}, {"harbours", 4}}, 0, false}},
                  0,
                  {{"date:2023", 300}}};
  result.facets.push_back({"source", {{"Coastal Gazette", 120}, {"Östermouth Post", 99}}, 3, 1});
  result.timeline = Timeline{Period::kMonth,
                             {{std::chrono::year{2023} / 1 / 1, Period::kMonth, 200},
                              {std::chrono::year{2023} / 3 / 1, Period::kMonth, 22}},
                             12};
  result.groups = 201;
  for (Hit& hit : result.hits) {
    hit.copies = {5,
                  {{"sentinel/4", "Sentinel", "Harbour opens", first.published},
                   {"courier/9", "Courier", "", second.published}}};
    hit.versions = {1, {{"gazette/16", "Coastal Gazette", "CORRECTED-Harbour reopens", {}}}};
  }
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

SearchResult hostile_result() {
  std::string evil =
      "=cmd|' /C calc'!A0\r\nER  - \r\nTY  - BOOK\t</title></style></article><script>alert(1)"
      "</script><img src=x onerror=alert(1)>\" onmouseover=\"x' &lt; &#60; } @misc{x, "
      "title={%$#_^~\\";
  evil += "\x1b[2J\x07\xc2\x9b\u202eevil\u2066\u200b\u2028\ufffe\xff\xc3";
  evil += '\0';
  SearchResult result = full_result();
  result.query = result.read_as = evil;
  result.hits.resize(1);
  Hit& hit = result.hits.front();
  for (std::string* text :
       {&hit.article.id, &hit.article.headline, &hit.article.byline, &hit.article.source,
        &hit.article.agency, &hit.article.place, &hit.article.section, &hit.article.language}) {
    *text = evil;
  }
  result.notes = {evil};
  for (RelatedArticles* related : {&*hit.copies, &*hit.versions}) {
    for (RelatedArticle& article : related->listed) {
      article.id = article.source = article.headline = evil;
    }
  }
  hit.article.url = "javascript:alert(1)//" + evil;
  hit.headline = {evil, {{0, 4}, {60, 90}}};
  hit.snippet = {evil, {{10, 70}, {100, 5000}}};
  return result;
}

}  // namespace dateline::searcher
