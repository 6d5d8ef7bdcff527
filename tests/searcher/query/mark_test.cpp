#include <gtest/gtest.h>

#include "searcher/query/parser.h"

namespace dateline::searcher {
namespace {

TEST(Mark, SetsACaretUnderTheColumn) {
  EXPECT_EQ(mark("a colour:red", {2, ""}), "a colour:red\n  ^");
  EXPECT_EQ(mark("", {0, ""}), "\n^");
  EXPECT_EQ(mark("a OR", {4, ""}), "a OR\n    ^");
}

TEST(Mark, CountsColumnsOfTheTerminal) {
  EXPECT_EQ(mark("日本 (", {3, ""}), "日本 (\n     ^");
  EXPECT_EQ(mark("e\u0301 (", {3, ""}), "e\u0301 (\n  ^");
}

TEST(Mark, EscapesWhatATerminalMustNotSee) {
  EXPECT_EQ(mark("\x1b[2J (\n", {5, ""}), "\\x1b[2J ( \n        ^");
}

TEST(Mark, CutsALongQueryAroundTheMistake) {
  const std::string typed = std::string(500, 'a') + "(" + std::string(500, 'b');
  const std::string marked = mark(typed, {500, ""});
  EXPECT_EQ(marked, "..." + std::string(50, 'a') + "(" + std::string(24, 'b') + "...\n" +
                        std::string(53, ' ') + "^");
}

}  // namespace
}  // namespace dateline::searcher
