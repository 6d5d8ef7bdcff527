#include "tests/end_to_end/dateline.h"

namespace dateline::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class EndToEndUpdate : public EndToEndTest {};

TEST_F(EndToEndUpdate, ChangesNothingTheSecondTime) {
  has("2001/ferry.txt", "Ferry sold\n\nThe island ferry was sold.");
  ASSERT_EQ(update().status, 0);
  const Ended again = update();
  EXPECT_EQ(again.status, 0);
  EXPECT_THAT(again.out, HasSubstr("nothing has changed, generation 1 stays"));
  EXPECT_EQ(info_json().at("generation"), 1);
  EXPECT_EQ(info_json().at("indexed"), 0);
  EXPECT_EQ(info_json().at("unchanged"), 1);
}

TEST_F(EndToEndUpdate, TakesInWhatIsNew) {
  has("ferry.txt", "Ferry sold\n\nThe island ferry was sold.");
  update();
  has("bridge.txt", "Bridge opened\n\nThe bridge to the island is open.");
  EXPECT_EQ(update().status, 0);
  EXPECT_THAT(found("island"), ElementsAre("bridge.txt", "ferry.txt"));
  EXPECT_EQ(info_json().at("generation"), 2);
  EXPECT_EQ(info_json().at("indexed"), 1);
}

TEST_F(EndToEndUpdate, ReplacesTheArticleOfAChangedFile) {
  has("ferry.txt", "Ferry sold\n\nA shipwright bought it.");
  has("other.txt", "Nothing new\n\nA shipwright slept.");
  update();
  has("ferry.txt", "Ferry sold\n\nA beekeeper bought it.");
  EXPECT_EQ(update().status, 0);
  EXPECT_THAT(found("beekeeper"), ElementsAre("ferry.txt"));
  EXPECT_THAT(found("shipwright"), ElementsAre("other.txt"));
  EXPECT_EQ(result({"--limit", "0", "shipwright"}).at("total").at("value"), 1);
  EXPECT_EQ(info_json().at("replaced"), 1);
  EXPECT_EQ(info_json().at("articles"), 2);
}

TEST_F(EndToEndUpdate, KeepsTheArticleOfARemovedFile) {
  has("ferry.txt", "Ferry sold\n\nThe island ferry was sold.");
  has("bridge.txt", "Bridge opened\n\nThe island bridge is open.");
  update();
  std::filesystem::remove(archive_ / "ferry.txt");
  EXPECT_THAT(update().out, HasSubstr("nothing has changed"));
  EXPECT_THAT(found("ferry"), ElementsAre("ferry.txt"));
}

TEST_F(EndToEndUpdate, KeepsTheLastOfSeveralRecordsWithOneId) {
  has("wire.jsonl", json_line({{"id", "a1"}, {"title", "Bird seen"}, {"text", "Heron."}}) +
                        json_line({{"id", "a1"}, {"title", "Bird seen"}, {"text", "Stork."}}));
  EXPECT_EQ(update().status, 0);
  EXPECT_THAT(found("heron"), IsEmpty());
  EXPECT_THAT(found("stork"), ElementsAre("a1"));
  EXPECT_EQ(info_json().at("articles"), 1);
  EXPECT_EQ(info_json().at("indexed"), 1);
  EXPECT_EQ(info_json().at("replaced"), 1);
  EXPECT_THAT(update().out, HasSubstr("nothing has changed"));
}

TEST_F(EndToEndUpdate, SkipsAndNamesWhatCannotBeReadAndTakesInTheRest) {
  has("wire.jsonl", json_line({{"id", "a1"}, {"title", "Heron"}}) + "{\"title\": \"Sto\n" +
                        json_line({{"id", "a3"}, {"title", "Crane"}}));
  has("picture.jpg", std::string("\xff\xd8\xff\0\0", 5));
  const Ended ended = update();
  EXPECT_EQ(ended.status, 1);
  EXPECT_THAT(ended.err, HasSubstr("skipped wire.jsonl:2: "));
  EXPECT_THAT(ended.err, HasSubstr("skipped picture.jpg: "));
  EXPECT_THAT(ended.out, HasSubstr("indexed 2, replaced 0, unchanged 0, skipped 2"));
  EXPECT_THAT(found("heron OR crane"), ElementsAre("a1", "a3"));
  EXPECT_EQ(info_json().at("skipped"), 2);
}

TEST_F(EndToEndUpdate, CountsStoriesWithoutText) {
  has("empty.txt", "");
  has("heron.txt", "Heron seen\n\nOn the mill pond.");
  EXPECT_EQ(update().status, 0);
  EXPECT_EQ(info_json().at("empty"), 1);
}

TEST_F(EndToEndUpdate, NamesAMissingInputAndMakesNoIndex) {
  has("heron.txt", "Heron seen\n\nOn the mill pond.");
  const Ended ended = update({".", "missing"});
  EXPECT_EQ(ended.status, 2);
  EXPECT_EQ(ended.err, "dateline-index: cannot read input 'missing': No such file or directory\n");
  EXPECT_EQ(ended.out, "");
  EXPECT_FALSE(std::filesystem::exists(index_));
}

TEST_F(EndToEndUpdate, RefusesAFolderThatIsNoIndexAndLeavesItAlone) {
  folder_.write("letters", "");
  std::filesystem::create_directory(index_);
  folder_.write("index/diary.txt", "Dear diary");
  const Ended ended = update();
  EXPECT_EQ(ended.status, 2);
  EXPECT_THAT(ended.err, HasSubstr("holds no index but other files"));
  const std::filesystem::directory_iterator left(index_);
  EXPECT_EQ(left->path().filename(), "diary.txt");
  EXPECT_EQ(std::distance(begin(left), end(left)), 1);
}

