#include <gtest/gtest.h>

#include <sstream>
#include <vector>

#include "benchmarks/command_line.h"
#include "tests/manual_options.h"

namespace dateline::bench {
namespace {

TEST(BenchManual, DescribesTheOptionsOfTheHelp) {
  std::ostringstream help;
  parse_command_line({"--help"}, help);
  for (const char* command :
       {"build", "latency", "process", "peers", "copies", "judged", "compare", "growth", "chart"}) {
    parse_command_line({command, "--help"}, help);
  }
  EXPECT_EQ(options_of_manual(DATELINE_SOURCE_DIR "/docs/man/dateline-bench.1"),
            options_of_help(help.str()));
}

}  // namespace
}  // namespace dateline::bench
