#include "tests/oracle/engine.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>

namespace dateline::oracle {
namespace {

using Articles = std::vector<std::uint32_t>;

constexpr double kTolerance = 1e-4;  // of a score of about 1 or less, relative above
constexpr std::size_t kNamed = 3;

// What is in `some` and not in `others`.
std::string only_in(const Articles& some, const Articles& others, const IndexedArchive& archive) {
  Articles odd;
  std::set_difference(some.begin(), some.end(), others.begin(), others.end(),
                      std::back_inserter(odd));
  std::string named = std::to_string(odd.size());
  for (std::size_t i = 0; i < odd.size() && i < kNamed; ++i) {
    named += (i == 0 ? ": " : ", ") + archive.articles[odd[i]].id;
  }
  return named;
}

double tolerance(double score) {
  return kTolerance * std::max(1.0, score / 10);
}

}  // namespace

Engine::Engine(const IndexedArchive& archive) : searcher_(archive.index) {
  for (std::uint32_t i = 0; i < archive.articles.size(); ++i) {
    if (archive.live[i]) numbers_[archive.articles[i].id] = i;
  }
}

searcher::SearchResult Engine::ask(const searcher::Query& query, std::size_t limit,
                                   searcher::Order order) {
  searcher::SearchOptions options;
  options.page.limit = limit;
  options.page.order = order;
  const bool with_dates = order != searcher::Order::kRelevance;
  if (!with_dates) options.page.detail = searcher::Detail::kScores;
  return searcher_.search(query, options);
}

std::vector<Ranked> Engine::search(const searcher::Query& query, std::size_t limit) {
  std::vector<Ranked> found;
  for (const auto& hit : ask(query, limit).hits) found.push_back({number(hit), hit.score});
  return found;
}

Articles articles_of(const std::vector<Ranked>& ranked) {
  Articles articles;
  for (const Ranked& one : ranked) articles.push_back(one.article);
  std::sort(articles.begin(), articles.end());
  return articles;
}

std::string difference(const IndexedArchive& archive, const Articles& found,
                       const Articles& expected) {
  if (found == expected) return "none";
  return "not found " + only_in(expected, found, archive) + "; found wrongly " +
         only_in(found, expected, archive);
}

void expect_same_articles(const IndexedArchive& archive, const std::vector<Ranked>& found,
                          const std::vector<Ranked>& expected) {
  EXPECT_EQ(difference(archive, articles_of(found), articles_of(expected)), "none");
}

void expect_same_scores(const std::vector<Ranked>& found, const std::vector<Ranked>& expected) {
  std::unordered_map<std::uint32_t, double> scores;
  for (const Ranked& one : expected) scores[one.article] = one.score;
  for (std::size_t i = 0; i < found.size() && i < expected.size(); ++i) {
    const double score = scores[found[i].article];
    ASSERT_NEAR(found[i].score, score, tolerance(score)) << "article at " << i;
    ASSERT_NEAR(found[i].score, expected[i].score, tolerance(score)) << "order at " << i;
  }
}

}  // namespace dateline::oracle
