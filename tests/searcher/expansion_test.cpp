#include "searcher/search/expansion.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "searcher/query/parser.h"

namespace dateline::searcher {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

Query query_to_expand(const std::string& text, SideBySide side_by_side = SideBySide::kAll) {
  ParseOptions options;
  options.side_by_side = side_by_side;
  return std::get<Query>(parse_query(text, options));
}

Article feedback_story(std::string body) {
  Article article;
  article.language = "en";
  article.body = std::move(body);
  return article;
}

// With the articles as the best ones, the first ahead by `lead`, in an index of 1,000.
std::string text_of_expanded(const Query& query, const std::vector<std::string>& bodies,
                             double lead = 0) {
  std::vector<Article> articles;
  for (const std::string& body : bodies) articles.push_back(feedback_story(body));
  std::vector<FeedbackArticle> best;
  for (const Article& article : articles) {
    best.push_back({&article, best.empty() ? lead : 0});
  }
  const auto articles_with = [](const std::string& word) -> std::uint64_t {
    if (word == "said") return 900;
    return word == "zeppelin" ? 1 : 20;
  };
  return to_string(expanded(query, best, {1'000, 10, articles_with}));
}

TEST(Expansion, AddsWordsOfTheBestArticles) {
  EXPECT_EQ(text_of_expanded(query_to_expand("ferry"), {"The ferry crews. Crews met."}),
            "ferry^1.456 OR crews^0.588 OR met^0.456");
}

TEST(Expansion, KeepsWhatWasTypedTogether) {
  EXPECT_EQ(text_of_expanded(query_to_expand("ferry strike"), {"Crews."}),
            "(ferry AND strike) OR crews^3");
  EXPECT_EQ(text_of_expanded(query_to_expand("ferry strike", SideBySide::kAny), {"Crews."}),
            "ferry OR strike OR crews^3");
}

TEST(Expansion, KeepsTheLimits) {
  EXPECT_EQ(text_of_expanded(query_to_expand("ferry -opera date:1987"), {"Crews."}),
            "(ferry OR crews^1.5) AND NOT opera AND date:1987");
  EXPECT_EQ(text_of_expanded(query_to_expand("ferry byline:smith words:>100"), {"Crews."}),
            "(ferry OR crews^1.5) AND byline:smith AND words:101..");
}

TEST(Expansion, LeavesOutWhatTellsNothing) {
  EXPECT_EQ(text_of_expanded(query_to_expand("ferry"),
                             {"The ferries said to us: 1987, a zeppelin of it, ox."}),
            "ferry");
}

TEST(Expansion, TakesTheCommonestFormOfAWord) {
  EXPECT_EQ(text_of_expanded(query_to_expand("ferry"), {"Lamps, lamp, lamps."}),
            "ferry OR lamps^1.5");
}

TEST(Expansion, ListensMostToTheArticleThatIsFarAhead) {
  const std::string text = text_of_expanded(query_to_expand("ferry"), {"Crews.", "Lamps."}, 100);
  EXPECT_THAT(text, HasSubstr("ferry OR crews^1.5"));
  EXPECT_THAT(text, HasSubstr("lamps^0.01"));
}

TEST(Expansion, AddsNoMoreWordsThanItSays) {
  std::string body;
  for (char a = 'a'; a <= 'z'; ++a) {
    for (const char b : {'k', 'm', 'x'}) body += std::string("q") + a + b + "a ";
  }
  const Query more = expanded(query_to_expand("ferry"), {}, {});
  EXPECT_EQ(to_string(more), "ferry");
  const std::string text = text_of_expanded(query_to_expand("ferry"), {body});
  std::size_t words = 0;
  for (std::size_t at = text.find(" OR "); at != std::string::npos;
       at = text.find(" OR ", at + 1)) {
    ++words;
  }
  EXPECT_EQ(words, kAddedWords);
}

TEST(Expansion, LeavesAQueryWithoutWordsAsItIs) {
  EXPECT_EQ(text_of_expanded(query_to_expand("date:1987"), {"Crews."}), "date:1987");
  EXPECT_EQ(text_of_expanded(Query{}, {"Crews."}), to_string(Query{}));
}

TEST(Expansion, IsReadAsItIsPrinted) {
  const std::string text = text_of_expanded(
      query_to_expand("\"ferry strike\" (crews OR boats^2) -opera"), {"Lamps near harbours."});
  EXPECT_EQ(to_string(query_to_expand(text)), text);
  EXPECT_THAT(text, Not(HasSubstr("NaN")));
}

}  // namespace
}  // namespace dateline::searcher
