// What the documents show of the programs is what the programs print.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "tests/end_to_end/program.h"
#include "tests/end_to_end/transcript.h"
#include "tests/temporary_folder.h"

namespace dateline::test {
namespace {

namespace fs = std::filesystem;

const fs::path kSource = DATELINE_SOURCE_DIR;

// A clone of the repository in which everything is built, as far as commands of the documents can
// tell. Only the two steps of scripts/quickstart that install and build do nothing here.
class EndToEndDocuments : public testing::Test {
 protected:
  EndToEndDocuments() {
    fs::create_directories(clone_ / "build");
    fs::create_directory(clone_ / "scripts");
    fs::create_directory(tools_);
    fs::create_directory_symlink(kSource / "corpus", clone_ / "corpus");
    fs::create_directory_symlink(DATELINE_BUILD_DIR, clone_ / "build/release");
    fs::copy(kSource / "scripts/quickstart", clone_ / "scripts");
    fs::create_symlink("/bin/true", clone_ / "scripts/install-dependencies");
    fs::create_symlink("/bin/true", tools_ / "cmake");
  }

  // On a terminal of 80 columns, without colours.
  std::string printed_by(const std::string& command) const {
    const std::string build = DATELINE_BUILD_DIR;
    const std::string path = tools_.string() + ":" + build + "/indexer:" + build + "/searcher";
    Invocation call;
    call.command = {"/bin/bash", "-c", "exec 2>&1; " + command};
    call.folder = clone_;
    call.environment = {
        {"PATH", path + ":/usr/bin:/bin"}, {"NO_COLOR", "1"}, {"COLUMNS", "80"}, {"TERM", "xterm"}};
    call.output = Output::kTerminal;
    return run(call).out;
  }

  void expect_true(const fs::path& document) const {
    for (const Transcript& transcript : transcripts_of(kSource / document)) {
      const std::string printed = printed_by(transcript.command);
      EXPECT_TRUE(shows(transcript, printed))
          << document.string() << ":" << transcript.line << ": prints something else:\n"
          << printed;
    }
  }

  const TemporaryFolder folder_;
  const fs::path clone_ = folder_.path() / "clone";
  const fs::path tools_ = folder_.path() / "tools";
};

TEST_F(EndToEndDocuments, TheReadmeShowsWhatIsPrinted) {
  EXPECT_FALSE(transcripts_of(kSource / "README.md").empty());
  expect_true("README.md");
}

// They take the quickstart for granted.
TEST_F(EndToEndDocuments, AllOthersShowWhatIsPrinted) {
  printed_by("scripts/quickstart");
  for (const char* document : {"ARCHITECTURE.md", "CONTRIBUTING.md", "corpus/README.md",
                               "benchmarks/README.md", "benchmarks/results/README.md"}) {
    expect_true(document);
  }
  for (const auto& entry : fs::directory_iterator(kSource / "docs")) {
    if (entry.path().extension() == ".md") expect_true("docs" / entry.path().filename());
  }
}

TEST_F(EndToEndDocuments, ShowTheExampleOfCppAsItIs) {
  std::istringstream example(content_of(kSource / "examples/search.cpp"));
  std::string block;
  for (std::string line; std::getline(example, line);) {
    if (line.starts_with("//")) continue;
    block += line.empty() ? "\n" : "    " + line + "\n";
  }
  EXPECT_THAT(content_of(kSource / "docs/searching-from-cpp.md"), testing::HasSubstr(block));
}

TEST(EndToEndTranscript, IsFoundInADocument) {
  const TemporaryFolder folder;
  const auto document = folder.write("page.md",
                                     "Text $ here:\n\n"
                                     "    $ one\n    a\n\n    $ b\n\n"
                                     "and\n\n    no transcript\n    $ two\n");
  const auto found = transcripts_of(document);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.front().line, 3U);
  EXPECT_EQ(found.front().command, "one");
  EXPECT_THAT(found.front().output, testing::ElementsAre("a", "", "$ b"));
}

TEST(EndToEndTranscript, SeesADifference) {
  struct Case {
    std::vector<std::string> shown;
    const char* printed;
    bool is_same;
  };
  const Case cases[] = {
      {{"a", "b"}, "a\r\nb\r\n\r\n", true},
      {{"a", "b"}, "a\n", false},
      {{"a"}, "a\nb\n", false},
      {{"a", "…", "d"}, "a\nb\nc\nd\n", true},
      {{"a", "…", "d"}, "a\nd\n", true},
      {{"…"}, "", true},
      {{"a", "…", "d"}, "a\nb\n", false},
      {{"known are a, …"}, "known are a, b, c\n", true},
      {{"known are a, …"}, "unknown\n", false},
      {{"took N seconds"}, "took 0.25 seconds\n", true},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(shows({1, "command", c.shown}, c.printed), c.is_same) << c.printed;
  }
}

}  // namespace
}  // namespace dateline::test
