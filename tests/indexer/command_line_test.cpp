#include "indexer/command_line.h"

#include <gmock/gmock.h>

#include <sstream>

#include "tests/throws_error.h"

namespace dateline::indexer {
namespace {

using test::throws_error;
using testing::ElementsAre;
using testing::HasSubstr;

Command parse(const std::vector<std::string>& arguments) {
  std::ostringstream out;
  return std::get<Command>(parse_command_line(arguments, out));
}

UpdateOptions parse_update(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), {"update", "--index", "INDEX"});
  return std::get<UpdateOptions>(parse(arguments));
}

TEST(CommandLine, ReadsAnUpdateWithItsDefaults) {
  const UpdateOptions options = parse_update({"one.tar.zst", "-"});
  EXPECT_EQ(options.index_dir, "INDEX");
  EXPECT_THAT(options.inputs, ElementsAre("one.tar.zst", "-"));
  EXPECT_EQ(options.memory_budget_bytes, std::size_t{512} << 20);
  EXPECT_GE(options.jobs, 1U);
  EXPECT_EQ(options.format, std::nullopt);
  EXPECT_EQ(options.language, std::nullopt);
}

TEST(CommandLine, ReadsEveryOptionOfAnUpdate) {
  const UpdateOptions options =
      parse_update({"--memory", "2G", "--jobs", "3", "--input-format", "jsonl", "--language", "de",
                    "--map", "headline=hed", "--map", "body=txt", "news.json"});
  EXPECT_EQ(options.memory_budget_bytes, std::size_t{2} << 30);
  EXPECT_EQ(options.jobs, 3U);
  EXPECT_EQ(options.format, Format::kJson);
  EXPECT_EQ(options.language, "de");
  EXPECT_EQ(options.fields.match("txt")->role, Role::kBody);
  EXPECT_THAT(options.inputs, ElementsAre("news.json"));
}

TEST(CommandLine, ReadsInfoAndCheck) {
  EXPECT_EQ(std::get<InfoOptions>(parse({"info", "--index", "I", "--format", "json"})).format,
            InfoFormat::kJson);
  EXPECT_EQ(std::get<CheckOptions>(parse({"check", "--index", "I"})).index_dir, "I");
}

TEST(CommandLine, NamesTheMistakeAndTheRemedy) {
  const struct {
    std::vector<std::string> arguments;
    std::string message;
  } cases[] = {
      {{}, "give update, info or check"},
      {{"search"}, "give update, info or check"},
      {{"update", "--index", "I"}, "INPUT is required"},
      {{"check"}, "--index is required"},
      {{"check", "--index", "I", "--fast"}, "--fast"},
      {{"info", "--index", "I", "--format", "xml"}, "'xml' is neither text nor json"},
      {{"update", "--index", "I", "--memory", "1K", "a"}, "'1K' is not a size of 16M or more"},
      {{"update", "--index", "I", "--jobs", "0", "a"}, "'0' is not a number from 1 to 256"},
      {{"update", "--index", "I", "--language", "English", "a"}, "such as en"},
      {{"update", "--index", "I", "--input-format", "pdf", "a"}, "'pdf' is none of"},
      {{"update", "--index", "I", "--map", "hed", "a"}, "'hed'"},
  };
  for (const auto& [arguments, message] : cases) {
    EXPECT_THAT([&typed = arguments] { parse(typed); }, throws_error(ErrorKind::kUsage, message));
  }
}

TEST(CommandLine, TellsTheExitStatusesInEveryHelp) {
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"--help"}, {"update", "--help"}, {"check", "-h"}}) {
    std::ostringstream out;
    EXPECT_EQ(std::get<ExitStatus>(parse_command_line(arguments, out)), kDone);
    EXPECT_THAT(out.str(), HasSubstr("75   another run"));
  }
}

TEST(ParseBytes, ReadsNumbersWithAUnitOrWithout) {
  EXPECT_EQ(parse_bytes("123"), 123U);
  EXPECT_EQ(parse_bytes("4K"), 4'096U);
  EXPECT_EQ(parse_bytes("512M"), std::size_t{512} << 20);
  EXPECT_EQ(parse_bytes("2G"), std::size_t{2} << 30);
}

TEST(ParseBytes, RejectsWhatIsNoSize) {
  for (const auto* text :
       {"", "M", "-1", "1.5G", "12T", "1 M", "99999999999999999999", "99999999999G"}) {
    EXPECT_EQ(parse_bytes(text), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace dateline::indexer
