#include "benchmarks/talking_process.h"

#include <gtest/gtest.h>

#include "tests/throws_error.h"

namespace dateline::bench {
namespace {

TEST(TalkingProcess, AnswersLineByLine) {
  TalkingProcess cat("cat", {});
  cat.write_line("one");
  EXPECT_EQ(cat.read_line(), "one");
  cat.write_line("two and more");
  cat.write_line("");
  EXPECT_EQ(cat.read_line(), "two and more");
  EXPECT_EQ(cat.read_line(), "");
  EXPECT_EQ(cat.finish().exit_status, 0);
}

TEST(TalkingProcess, ReadsAllThatFollowsTheEndOfItsInput) {
  TalkingProcess cat("cat", {});
  cat.write_line("one");
  cat.write_line("two");
  EXPECT_EQ(cat.read_line(), "one");
  EXPECT_EQ(cat.read_rest(), "two\n");
  EXPECT_EQ(cat.finish().exit_status, 0);
}

TEST(TalkingProcess, SaysThatTheProgramIsGone) {
  TalkingProcess gone("true", {});
  EXPECT_THAT([&] { gone.read_line(); }, test::throws_error(ErrorKind::kSystem, "'true'"));
}

TEST(TalkingProcess, NamesAProgramThatIsNotThere) {
  EXPECT_THAT([] { TalkingProcess("no-such-program", {}); },
              test::throws_error(ErrorKind::kSystem, "no-such-program"));
  EXPECT_FALSE(is_on_path("no-such-program"));
  EXPECT_TRUE(is_on_path("cat"));
}

}  // namespace
}  // namespace dateline::bench