TEST_F(EndToEndUpdate, EndsAtOnceWhereAnotherRunIsAtWork) {
  RunningProgram first(index_call("update", {"--input-format", "jsonl", "-"}));
  const std::string holder = std::to_string(first.process()) + "\n";
  while (first.is_at_work() && content_of(index_ / "lock") != holder) continue;
  const Ended second = update();
  EXPECT_EQ(second.status, 75);
  EXPECT_THAT(second.err, HasSubstr("another run (process " + std::to_string(first.process())));
  ASSERT_TRUE(first.feed(json_line({{"id", "a1"}, {"title", "Heron"}})));
  first.end_input();
  EXPECT_EQ(first.wait().status, 0);
  EXPECT_THAT(found("heron"), ElementsAre("a1"));
}

TEST_F(EndToEndUpdate, MakesAnEmptyIndexOfAnEmptyArchive) {
  EXPECT_EQ(update().status, 0);
  EXPECT_EQ(search({"heron"}).status, 1);
  EXPECT_EQ(info_json().at("articles"), 0);
  EXPECT_EQ(check().status, 0);
}

TEST_F(EndToEndUpdate, DoesNotReadTheIndexThatLiesInTheArchive) {
  has("heron.txt", "Heron seen\n\nOn the mill pond.");
  Invocation call = index_call("update", {"."});
  call.command[3] = "index";
  run(call);
  EXPECT_THAT(run(call).out, HasSubstr("unchanged 1, skipped 0"));
}

TEST_F(EndToEndUpdate, MergesSegmentsOfManyRuns) {
  for (int day = 10; day < 30; ++day) {
    has("2004-03-" + std::to_string(day) + ".txt", "Heron seen\n\nOn the mill pond.");
    ASSERT_EQ(update().status, 0);
  }
  EXPECT_EQ(found("heron").size(), 20U);
  EXPECT_LT(info_json().at("segments"), 10);
  EXPECT_EQ(check().status, 0);
}

class EndToEndInfo : public EndToEndTest {
 protected:
  void SetUp() override {
    has("wire.jsonl", json_line({{"id", "a1"}, {"title", "Heron"}, {"date", "1999-05-31"}}) +
                          json_line({{"id", "a2"}, {"title", "Stork"}, {"date", "2007-01-02"}}) +
                          json_line({{"id", "a3"}, {"title", "Crane"}, {"desk", "Birds"}}) + "{\n");
    update();
  }
};

TEST_F(EndToEndInfo, TellsWhatTheIndexHolds) {
  const Json told = info_json();
  EXPECT_EQ(told.at("articles"), 3);
  EXPECT_EQ(told.at("undated"), 1);
  EXPECT_EQ(told.at("first_day"), "1999-05-31");
  EXPECT_EQ(told.at("last_day"), "2007-01-02");
  EXPECT_EQ(told.at("segments"), 1);
  EXPECT_EQ(told.at("generation"), 1);
  EXPECT_EQ(told.at("archive_fields"), Json({"desk"}));
}

TEST_F(EndToEndInfo, TellsTheBytesOfAllFilesOfTheGeneration) {
  std::uintmax_t bytes = 0;
  for (const auto& file : std::filesystem::recursive_directory_iterator(index_ / "segments")) {
    if (file.is_regular_file()) bytes += file.file_size();
  }
  EXPECT_EQ(info_json().at("bytes"), bytes);
}

TEST_F(EndToEndInfo, TellsWhatTheLastRunDid) {
  has("wire.jsonl", json_line({{"id", "a1"}, {"title", "Heron"}, {"date", "1999-05-31"}}) +
                        json_line({{"id", "a2"}, {"title", "White stork"}, {"date", "2007"}}) +
                        json_line({{"id", "a4"}, {"title", "Coot"}, {"date", "2008-01-02"}}) +
                        json_line({{"id", "a5"}, {"title", ""}, {"text", ""}}) + "{\n");
  update();
  const Json told = info_json();
  EXPECT_EQ(told.at("indexed"), 2);
  EXPECT_EQ(told.at("replaced"), 1);
  EXPECT_EQ(told.at("unchanged"), 1);
  EXPECT_EQ(told.at("empty"), 1);
  EXPECT_EQ(told.at("skipped"), 1);
  EXPECT_EQ(told.at("generation"), 2);
  EXPECT_EQ(told.at("articles"), 5);
  EXPECT_EQ(told.at("last_day"), "2008-01-02");
}

TEST_F(EndToEndInfo, SaysTheSameToPeople) {
  const Ended told = info();
  EXPECT_EQ(told.status, 0);
  EXPECT_THAT(told.out, testing::ContainsRegex("articles +3\nundated +1\nfirst day +1999-05-31\n"));
}

TEST_F(EndToEndInfo, NamesAFolderWithoutIndex) {
  Invocation call = index_call("info", {});
  call.command[3] = "nowhere";
  const Ended ended = run(call);
  EXPECT_EQ(ended.status, 2);
  EXPECT_THAT(ended.err, HasSubstr("there is no index at 'nowhere'"));
}

TEST_F(EndToEndInfo, FindsTheIndexByTheEnvironment) {
  Invocation call = index_call("info", {});
  call.command = {DATELINE_INDEX_PROGRAM, "info"};
  call.environment = {{"DATELINE_INDEX", index_.string()}};
  EXPECT_EQ(run(call).status, 0);
}

}  // namespace
}  // namespace dateline::test
