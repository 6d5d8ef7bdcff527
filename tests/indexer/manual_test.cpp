#include <gtest/gtest.h>

#include <sstream>
#include <vector>

#include "indexer/command_line.h"
#include "tests/manual_options.h"

namespace dateline::indexer {
namespace {

TEST(IndexManual, DescribesTheOptionsOfTheHelp) {
  const std::vector<std::vector<std::string>> commands = {{"--help"},
                                                          {"update", "--help"},
                                                          {"inspect", "--help"},
                                                          {"info", "--help"},
                                                          {"check", "--help"}};
  std::ostringstream help;
  for (const auto& command : commands) parse_command_line(command, help);
  EXPECT_EQ(options_of_manual(DATELINE_SOURCE_DIR "/docs/man/dateline-index.1"),
            options_of_help(help.str()));
}

TEST(IndexHelp, FitsATerminal) {
  const std::vector<std::vector<std::string>> commands = {{"--help"},
                                                          {"update", "--help"},
                                                          {"inspect", "--help"},
                                                          {"info", "--help"},
                                                          {"check", "--help"}};
  for (const auto& command : commands) {
    std::ostringstream help;
    parse_command_line(command, help);
    EXPECT_EQ(lines_wider_than(80, help.str()), std::vector<std::string>{}) << command.front();
  }
}

}  // namespace
}  // namespace dateline::indexer
