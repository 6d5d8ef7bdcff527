// What holds of every format that programs read, through the whole of `run`.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <sstream>
#include <vector>

#include "common/terminal_text.h"
#include "common/utf8.h"
#include "searcher/output/formats.h"
#include "searcher/run.h"
#include "tests/searcher/fake_searcher.h"
#include "tests/searcher/output/results.h"

namespace dateline::searcher {
namespace {

using testing::HasSubstr;

constexpr auto kToday = std::chrono::year{2023} / 1 / 13;

// The formats that have no place outside of their records.
bool is_of_records(const OutputFormat& format) {
  return format.name == "ris" || format.name == "trec";
}

std::vector<OutputFormat> formats_for_programs() {
  std::vector<OutputFormat> formats;
  for (const OutputFormat& format : output_formats()) {
    if (!format.is_page) formats.push_back(format);
  }
  return formats;
}

class EveryFormat : public testing::TestWithParam<OutputFormat> {
 protected:
  EveryFormat() { fake_index() = {}; }

  ExitStatus run_with(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(),
                     {"--index", "fake", "--format", std::string(GetParam().name)});
    const auto parsed = parse_command_line(arguments, kToday, out_);
    return run(std::get<CommandLine>(parsed), {}, {in_, out_, log_});
  }

  std::string written(SearchResult result) {
    fake_index().results["storm AND harbour"] = std::move(result);
    out_.str("");
    run_with({"storm harbour"});
    return out_.str();
  }

  std::istringstream in_;
  std::ostringstream out_;
  std::ostringstream log_;
};

// The numbers are such as nothing else in the output.
SearchResult to_cite(SearchResult result) {
  result.generation = 98'765;
  result.total = {43'210, true};
  result.undated_left_out = 7'531;
  return result;
}

void expect_cited(const std::string& output) {
  EXPECT_THAT(output, HasSubstr("98765"));
  EXPECT_THAT(output, HasSubstr("43210"));
  EXPECT_THAT(output, HasSubstr("7531"));
  EXPECT_THAT(output,
              testing::AnyOf(HasSubstr("storm AND harbour"), HasSubstr("storm%20AND%20harbour")));
}

// What a terminal must not see, for the message.
std::string unsafe(std::string_view text) {
  std::string found;
  while (!text.empty()) {
    const Utf8Character c = first_character(text);
    const bool is_line_end = c.value == '\n' || text.starts_with("\r\n");
    const bool is_tab = c.value == '\t';
    if (!c.valid || !(is_line_end || is_tab || is_safe_in_terminal(c.value))) {
      found += printable(text.substr(0, c.bytes)) + " ";
    }
    text.remove_prefix(c.bytes);
  }
  return found;
}

TEST_P(EveryFormat, CitesTheSearch) {
  for (const SearchResult& result : {full_result(), sparse_result(), hostile_result()}) {
    expect_cited(written(to_cite(result)));
  }
}

TEST_P(EveryFormat, CitesASearchWithoutHitsWhereItHasAPlaceForIt) {
  const std::string output = written(to_cite({}));
  if (is_of_records(GetParam())) {
    EXPECT_EQ(output, "");
  } else {
    expect_cited(output);
  }
}

TEST_P(EveryFormat, LetsNothingThroughThatDrivesATerminal) {
  EXPECT_EQ(unsafe(written(hostile_result())), "");
  SearchResult result = full_result();
  result.query = hostile_result().query;
  EXPECT_EQ(unsafe(written(result)), "");
}

TEST_P(EveryFormat, HoldsAnArticleOfWhichOnlyTheIdIsKnown) {
  const std::string output = written(sparse_result());
  EXPECT_THAT(output, testing::AnyOf(HasSubstr("notes/a b.txt"), HasSubstr("notes/a_b.txt")));
}

TEST_P(EveryFormat, EndsItsLastLine) {
  EXPECT_THAT(written(full_result()), testing::EndsWith("\n"));
}

TEST_P(EveryFormat, SaysByItsStatusWhetherAnythingWasFound) {
  EXPECT_EQ(run_with({"nowhere"}), kNothing);
  fake_index().results["harbour"] = full_result();
  EXPECT_EQ(run_with({"harbour"}), kFound);
}

TEST_P(EveryFormat, HoldsABatchWithTheIdOfEachQueryOrRefusesIt) {
  fake_index().results["harbour"] = to_cite(full_result());
  in_.str("first\tharbour\nsecond\tnowhere\nthird\tbad OR\n");
  if (GetParam().batch == nullptr) {
    EXPECT_ANY_THROW(run_with({"--batch", "-"}));
    return;
  }
  EXPECT_EQ(run_with({"--batch", "-"}), kFailed);
  EXPECT_THAT(out_.str(), HasSubstr("first"));
  EXPECT_THAT(out_.str(), HasSubstr("98765"));
  EXPECT_THAT(log_.str(), HasSubstr("query 'third'"));
  EXPECT_EQ(unsafe(out_.str()), "");
}

INSTANTIATE_TEST_SUITE_P(OfPrograms, EveryFormat, testing::ValuesIn(formats_for_programs()),
                         [](const auto& format) { return std::string(format.param.name); });

}  // namespace
}  // namespace dateline::searcher
