#include "benchmarks/judged/judged.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>

#include "benchmarks/judged/topic_query.h"
#include "tests/temporary_folder.h"
#include "tests/throws_error.h"

namespace dateline::bench {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

class JudgedTest : public testing::Test {
 protected:
  JudgedTest() {
    options_.inputs = {folder_
                           .write("docs.jsonl",
                                  R"({"id": "d1", "text": "Ferries stay in the harbour."}
{"id": "d2", "text": "The ferry strike: a ferry, a strike and a ferry again."}
{"id": "d3", "text": "Barley is sown late this year."}
)")
                           .string()};
    options_.out_dir = folder_.path() / "out";
    options_.topics_file = folder_.write("topics", "1\tWhat of the ferry strike?\n2\tbarley\n");
    options_.judgments_file = folder_.write("qrels", "1 0 d1 1\n1 0 d3 1\n2 0 d3 1\n");
  }

  Report measured() {
    std::ostringstream log;
    return measure_judged(options_, log);
  }

  static double figure(const Report& report, const std::string& row, const std::string& name) {
    for (const Row& of : report.rows) {
      for (const Figure& figure : of.figures) {
        if (of.name == row && figure.name == name) return figure.value;
      }
    }
    return -1;
  }

  test::TemporaryFolder folder_;
  JudgedOptions options_;
};

TEST_F(JudgedTest, MeasuresEachTopicAndTheMean) {
  const Report report = measured();
  // d2, then d1; d3 has none of the words.
  EXPECT_DOUBLE_EQ(figure(report, "topic 1", "AP"), 0.5 / 2);
  EXPECT_DOUBLE_EQ(figure(report, "topic 1", "P@10"), 0.1);
  EXPECT_DOUBLE_EQ(figure(report, "topic 1", "R@1000"), 0.5);
  EXPECT_DOUBLE_EQ(figure(report, "topic 2", "AP"), 1);
  EXPECT_DOUBLE_EQ(figure(report, "mean", "MAP"), 1.25 / 2);
  EXPECT_EQ(report.corpus.articles, 3u);
  EXPECT_THAT(report.notes, ElementsAre());
}

TEST_F(JudgedTest, ComparesWithARunThatItWrote) {
  options_.run_file = folder_.path() / "ours.run";
  measured();
  options_.against = options_.run_file;
  options_.run_file.reset();
  options_.index_dir = options_.out_dir / "index";
  options_.inputs.clear();
  const Report report = measured();
  EXPECT_DOUBLE_EQ(figure(report, "mean of the other run", "MAP"), 1.25 / 2);
  EXPECT_DOUBLE_EQ(figure(report, "higher by", "nDCG@10"), 0);
  EXPECT_DOUBLE_EQ(figure(report, "p", "MAP"), 1);
}

TEST_F(JudgedTest, AsksHalfOfTheTopics) {
  options_.half = Half::kEven;
  const Report report = measured();
  EXPECT_DOUBLE_EQ(figure(report, "mean", "MAP"), 1);
  EXPECT_DOUBLE_EQ(figure(report, "topic 1", "AP"), -1);
}

TEST_F(JudgedTest, TellsWhatItLeftOut) {
  options_.topics_file = folder_.write("more", "1\tferry\n9\tnobody judged this\nnothing\n");
  options_.judgments_file = folder_.write("others", "1 0 zz 1\n1\n");
  const Report report = measured();
  EXPECT_THAT(report.notes,
              ElementsAre(HasSubstr("1 lines of the judgments were skipped: "),
                          HasSubstr("1 topics were skipped: "), HasSubstr("1 topics have no"),
                          HasSubstr("no article that was found has the id")));
}

TEST_F(JudgedTest, StopsWhereNothingIsJudged) {
  options_.judgments_file = folder_.write("none", "7 0 d1 1\n");
  EXPECT_THAT([&] { measured(); }, test::throws_error(ErrorKind::kInput, "no topic of"));
  options_.topics_file = folder_.path() / "missing";
  EXPECT_THAT([&] { measured(); }, test::throws_error(ErrorKind::kInput, "cannot read the topics"));
}

TEST(TopicQuery, AsksForAnyOfTheWords) {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"What of the ferry strike?", "ferry OR strike"},
      {"FERRY strikes, ferry (crews)", "ferry^2 OR strikes OR crews"},
      {"ferry", "ferry"},
      {"What is it? What?", "what^2 OR is OR it"},
      {"the U.S. and us", "US"},
      {"\"second-order\" AND -x^2 */", "second OR order OR x OR 2"},
      {"?!", "NOT *"},
  };
  for (const auto& [text, query] : rows) {
    EXPECT_EQ(searcher::to_string(query_of_topic(text)), query) << text;
  }
}

}  // namespace
}  // namespace dateline::bench
