// What holds for every format, however it is written.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/indexer/sources/packing.h"
#include "tests/indexer/sources/reading.h"

namespace dateline::indexer {
namespace {

struct Sample {
  std::string name;
  std::string file;  // holds kArticles articles, the first with headline "Harbour opens"
  std::size_t articles = 1;
};

const std::vector<Sample>& samples() {
  static const std::vector<Sample> all = {
      {"Text", "Harbour opens\n\nThe harbour opened on Monday, after a long winter of repairs.\n"},
      {"JsonLines",
       "{\"title\":\"Harbour opens\",\"text\":\"It "
       "opened.\"}\n{\"title\":\"Second\",\"text\":\"x\"}\n",
       2},
      {"JsonArray", "[\n  {\"title\": \"Harbour opens\"},\n  {\"title\": \"Second\"}\n]\n", 2},
      {"PrettyObject", "{\n  \"title\": \"Harbour opens\",\n  \"text\": \"It opened.\"\n}\n"},
      {"JsonWrapper",
       "{\"status\": \"ok\", \"articles\": [\n{\"title\": \"Harbour opens\", \"text\": \"x\"},\n"
       "{\"title\": \"Second\", \"text\": \"y\"}\n]}\n",
       2},
      {"Csv", "title,text\nHarbour opens,\"It opened,\nat last.\"\nSecond,x\n", 2},
      {"Tsv", "title\ttext\nHarbour opens\tIt opened.\nSecond\tx\n", 2},
      {"Reuters",
       "<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n<REUTERS NEWID=\"1\">\n<TEXT>\n<TITLE>Harbour "
       "opens</TITLE>\n"
       "<BODY>It opened.\n</BODY></TEXT>\n</REUTERS>\n<REUTERS "
       "NEWID=\"2\">\n<TEXT></TEXT>\n</REUTERS>\n",
       2},
  };
  return all;
}

class FormatContract : public ::testing::TestWithParam<Sample>, protected test::Reading {
 protected:
  void expect_articles(const std::string& file) {
    has("archive", file);
    read();
    ASSERT_EQ(articles().size(), GetParam().articles);
    EXPECT_EQ(articles().front().headline, "Harbour opens");
  }
};

std::string with_carriage_returns(const std::string& text) {
  std::string result;
  for (const char c : text) {
    if (c == '\n') result += '\r';
    result += c;
  }
  return result;
}

TEST_P(FormatContract, GivesEveryArticle) {
  expect_articles(GetParam().file);
}

TEST_P(FormatContract, DoesNotMindCarriageReturns) {
  expect_articles(with_carriage_returns(GetParam().file));
  for (const auto& article : articles()) EXPECT_EQ(article.body.find('\r'), std::string::npos);
}

TEST_P(FormatContract, DoesNotMindAByteOrderMark) {
  expect_articles("\xef\xbb\xbf" + GetParam().file);
}

TEST_P(FormatContract, DoesNotMindAMissingLastLineEnd) {
  expect_articles(GetParam().file.substr(0, GetParam().file.size() - 1));
}

TEST_P(FormatContract, ReadsTheSameOutOfContainers) {
  expect_articles(GetParam().file);
  const auto plain = articles();
  for (const auto& packed : {test::compressed(GetParam().file, test::Compression::kGzip),
                             test::zip_of({{"member", GetParam().file}})}) {
    has("archive", packed);
    read();
    ASSERT_EQ(articles().size(), plain.size());
    for (std::size_t i = 0; i < plain.size(); ++i) EXPECT_EQ(articles()[i].body, plain[i].body);
  }
}

TEST_P(FormatContract, GivesEachArticleAnIdentityThatLasts) {
  has("archive", GetParam().file);
  const auto first = read();
  EXPECT_EQ(read(), first);
  std::vector<std::string> ids;
  for (const auto& article : articles()) {
    EXPECT_NE(article.id, "");
    EXPECT_THAT(ids, ::testing::Not(::testing::Contains(article.id)));
    ids.push_back(article.id);
  }
}

TEST_P(FormatContract, SurvivesACutAtEveryByte) {
  for (std::size_t size = 0; size < GetParam().file.size(); ++size) {
    has("archive", GetParam().file.substr(0, size));
    read();
    EXPECT_LE(articles().size(), GetParam().articles);
  }
}

INSTANTIATE_TEST_SUITE_P(AllFormats, FormatContract, ::testing::ValuesIn(samples()),
                         [](const auto& instance) { return instance.param.name; });

}  // namespace
}  // namespace dateline::indexer
