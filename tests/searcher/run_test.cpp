#include "searcher/run.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "common/error.h"
#include "tests/searcher/fake_searcher.h"
#include "tests/searcher/output/results.h"

namespace dateline::searcher {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;
using Json = nlohmann::json;

// An index where "harbour" finds two articles, and a terminal that is none until told otherwise.
class RunTest : public testing::Test {
 protected:
  RunTest() {
    fake_index() = {};
    fake_index().results["harbour"] = full_result();
    const Article article = full_result().hits.front().article;
    fake_index().articles[article.id] = article;
  }

  ExitStatus run_with(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"--index", "fake"});
    const auto parsed = parse_command_line(arguments, std::chrono::year{2024} / 2 / 29, out_);
    return run(std::get<CommandLine>(parsed), screen_, {in_, out_, log_});
  }

  std::vector<Json> lines() {
    std::vector<Json> parsed;
    std::istringstream text(out_.str());
    for (std::string line; std::getline(text, line);) parsed.push_back(Json::parse(line));
    return parsed;
  }

  Screen screen_;
  std::istringstream in_;
  std::ostringstream out_;
  std::ostringstream log_;
};

TEST_F(RunTest, PrintsAPlainPageWhereOutIsNoTerminal) {
  EXPECT_EQ(run_with({"harbour"}), kFound);
  EXPECT_THAT(out_.str(), StartsWith(" 1. Harbour reopens after storm\n"));
}

TEST_F(RunTest, ColoursOnATerminalUnlessUnwanted) {
  screen_.is_terminal = true;
  run_with({"harbour"});
  EXPECT_THAT(out_.str(), HasSubstr("\x1b[1;31mHarbour\x1b[0m"));

  out_.str("");
  run_with({"--color", "never", "harbour"});
  EXPECT_EQ(out_.str().find('\x1b'), std::string::npos);

  out_.str("");
  screen_.wants_no_colour = true;
  run_with({"harbour"});
  EXPECT_EQ(out_.str().find('\x1b'), std::string::npos);

  out_.str("");
  run_with({"--color", "always", "harbour"});
  EXPECT_THAT(out_.str(), HasSubstr("\x1b[1;31mHarbour\x1b[0m"));
}

TEST_F(RunTest, WrapsToTheTerminal) {
  screen_.is_terminal = true;
  screen_.columns = 30;
  run_with({"--color=never", "harbour"});
  EXPECT_THAT(out_.str(), StartsWith(" 1. Harbour reopens after\n    storm\n"));
}

TEST_F(RunTest, SaysByItsStatusThatNothingWasFound) {
  EXPECT_EQ(run_with({"nowhere"}), kNothing);
  EXPECT_EQ(out_.str(), "no article found\n");
  EXPECT_EQ(run_with({"--format", "jsonl", "nowhere"}), kNothing);
}

TEST_F(RunTest, WritesNotesToTheLogUnlessTheyAreInTheResult) {
  run_with({"harbour"});
  EXPECT_EQ(log_.str(), "dateline-search: " + full_result().notes.at(0) + '\n');

  log_.str("");
  out_.str("");
  run_with({"--format", "json", "harbour"});
  EXPECT_THAT(log_.str(), IsEmpty());
  EXPECT_EQ(lines()[0]["notes"][0], full_result().notes.at(0));

  out_.str("");
  run_with({"--format", "jsonl", "harbour"});
  EXPECT_THAT(log_.str(), IsEmpty());
  EXPECT_EQ(lines()[0]["search"]["notes"][0], full_result().notes.at(0));
}

TEST_F(RunTest, OffersABetterSpelling) {
  SearchResult nothing;
  nothing.suggestion = Suggestion{"harbour", Query{Node{WordNode{"harbour", Form::kStem, ""}}}};
  fake_index().results["harbuor"] = nothing;

  EXPECT_EQ(run_with({"harbuor"}), kNothing);
  EXPECT_EQ(out_.str(), "no article found\nDid you mean: harbour?\n");
}

