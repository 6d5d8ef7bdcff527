#include "tests/end_to_end/dateline.h"

namespace dateline::test {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::UnorderedElementsAre;

class EndToEndNight : public EndToEndTest {};

TEST_F(EndToEndNight, IsSilentWhereNothingIsNew) {
  has("wire.jsonl", "{\"title\": \"torn\n" + json_line({{"id", "a1"}, {"title", "Heron"}}));
  has("old.txt", "Caf\xe9 closed\n\nThe old caf\xe9 is closed.");
  EXPECT_EQ(update().status, 1);
  const Ended second = update();
  EXPECT_EQ(second.status, 0);
  EXPECT_THAT(second.err, IsEmpty());
  EXPECT_THAT(second.out, HasSubstr("skipped 1, as before"));
}

TEST_F(EndToEndNight, TellsTheNewBesideTheOld) {
  has("a.jsonl", "{\"title\": \"torn\n");
  update();
  has("b.jsonl", "{\"title\": \"torn too\n");
  const Ended second = update();
  EXPECT_EQ(second.status, 1);
  EXPECT_THAT(second.err, HasSubstr("skipped b.jsonl:1"));
  EXPECT_THAT(second.err, Not(HasSubstr("a.jsonl")));
  EXPECT_THAT(second.out, HasSubstr("skipped 2, 1 of them as before"));
}

TEST_F(EndToEndNight, TellsAFileAgainWhenItHasChanged) {
  has("picture.jpg", std::string("\xff\xd8\xff\0\0", 5));
  update();
  EXPECT_EQ(update().status, 0);
  has("picture.jpg", std::string("\xff\xd8\xff\0\0\0", 6));
  EXPECT_EQ(update().status, 1);
}

TEST_F(EndToEndNight, TellsAllWhereAllIsAsked) {
  has("a.jsonl", "{\"title\": \"torn\n");
  has("old.txt", "Caf\xe9 closed\n\nThe old caf\xe9 is closed.");
  update();
  const Ended all = update({"--tell", "all", "."});
  EXPECT_EQ(all.status, 1);
  EXPECT_THAT(all.err, HasSubstr("skipped a.jsonl:1"));
  EXPECT_THAT(all.err, HasSubstr("1 article was not UTF-8"));
}

TEST_F(EndToEndNight, TellsAllAgainWhereTheFileIsLost) {
  has("a.jsonl", "{\"title\": \"torn\n");
  update();
  std::filesystem::remove(index_ / "last_told");
  EXPECT_EQ(update().status, 1);
}

TEST_F(EndToEndNight, KeepsTheListForInfo) {
  has("a.jsonl", "{\"title\": \"torn\n");
  update();
  update();
  const Json records = info_json().at("skipped_records");
  ASSERT_EQ(records.size(), 1U);
  EXPECT_EQ(records[0].at("where"), "a.jsonl:1");
  EXPECT_THAT(info().out, HasSubstr("    a.jsonl:1: "));
}

TEST_F(EndToEndNight, PassesOverHiddenFilesAndBackupsAndSaysSo) {
  has(".hidden", "Nobody is to see this.");
  has("story.txt~", "Story\n\nAn old heron.");
  has("story.txt", "Story\n\nA heron.");
  const Ended first = update();
  EXPECT_EQ(first.status, 0);
  EXPECT_THAT(first.err, HasSubstr("passed over 2 hidden or backup files, such as .hidden"));
  EXPECT_THAT(found("heron"), UnorderedElementsAre("story.txt"));
  EXPECT_THAT(update().err, IsEmpty());
}

TEST_F(EndToEndNight, DoesNotReadWhatIsExcluded) {
  has("drafts/a.txt", "Draft\n\nA heron.");
  has("b.log", "Log\n\nA heron.");
  has("c.txt", "Story\n\nA heron.");
  EXPECT_EQ(update({"--exclude", "drafts", "--exclude", "*.log", "."}).status, 0);
  EXPECT_THAT(found("heron"), UnorderedElementsAre("c.txt"));
}

class EndToEndIdentity : public EndToEndTest {
 protected:
  static std::string story(const Json& id, const std::string& bird, const std::string& more = "") {
    Json article = {{"title", "News of the " + bird},
                    {"text", "The " + bird + " was seen." + more}};
    if (!id.is_null()) article["id"] = id;
    return json_line(article);
  }
};

TEST_F(EndToEndIdentity, KeepsArticlesOfCountersThatBeginAnew) {
  has("echo.jsonl", story(1, "heron") + story(2, "stork"));
  has("ledger.jsonl", story(1, "crane") + story(2, "coot"));
  EXPECT_EQ(update().status, 0);
  EXPECT_THAT(found("seen"), UnorderedElementsAre("1", "2", "1@ledger.jsonl", "2@ledger.jsonl"));
  EXPECT_THAT(update().out, HasSubstr("unchanged 4"));
  EXPECT_THAT(update({"ledger.jsonl"}).out, HasSubstr("unchanged 2"));
}

TEST_F(EndToEndIdentity, KeepsArticlesOfAFileThatIsRewrittenEveryNight) {
  for (const bool counted : {true, false}) {
    const auto id = [&](int number) { return counted ? Json(number) : Json(); };
    std::filesystem::remove_all(index_);
    has("today.jsonl", story(id(1), "heron") + story(id(2), "stork"));
    update();
    has("today.jsonl", story(id(1), "crane") + story(id(2), "heron"));
    EXPECT_THAT(update().out, HasSubstr("indexed 1, replaced 0, unchanged 1"));
    has("today.jsonl", story(id(1), "coot") + story(id(2), "crane"));
    EXPECT_THAT(update().out, HasSubstr("indexed 1, replaced 0, unchanged 1"));
    EXPECT_THAT(update().out, HasSubstr("unchanged 2"));
    EXPECT_EQ(info_json().at("articles"), 4);
  }
}

TEST_F(EndToEndIdentity, StillReplacesCorrectedStories) {
  const Json ids[] = {17, "a17", "6f1c2b1e-9d3a-4f0e-8a51-0d6c1f2e3a4b", Json()};
  for (const Json& id : ids) {
    std::filesystem::remove_all(index_);
    has("wire.jsonl", story(id, "heron"));
    update();
    has("wire.jsonl", story(id, "heron", " It was a stork."));
    EXPECT_THAT(update().out, HasSubstr("replaced 1")) << id;
    EXPECT_EQ(info_json().at("articles"), 1) << id;
  }
}

TEST_F(EndToEndIdentity, ReplacesByACertainIdInAnotherFileWhateverHasChanged) {
  has("monday.jsonl", story("http://o.example/7", "heron"));
  update();
  has("tuesday.jsonl", story("http://o.example/7", "stork"));
  update({"tuesday.jsonl"});
  EXPECT_EQ(info_json().at("articles"), 1);
}

TEST_F(EndToEndIdentity, KeepsAllArticlesWithoutAnId) {
  std::string lines;
  for (const Json& id : {Json("None"), Json("nan"), Json(0), Json(-1), Json("N/A"), Json("-")}) {
    lines += story(id, "heron" + std::to_string(lines.size())) + story(id, "stork");
  }
  has("a.jsonl", lines);
  EXPECT_EQ(update().status, 0);
  EXPECT_EQ(info_json().at("articles"), 12);
}

TEST_F(EndToEndIdentity, TellsOnceThatARunReplacesItsOwnArticles) {
  has("wire.jsonl", story("a1", "heron") + story("a1", "stork"));
  const Ended first = update();
  EXPECT_EQ(first.status, 1);
  EXPECT_THAT(
      first.err,
      HasSubstr("1 article was replaced by another one of this run that has its "
                "id and nothing of its text, such as 'a1': wire.jsonl:2 in place of wire.jsonl:1"));
  const Ended second = update();
  EXPECT_EQ(second.status, 0);
  EXPECT_THAT(second.err, IsEmpty());
}

class EndToEndRoot : public EndToEndTest {
 protected:
  void SetUp() override {
    for (const char* bird : {"heron", "stork", "crane"}) {
      has(std::string("news/") + bird + ".txt", std::string("Birds\n\nThe ") + bird + " was seen.");
    }
    update({"news"});
  }

