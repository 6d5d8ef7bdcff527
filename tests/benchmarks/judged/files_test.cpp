// What is read of topics, judgments and runs, and what is skipped.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "benchmarks/judged/judgments.h"
#include "benchmarks/judged/run_file.h"
#include "benchmarks/judged/topics.h"

namespace dateline::bench {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::vector<Topic> topics_in(const std::string& text, SkippedLines& skipped,
                             const TopicParts& parts = {"title"}) {
  std::istringstream in(text);
  return read_topics(in, "topics", parts, skipped);
}

const std::string kTrec =
    "<top>\n\n<num> Number: 301\n<title> Ferry strikes\nin winter\n\n"
    "<desc> Description:\nWhich crews\n<narr> Narrative:\nOnly crews.\n\n</top>\n\n"
    "<top>\n<num>302</num>\n<title>Topic: Harbour dues</title>\n</top>\n";

TEST(Topics, AreReadOfLines) {
  SkippedLines skipped;
  EXPECT_THAT(topics_in("\xEF\xBB\xBF"
                        "1\tferry strikes\r\n\n q2:harbour: dues\n",
                        skipped),
              ElementsAre(Topic{"1", "ferry strikes"}, Topic{"q2", "harbour: dues"}));
  EXPECT_EQ(skipped.count, 0u);
}

TEST(Topics, AreReadOfTrec) {
  SkippedLines skipped;
  EXPECT_THAT(topics_in(kTrec, skipped),
              ElementsAre(Topic{"301", "Ferry strikes in winter"}, Topic{"302", "Harbour dues"}));
  EXPECT_THAT(topics_in(kTrec, skipped, {"title", "desc"}),
              ElementsAre(Topic{"301", "Ferry strikes in winter Which crews"},
                          Topic{"302", "Harbour dues"}));
  EXPECT_EQ(skipped.count, 0u);
}

TEST(Topics, SkipWhatIsNone) {
  SkippedLines skipped;
  EXPECT_THAT(topics_in("1\tferry\nno id here\n2\t \n1\tonce more\n\tnameless\n", skipped),
              ElementsAre(Topic{"1", "ferry"}));
  EXPECT_EQ(skipped.count, 4u);
  EXPECT_THAT(skipped.named[0], HasSubstr("topics:2: no tab"));
  EXPECT_EQ(skipped.named.size(), SkippedLines::kMostNamed);
}

TEST(Topics, OfTrecThatAreCutShortAreNeverTakenForOthers) {
  for (std::size_t bytes = 0; bytes < kTrec.size(); ++bytes) {
    SkippedLines skipped;
    for (const Topic& topic : topics_in(kTrec.substr(0, bytes), skipped)) {
      EXPECT_THAT(topic.text, testing::AnyOf("Ferry strikes in winter", "Harbour dues")) << bytes;
    }
  }
}

TEST(Topics, AreHalved) {
  const std::vector<Topic> all = {{"1", "a"}, {"2", "b"}, {"3", "c"}};
  EXPECT_THAT(half_of(all, Half::kOdd), ElementsAre(all[0], all[2]));
  EXPECT_THAT(half_of(all, Half::kEven), ElementsAre(all[1]));
  EXPECT_EQ(half_of(all, Half::kAll), all);
  EXPECT_THAT(half_of({}, Half::kEven), IsEmpty());
}

TEST(JudgmentFile, IsReadInFourColumnsOrThree) {
  SkippedLines skipped;
  std::istringstream in("1 0 d1 1\n1 0 d2 -1\n\n2\td1\t3\r\n1 0 d1 0\n1 0 d4 x\none two\n");
  const Judgments judgments = read_judgments(in, "qrels", skipped);
  EXPECT_EQ(judgments, (Judgments{{"1", {{"d1", 1}, {"d2", -1}}}, {"2", {{"d1", 3}}}}));
  EXPECT_THAT(skipped.named, ElementsAre("qrels:6: the grade 'x' is not a whole number",
                                         HasSubstr("qrels:7: not the four columns")));
}

TEST(RunFile, IsOrderedAsTrecEvalOrdersIt) {
  SkippedLines skipped;
  std::istringstream in(
      "1 Q0 low 1 0.5 x\n1 Q0 tie-a 2 2 x\n1 Q0 tie-b 3 2 x\n1 Q0 low 4 0.1 x\n"
      "2 Q0 only 1 -3e-1 x\n2 Q0 a 1 much x\n2 Q0 a 1 nan x\n2 Q0 a 1\n1 2 3 4 5 6 7\n");
  const auto run = read_run(in, "run", skipped);
  EXPECT_THAT(ids_of(run.at("1")), ElementsAre("tie-b", "tie-a", "low"));
  EXPECT_THAT(ids_of(run.at("2")), ElementsAre("only"));
  EXPECT_EQ(skipped.count, 4u);
}

TEST(RunFile, KeepsTheOrderOfEqualScores) {
  std::ostringstream out;
  write_ranking(out, "1", {{"a", 2}, {"b c", 2}, {"d", 2}, {"e", 0}, {"f", 0}}, "tag");
  SkippedLines skipped;
  std::istringstream in(out.str());
  EXPECT_THAT(ids_of(read_run(in, "run", skipped).at("1")), ElementsAre("a", "b_c", "d", "e", "f"));
  EXPECT_EQ(skipped.count, 0u);
}

}  // namespace
}  // namespace dateline::bench
