#include "tests/end_to_end/dateline.h"

namespace dateline::test {
namespace {

using testing::HasSubstr;

class EndToEndBatch : public EndToEndTest {
 protected:
  void SetUp() override { update_sample(); }

  Ended batch(std::string_view queries, Arguments arguments = {}) const {
    arguments.insert(arguments.begin(), {"--batch", folder_.write("queries", queries)});
    return search(arguments);
  }

  static std::vector<Json> answers(const Ended& ended) {
    std::vector<Json> answers;
    std::istringstream in(ended.out);
    for (std::string line; std::getline(in, line);) answers.push_back(Json::parse(line));
    return answers;
  }
};

TEST_F(EndToEndBatch, AnswersEveryQueryInTurn) {
  const Ended ended = batch("q1\tflood barrier\n\nq2\txylophonist\r\nq3\t\"harbour bridge\"");
  EXPECT_EQ(ended.status, 0);
  const auto told = answers(ended);
  ASSERT_EQ(told.size(), 3U);
  EXPECT_EQ(told[0].at("id"), "q1");
  EXPECT_EQ(told[0].at("total").at("value"), 2);
  EXPECT_EQ(told[1].at("query"), "xylophonist");
  EXPECT_EQ(told[1].at("hits"), Json::array());
  EXPECT_EQ(told[2].at("total").at("value"), 4);
}

TEST_F(EndToEndBatch, PassesOverAByteOrderMark) {
  const auto told = answers(batch("\xEF\xBB\xBFq1\tflood barrier\nq2\tflood\n"));
  ASSERT_EQ(told.size(), 2U);
  EXPECT_EQ(told[0].at("id"), "q1");
  EXPECT_EQ(told[1].at("id"), "q2");
}

TEST_F(EndToEndBatch, AnswersAsASingleQueryIsAnswered) {
  const auto told = answers(batch("q1\tflood barrier\n", {"--limit", "3"}));
  EXPECT_EQ(told.at(0).at("hits"), result({"--limit", "3", "flood barrier"}).at("hits"));
}

TEST_F(EndToEndBatch, GoesOnBehindLinesThatItCannotRead) {
  const Ended ended = batch("q1\tflood (barrier\nno tab here\nq3\tflood barrier\n");
  EXPECT_EQ(ended.status, 2);
  EXPECT_THAT(ended.err, HasSubstr("query 'q1', line 1, column 7: "));
  EXPECT_THAT(ended.err, HasSubstr("line 2, column 1: there is no tab"));
  const auto told = answers(ended);
  ASSERT_EQ(told.size(), 3U);
  EXPECT_EQ(told[0].at("error").at("column"), 6);
  EXPECT_EQ(told[1].at("query"), "no tab here");
  EXPECT_EQ(told[2].at("total").at("value"), 2);
}

TEST_F(EndToEndBatch, EndsWithOneWhereNothingIsFound) {
  EXPECT_EQ(batch("q1\txylophonist\n").status, 1);
  EXPECT_EQ(batch("").status, 1);
}

TEST_F(EndToEndBatch, ReadsStandardInput) {
  Invocation call = search_call({"--batch", "-"});
  call.input = "q1\tflood barrier\n";
  EXPECT_EQ(answers(run(call)).at(0).at("id"), "q1");
}

TEST_F(EndToEndBatch, WritesARunFile) {
  const Ended ended =
      batch("17\tflood barrier\n18\tflood (\n19\ttelescope\n", {"--format", "trec"});
  EXPECT_EQ(ended.status, 2);
  EXPECT_THAT(ended.out,
              testing::ContainsRegex(
                  "^17 Q0 titled/flood-barrier-opens.txt 1 [0-9.]+ dateline;[^ ]+\n"
                  "17 Q0 titled/flood-barrier-holds.txt 2 [0-9.]+ dateline;[^ ]+\n19 Q0 "));
}

TEST_F(EndToEndBatch, WritesATable) {
  const Ended ended =
      batch("17\tflood barrier\n18\tflood (\n19\txylophonist\n", {"--format", "csv"});
  EXPECT_EQ(ended.status, 2);
  EXPECT_THAT(ended.out, testing::StartsWith("query_id,rank,"));
  EXPECT_THAT(ended.out, HasSubstr("\r\n17,2,"));
  EXPECT_THAT(ended.out, testing::Not(HasSubstr("\r\n18,")));
  EXPECT_THAT(ended.out, HasSubstr("\r\n19,,"));
}

TEST_F(EndToEndBatch, RefusesFormatsOfOneSearch) {
  for (const char* format : {"html", "ris", "bibtex", "plain"}) {
    const Ended ended = batch("17\tflood barrier\n", {"--format", format});
    EXPECT_EQ(ended.status, 2);
    EXPECT_THAT(ended.err, HasSubstr("--batch writes --format jsonl, csv, tsv or trec"));
  }
}

TEST_F(EndToEndBatch, NamesAFileThatCannotBeRead) {
  const Ended ended = search({"--batch", "missing"});
  EXPECT_EQ(ended.status, 2);
  EXPECT_THAT(ended.err, HasSubstr("cannot read the queries in 'missing': No such file"));
}

}  // namespace
}  // namespace dateline::test
