#include <csignal>
#include <functional>

#include "corpus/generator.h"
#include "corpus/story_formats.h"
#include "tests/end_to_end/dateline.h"

namespace dateline::test {
namespace {

using testing::HasSubstr;
namespace fs = std::filesystem;

// An index of one article, and a run that would add many, killed on its way.
class EndToEndInterruption : public EndToEndTest {
 protected:
  void SetUp() override {
    has("old.jsonl", json_line({{"id", "old"}, {"title", "Heron"}}));
    ASSERT_EQ(update().status, 0);
    corpus::Generator generator({.articles = 3'000, .seed = 11});
    while (const auto story = generator.next()) corpus::append_json_line(*story, news_);
  }

  // Whether a file or folder is there whose path below the index ends so.
  bool has_written(std::string_view ending) const {
    std::error_code vanishing;
    for (fs::recursive_directory_iterator entry(index_, vanishing), end; entry != end;
         entry.increment(vanishing)) {
      if (vanishing) return false;
      if (entry->path().native().ends_with(ending)) return true;
    }
    return false;
  }

  // Starts a run, gives it part of its input, and kills it as soon as `has_come` says so.
  void kill_a_run_when(std::size_t bytes, const std::function<bool()>& has_come) const {
    RunningProgram run(index_call("update", {"--memory", "16M", "-"}));
    ASSERT_TRUE(run.feed(std::string_view(news_).substr(0, bytes)));
    if (bytes >= news_.size()) run.end_input();
    while (!has_come() && run.is_at_work()) continue;
    run.kill();
    run.wait();
  }

  void expect_the_old_or_the_new() const {
    EXPECT_EQ(check().status, 0);
    const auto articles = info_json().at("articles");
    EXPECT_TRUE(articles == 1 || articles == 3'001) << articles;
    EXPECT_EQ(found("headline:heron id:old").size(), 1U);
  }

  void expect_that_the_next_run_succeeds() const {
    Invocation call = index_call("update", {"-"});
    call.input = news_;
    EXPECT_EQ(run(call).status, 0);
    EXPECT_EQ(info_json().at("articles"), 3'001);
    EXPECT_EQ(check().status, 0);
    EXPECT_FALSE(has_written(".tmp"));
  }

  std::string news_;
};

TEST_F(EndToEndInterruption, WhileReadingLeavesTheOldIndex) {
  const std::string before = content_of(index_ / "lock");
  kill_a_run_when(100'000, [&] { return content_of(index_ / "lock") != before; });
  EXPECT_EQ(info_json().at("articles"), 1);
  expect_the_old_or_the_new();
  expect_that_the_next_run_succeeds();
}

TEST_F(EndToEndInterruption, WhileWritingLeavesTheOldIndex) {
  kill_a_run_when(news_.size() * 9 / 10, [&] {
    return has_written("articles.zst.tmp") || has_written(".tmp/articles.zst");
  });
  EXPECT_EQ(info_json().at("articles"), 1);
  expect_the_old_or_the_new();
  expect_that_the_next_run_succeeds();
}

TEST_F(EndToEndInterruption, AtAnyMomentLeavesTheOldIndexOrTheNew) {
  const std::function<bool()> moments[] = {
      [&] { return has_written("000002.tmp"); },
      [&] { return has_written("text.index"); },
      [&] { return has_written("segments/000002"); },
      [&] { return has_written("manifests/000002.json") || has_written("000002.json.tmp"); },
      [&] { return content_of(index_ / "CURRENT").find("000002") != std::string::npos; },
  };
  for (std::size_t moment = 0; moment < std::size(moments); ++moment) {
    SCOPED_TRACE(moment);
    kill_a_run_when(news_.size(), moments[moment]);
    expect_the_old_or_the_new();
  }
  expect_that_the_next_run_succeeds();
}

TEST_F(EndToEndInterruption, IsNotNoticedByASearchThatIsAtWork) {
  RunningProgram searcher(search_call({"--batch", "-"}));
  Invocation call = index_call("update", {"-"});
  call.input = news_;
  ASSERT_EQ(run(call).status, 0);
  ASSERT_EQ(update().status, 0);
  ASSERT_TRUE(searcher.feed("q1\theron\n"));
  searcher.end_input();
  const Ended ended = searcher.wait();
  EXPECT_EQ(ended.status, 0);
  EXPECT_THAT(ended.out, HasSubstr("\"id\":\"old\""));
}

}  // namespace
}  // namespace dateline::test