TEST_F(RunTest, SearchesTheBetterSpellingWhereItIsToldTo) {
  SearchResult nothing;
  nothing.suggestion = Suggestion{"harbour", Query{Node{WordNode{"harbour", Form::kStem, ""}}}};
  fake_index().results["harbuor"] = nothing;

  EXPECT_EQ(run_with({"--correct", "harbuor"}), kFound);
  EXPECT_THAT(out_.str(), StartsWith(" 1. Harbour reopens after storm\n"));
  EXPECT_THAT(log_.str(), HasSubstr("dateline-search: searched for harbour instead of harbuor\n"));

  out_.str("");
  run_with({"--correct", "--format", "json", "harbuor"});
  EXPECT_EQ(lines()[0]["query"], "harbuor");
  EXPECT_EQ(lines()[0]["read_as"], "harbour");
  EXPECT_EQ(lines()[0]["notes"][0], "searched for harbour instead of harbuor");
}

TEST_F(RunTest, MarksAMistakeInTheQuery) {
  EXPECT_EQ(run_with({"a", "colour:red"}), kFailed);
  EXPECT_THAT(log_.str(),
              StartsWith("dateline-search: unknown field 'colour'; known are after, agency"));
  EXPECT_THAT(log_.str(), HasSubstr("\na colour:red\n  ^\n"));
  EXPECT_THAT(out_.str(), IsEmpty());
}

TEST_F(RunTest, KnowsTheArchivesOwnFields) {
  EXPECT_EQ(run_with({"topics:grain"}), kNothing);
}

TEST_F(RunTest, WritesTheQueryAsTypedAndAsRead) {
  EXPECT_EQ(run_with({"--format", "json", "kishida", "-japan"}), kNothing);
  ASSERT_EQ(lines().size(), 1u);
  EXPECT_EQ(lines()[0]["query"], "kishida -japan");
  EXPECT_EQ(lines()[0]["read_as"], "kishida AND NOT japan");
}

TEST_F(RunTest, WritesAHitALineAndNothingElse) {
  EXPECT_EQ(run_with({"--format", "jsonl", "harbour"}), kFound);
  ASSERT_EQ(lines().size(), 2u);
  EXPECT_EQ(lines()[1]["id"], "gazette/18");
}

TEST_F(RunTest, WritesARunFileFromScoresAlone) {
  EXPECT_EQ(run_with({"--format", "trec", "harbour"}), kFound);
  EXPECT_THAT(out_.str(), StartsWith("1 Q0 gazette/17 1 11.25 dateline;generation=42;"));
  EXPECT_EQ(fake_index().asked.back().page.detail, Detail::kScores);
}

TEST_F(RunTest, TakesNoWordsForAllArticlesWhereDaysAreGiven) {
  run_with({"--format=json", "--since", "2023-01", "--until", "2023-02"});
  EXPECT_EQ(lines()[0]["read_as"], "*");
  const DayRange days = fake_index().asked.back().days;
  EXPECT_EQ(days.first, std::chrono::year{2023} / 1 / 1);
  EXPECT_EQ(days.last, std::chrono::year{2023} / 2 / 28);
}

TEST_F(RunTest, ShowsAnArticleWithTheQueryLit) {
  screen_.is_terminal = true;
  EXPECT_EQ(run_with({"--show", "gazette/17"}), kFound);
  EXPECT_THAT(out_.str(),
              HasSubstr("\n\nThe harbour of Östermouth reopened.\n\nFerries sail again.\n"));

  out_.str("");
  EXPECT_EQ(run_with({"--show", "gazette/17", "harbour"}), kFound);
  EXPECT_THAT(out_.str(), HasSubstr("\x1b[1;31mThe \x1b[0mharbour"));
}

TEST_F(RunTest, NamesAnArticleThatItCannotShow) {
  EXPECT_EQ(run_with({"--show", "evil\x1b"}), kNothing);
  EXPECT_EQ(log_.str(), "dateline-search: no article with the id 'evil\\x1b'\n");
}

TEST_F(RunTest, AnswersABatchInOrder) {
  in_.str("q1\tharbour\r\n\nq2\tnowhere\n");
  EXPECT_EQ(run_with({"--batch", "-"}), kFound);
  ASSERT_EQ(lines().size(), 2u);
  EXPECT_EQ(lines()[0]["id"], "q1");
  EXPECT_EQ(lines()[0]["query"], "harbour");
  EXPECT_EQ(lines()[0]["hits"].size(), 2u);
  EXPECT_EQ(lines()[1]["total"]["value"], 0);
}