  const std::string elsewhere_ = (archive_ / "news").string();
};

TEST_F(EndToEndRoot, RefusesToDoubleAnArchive) {
  const Ended ended = update({elsewhere_});
  EXPECT_EQ(ended.status, 2);
  EXPECT_THAT(ended.err, HasSubstr("3 of the 3 articles in the index would go in once more"));
  EXPECT_THAT(ended.err, HasSubstr("--root DIR"));
  EXPECT_EQ(info_json().at("generation"), 1);
}

TEST_F(EndToEndRoot, KnowsAFolderByAnyPathWithARoot) {
  EXPECT_THAT(update({"--root", ".", elsewhere_}).out, HasSubstr("unchanged 3"));
}

TEST_F(EndToEndRoot, DoublesWhereThatIsWanted) {
  EXPECT_EQ(update({"--again", elsewhere_}).status, 0);
  EXPECT_EQ(info_json().at("articles"), 6);
}

TEST_F(EndToEndRoot, TakesCopiesThatLieBesideWhatIsThere) {
  has("news/copy-of-heron.txt", "Birds\n\nThe heron was seen.");
  has("news/copy-of-stork.txt", "Birds\n\nThe stork was seen.");
  EXPECT_EQ(update({"news"}).status, 0);
  EXPECT_EQ(info_json().at("articles"), 5);
}

class EndToEndInspect : public EndToEndTest {
 protected:
  Ended inspect(Arguments arguments) const {
    arguments.insert(arguments.begin(), {DATELINE_INDEX_PROGRAM, "inspect"});
    return run({arguments, archive_, ""});
  }
};

TEST_F(EndToEndInspect, SaysWhatARunWouldDoWithoutDoingIt) {
  has("wire.jsonl", json_line({{"id", "a1"}, {"title", "Heron seen"}, {"text", "At the pond."}}) +
                        "{\"title\": \"torn\n");
  has("story.txt", "Crane at work\n\nOSLO, May 6, 2014 - A crane was seen.");
  const Ended ended = inspect({"--format", "json", "."});
  EXPECT_EQ(ended.status, 0);
  const Json told = Json::parse(ended.out);
  EXPECT_EQ(told.at("articles"), 2);
  EXPECT_EQ(told.at("forms"), Json({{"json", 1}, {"text", 1}}));
  EXPECT_EQ(told.at("refused").at(0).at("first"), "wire.jsonl:2");
  EXPECT_EQ(told.at("parts").at("headline").at("articles"), 2);
  EXPECT_EQ(told.at("parts").at("date").at("articles"), 1);
  EXPECT_EQ(told.at("examples").size(), 2U);
  EXPECT_TRUE(told.at("read").at("whole"));
  EXPECT_FALSE(std::filesystem::exists(index_));
}

TEST_F(EndToEndInspect, SaysTheSameToPeople) {
  has("story.txt", "Crane at work\n\nOSLO, May 6, 2014 - A crane was seen.");
  const std::string told = inspect({"."}).out;
  for (const char* part :
       {"read           all of 1 file", "articles       1", "place", "the dateline 1",
        "headline   Crane at work", "date       2014-05-06, from the dateline"}) {
    EXPECT_THAT(told, HasSubstr(part));
  }
}

TEST_F(EndToEndInspect, TellsPlacesThatAreNone) {
  for (int day = 10; day < 20; ++day) {
    has(std::to_string(day) + ".jsonl",
        json_line(
            {{"title", "Day"}, {"text", "Seen."}, {"place", "Markets end higher: ask the bank"}}));
  }
  const Json told = Json::parse(inspect({"--format", "json", "."}).out).at("headline_like");
  ASSERT_EQ(told.size(), 1U);
  EXPECT_EQ(told.at(0).at("articles"), 10);
}

TEST_F(EndToEndInspect, NamesAMissingInput) {
  EXPECT_EQ(inspect({"missing"}).status, 2);
}

}  // namespace
}  // namespace dateline::test
