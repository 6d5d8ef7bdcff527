#include "searcher/search/similar.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <string>

namespace dateline::searcher {
namespace {

class MoreLikeTest : public testing::Test {
 protected:
  std::string query(const Article& article) const {
    const WordStatistics statistics{1'000, [this](std::string_view term) {
                                      const auto known = articles_.find(term);
                                      return known == articles_.end() ? 0 : known->second;
                                    }};
    return to_string(more_like(article, statistics));
  }

  std::map<std::string, std::uint64_t, std::less<>> articles_ = {
      {"ferry", 20}, {"strike", 40}, {"the", 990}, {"zeppelin", 1}};
};

Article article(std::string headline, std::string body) {
  Article article;
  article.id = "x 1";
  article.headline = std::move(headline);
  article.body = std::move(body);
  return article;
}

TEST_F(MoreLikeTest, TakesWordsThatAreRareElsewhereAndFrequentHere) {
  EXPECT_EQ(query(article("", "The ferry, the ferry and the strike.")),
            "(ferry^10 OR strike^5.86) AND NOT id:\"x 1\"");
}

TEST_F(MoreLikeTest, CountsWordsOfTheHeadlineMore) {
  EXPECT_EQ(query(article("Strike", "A ferry.")), "(strike^10 OR ferry^6.03) AND NOT id:\"x 1\"");
}

TEST_F(MoreLikeTest, LeavesOutWordsThatNoOtherArticleHas) {
  EXPECT_EQ(query(article("", "A zeppelin. A ferry.")), "ferry^10 AND NOT id:\"x 1\"");
}

TEST_F(MoreLikeTest, FindsNothingWhereNothingTells) {
  EXPECT_EQ(query(article("", "The zeppelin.")), "NOT * AND NOT id:\"x 1\"");
}

TEST_F(MoreLikeTest, TakesNoMoreWordsThanItSays) {
  std::string body;
  for (int i = 0; i < 100; ++i) {
    const std::string word = "word" + std::string(1, static_cast<char>('a' + i % 26)) +
                             std::string(1, static_cast<char>('a' + i / 26));
    body += word + " ";
    articles_[word] = 5;
  }
  const Query like = more_like(article("", body), {1'000, [](std::string_view) { return 5; }});
  const auto& all = std::get<AndNode>(like.root.value);
  EXPECT_EQ(std::get<OrNode>(all.children.front().value).children.size(), kTellingWords);
}

}  // namespace
}  // namespace dateline::searcher