TEST_F(RunTest, GoesOnAfterABadQueryInABatchButFailsInTheEnd) {
  in_.str("q1\ta OR\nno tab\nq2\tharbour\n");
  EXPECT_EQ(run_with({"--batch", "-"}), kFailed);
  ASSERT_EQ(lines().size(), 3u);
  EXPECT_EQ(lines()[0]["error"]["column"], 2);
  EXPECT_EQ(lines()[1]["id"], "");
  EXPECT_EQ(lines()[1]["query"], "no tab");
  EXPECT_EQ(lines()[2]["hits"].size(), 2u);
  EXPECT_THAT(log_.str(),
              StartsWith("dateline-search: query 'q1', line 1, column 3: there is nothing "
                         "after 'OR'"));
}

TEST_F(RunTest, WritesABatchAsARunFile) {
  in_.str("q1\tharbour\nq2\ta OR\n");
  EXPECT_EQ(run_with({"--batch", "-", "--format", "trec"}), kFailed);
  const std::string tag =
      "dateline;generation=42;total=234;total_exact=true;groups=201;undated_left_out=12;"
      "read_as=harbour\n";
  EXPECT_EQ(out_.str(), "q1 Q0 gazette/17 1 11.25 " + tag + "q1 Q0 gazette/18 2 7.5 " + tag);
}

TEST_F(RunTest, WritesABatchAsATableWithOneHeader) {
  in_.str("q1\tharbour\nq2\tnowhere\n");
  EXPECT_EQ(run_with({"--batch", "-", "--format", "tsv"}), kFound);
  EXPECT_THAT(out_.str(), StartsWith("query_id\trank\tscore\t"));
  EXPECT_THAT(out_.str(), HasSubstr("\nq1\t2\t7.5\tgazette/18\t"));
  EXPECT_THAT(out_.str(), HasSubstr("\nq2\t\t"));
}

TEST_F(RunTest, WritesTheNotesOfABatchToTheLogWithTheQueryUnlessTheyAreInTheResult) {
  for (const char* format : {"csv", "tsv", "trec"}) {
    in_.clear();
    in_.str("q1\tnowhere\nq\x1b\tharbour\n");
    log_.str("");
    EXPECT_EQ(run_with({"--batch", "-", "--format", format}), kFound);
    EXPECT_EQ(log_.str(),
              "dateline-search: query 'q\\x1b', line 2: " + full_result().notes.at(0) + '\n');
  }
  in_.clear();
  in_.str("q1\tharbour\n");
  log_.str("");
  EXPECT_EQ(run_with({"--batch", "-"}), kFound);
  EXPECT_THAT(log_.str(), IsEmpty());
}

TEST_F(RunTest, SaysByItsStatusThatNoQueryOfABatchFoundAnything) {
  in_.str("q1\tnowhere\n");
  EXPECT_EQ(run_with({"--batch", "-"}), kNothing);
}

TEST_F(RunTest, ReadsABatchFromAFile) {
  const std::string file = testing::TempDir() + "dateline_batch_queries.tsv";
  std::ofstream(file) << "q1\tharbour\n";
  EXPECT_EQ(run_with({"--batch", file}), kFound);
  std::ofstream(file, std::ios::trunc).close();
  EXPECT_EQ(run_with({"--batch", file}), kNothing);  // empty, not unreadable
  std::filesystem::remove(file);
}

TEST_F(RunTest, NamesABatchFileThatItCannotRead) {
  for (const std::string file : {"/nowhere/queries.tsv", "/"}) {
    try {
      run_with({"--batch", file});
      ADD_FAILURE() << "read " << file;
    } catch (const Error& e) {
      EXPECT_EQ(e.kind(), ErrorKind::kInput);
      EXPECT_THAT(e.what(), StartsWith("cannot read the queries in '" + file + "': "));
    }
  }
}

TEST_F(RunTest, LetsTheSearcherSayThatThereIsNoIndex) {
  CommandLine line;
  line.index_dir = "missing";
  EXPECT_THROW(run(line, screen_, {in_, out_, log_}), Error);
}

}  // namespace
}  // namespace dateline::searcher
