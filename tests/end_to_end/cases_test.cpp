// Small archives of the kinds that real ones are, with what is to come out: tests/cases.
#include <gtest/gtest.h>

#include <filesystem>

#include "tests/end_to_end/program.h"

namespace dateline::test {
namespace {

TEST(EndToEndCases, AllHold) {
  const std::filesystem::path source = DATELINE_SOURCE_DIR;
  const std::filesystem::path index_program = DATELINE_INDEX_PROGRAM;
  const std::filesystem::path search_program = DATELINE_SEARCH_PROGRAM;
  Invocation call;
  call.folder = source;
  call.command = {source / "scripts/cases",     "--programs",
                  index_program.parent_path(),  "--programs",
                  search_program.parent_path(), source / "tests/cases"};
  const Ended ended = run(call);
  EXPECT_EQ(ended.status, 0) << ended.out << ended.err;
}

}  // namespace
}  // namespace dateline::test
