#include "searcher/command_line.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <sstream>

#include "common/error.h"
#include "searcher/output/formats.h"
#include "searcher/query/query_help.h"
#include "tests/manual_options.h"

namespace dateline::searcher {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

constexpr std::chrono::year_month_day kToday = std::chrono::year{2024} / 2 / 29;

CommandLine read(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), "--index=here");
  std::ostringstream out;
  return std::get<CommandLine>(parse_command_line(arguments, kToday, out));
}

std::string refusal(const std::vector<std::string>& arguments) {
  std::ostringstream out;
  try {
    parse_command_line(arguments, kToday, out);
  } catch (const Error& e) {
    EXPECT_EQ(e.kind(), ErrorKind::kUsage);
    return e.what();
  }
  return "";
}

std::string printed(const std::string& argument) {
  std::ostringstream out;
  EXPECT_EQ(std::get<ExitStatus>(parse_command_line({argument}, kToday, out)), kFound);
  return out.str();
}

TEST(ParseCommandLine, ReadsEveryOption) {
  const CommandLine line = read({"--any", "--correct", "--since", "2023-01", "--until=2023-02-03",
                                 "--sort", "newest", "--limit", "20", "--offset", "5", "--format",
                                 "jsonl", "--color", "never", "--total", "estimate", "kishida"});
  EXPECT_EQ(line.index_dir, "here");
  EXPECT_EQ(line.query, "kishida");
  EXPECT_EQ(line.side_by_side, SideBySide::kAny);
  EXPECT_TRUE(line.correct);
  EXPECT_EQ(line.search.days.first, std::chrono::year{2023} / 1 / 1);
  EXPECT_EQ(line.search.days.last, std::chrono::year{2023} / 2 / 3);
  EXPECT_EQ(line.search.page.order, Order::kNewest);
  EXPECT_EQ(line.search.page.limit, 20u);
  EXPECT_EQ(line.search.page.offset, 5u);
  EXPECT_EQ(line.search.count.total, TotalCount::kEstimate);
  EXPECT_EQ(line.format, find_format("jsonl"));
  EXPECT_EQ(line.colour, ColourWhen::kNever);
}

TEST(ParseCommandLine, TellsDaysFromToday) {
  const CommandLine line = read({"--since", "last month", "--until", "yesterday", "kishida"});
  EXPECT_EQ(line.today, kToday);
  EXPECT_EQ(line.search.days.first, std::chrono::year{2024} / 1 / 1);
  EXPECT_EQ(line.search.days.last, std::chrono::year{2024} / 2 / 28);
}

TEST(ParseCommandLine, ReadsWhatToCountBy) {
  const FacetOptions facets = read({"--facets", "Source, place,source,topics", "--facet-values",
                                    "3", "--timeline", "month", "a"})
                                  .search.count.facets;
  EXPECT_THAT(facets.fields, testing::ElementsAre("source", "place", "topics"));
  EXPECT_EQ(facets.values, 3u);
  EXPECT_EQ(facets.timeline, Period::kMonth);
  EXPECT_TRUE(read({"a"}).search.count.facets.none());
}

TEST(CommandLine, RefusesCountsInFormatsThatHaveNoPlaceForThem) {
  for (const char* format : {"jsonl", "csv", "tsv", "html", "ris", "bibtex", "trec"}) {
    SCOPED_TRACE(format);
    EXPECT_THROW(read({"--format", format, "--facets", "place", "a"}), Error);
    EXPECT_THROW(read({"--format", format, "--timeline", "day", "a"}), Error);
    EXPECT_THROW(read({"--format", format, "--explain", "a"}), Error);
  }
}

TEST(ParseCommandLine, ShowsAndBatches) {
  EXPECT_EQ(read({"--show", "gazette/17"}).show_id, "gazette/17");
  EXPECT_EQ(read({"--batch", "-"}).batch_file, "-");
  EXPECT_EQ(read({"--batch", "q.tsv", "--format", "trec"}).format, find_format("trec"));
}

TEST(ParseCommandLine, JoinsWhatIsNoOptionIntoTheQuery) {
  struct CommandLineCase {
    std::vector<std::string> arguments;
    std::string query;
  };
  const CommandLineCase cases[] = {
      {{"white", "house"}, "white house"},
      {{"\"white house\"", "OR", "kremlin"}, "\"white house\" OR kremlin"},
      {{"kishida", "-japan"}, "kishida -japan"},
      {{"-japan", "kishida"}, "-japan kishida"},
      {{"kishida", "-\"white house\""}, "kishida -\"white house\""},
      {{"kishida", "-(a", "b)"}, "kishida -(a b)"},
      {{"kishida", "-house"}, "kishida -house"},  // not -h
      {{"kishida", "-5"}, "kishida -5"},
      {{"a", "--limit", "3", "-bee", "--any", "c"}, "a -bee c"},
      {{"--", "-japan", "--limit"}, "-japan --limit"},
      {{"a", "--", "-h"}, "a -h"},
      {{"date:2023-01", "=US", "a-b"}, "date:2023-01 =US a-b"},
  };
  for (const CommandLineCase& c : cases) EXPECT_EQ(read(c.arguments).query, c.query);
}

TEST(ParseCommandLine, TellsWhatLooksLikeAShortOption) {
  struct Mistaken {
    std::vector<std::string> arguments;
    std::string message;
  };
  const Mistaken cases[] = {
      {{"-n", "3", "oil"},
       "no option '-n'; did you mean --limit? Or to leave the word n out write"},
      {{"oil", "-n", "3"}, "no option '-n'; did you mean --limit?"},
      {{"-n3", "oil"}, "no option '-n3'; did you mean --limit?"},
      {{"-v"}, "no option '-v'; did you mean --version?"},
      {{"-V"}, "no option '-V'; did you mean --version?"},
      {{"-o", "out.csv", "--format", "csv", "oil"}, "no option '-o'; did you mean > FILE?"},
      {{"-f", "csv", "oil"}, "did you mean --format?"},
      {{"-c", "oil"}, "did you mean --limit 0?"},
      {{"-x", "oil"}, "no option '-x'; to leave the word x out write NOT x"},
      {{"-rn", "oil"}, "no option '-rn'"},
      {{"-limit", "3", "oil"}, "no option '-limit'; did you mean --limit?"},
      {{"-format=csv", "oil"}, "no option '-format'; did you mean --format?"},
      {{"-help"}, "did you mean --help?"},
  };
  for (const Mistaken& c : cases) {
    try {
      read(c.arguments);
      ADD_FAILURE() << c.arguments[0];
    } catch (const Error& error) {
      EXPECT_NE(std::string(error.what()).find(c.message), std::string::npos) << error.what();
    }
  }
  for (const std::string kept : {"-F16", "-japan", "-in", "-G7", "-5", "-US"}) {
    EXPECT_EQ(read({"oil", kept}).query, "oil " + kept);
  }
  EXPECT_EQ(read({"oil", "--", "-n"}).query, "oil -n");
}

TEST(ParseCommandLine, TakesADialect) {
  EXPECT_EQ(read({"oil"}).dialect, Dialect::kDateline);
  EXPECT_EQ(read({"--dialect", "factiva", "oil"}).dialect, Dialect::kFactiva);
  EXPECT_EQ(read({"--dialect=nexis", "oil"}).dialect, Dialect::kNexis);
  EXPECT_EQ(read({"--dialect", "westlaw", "oil"}).dialect, Dialect::kWestlaw);
}

TEST(ParseCommandLine, NamesTheOptionAndTheRemedy) {
  struct CommandLineCase {
    std::vector<std::string> arguments;
    std::string message;
  };
  const CommandLineCase cases[] = {
      {{"a"}, "no index; give --index DIR or set DATELINE_INDEX"},
      {{"--index", "x"}, "no query; give some words to search for"},
      {{"--index", "x", "--formt=json", "a"}, "unknown option '--formt'; did you mean '--format'?"},
      {{"--index", "x", "--colours", "a"}, "unknown option '--colours'; did you mean '--color'?"},
      {{"--index", "x", "--japan"}, "unknown option '--japan'; write -- before query text"},
      {{"--index", "x", "--format", "xml", "a"},
       "--format: 'xml' is none of terminal, plain, json, jsonl, csv, tsv, html, ris, bibtex, "
       "trec"},
      {{"--index", "x", "--limit", "-1", "a"}, "--limit: '-1' is not a number from 0 to 1000000"},
      {{"--index", "x", "--limit", "1000001", "a"}, "--limit: '1000001' is not a number"},
      {{"--index", "x", "--limit", "ten", "a"}, "--limit: 'ten' is not a number"},
      {{"--index", "x", "a", "--limit"}, "--limit"},
      {{"--index", "x", "--since", "2023-13", "a"},
       "--since: '2023-13' is not a date: there is no month"},
      {{"--index", "x", "--since", "2023", "--until", "2022", "a"}, "--until lies before --since"},
      {{"--index", "x", "--batch", "f", "a"}, "--batch takes its queries from the file"},
      {{"--index", "x", "--batch", "f", "--show", "i"}, "--batch and --show do not go together"},
      {{"--index", "x", "--batch", "f", "--format", "plain"},
       "--batch writes --format jsonl, csv, tsv or trec"},
      {{"--index", "x", "--batch", "f", "--format", "html"},
       "--batch writes --format jsonl, csv, tsv or trec"},
      {{"--index", "x", "--facets", "place,", "a"}, "--facets: a field is missing beside a comma"},
      {{"--index", "x", "--timeline", "week", "a"}, "--timeline: 'week' is none of day, month"},
      {{"--index", "x", "--timeline", "day", "--format", "trec", "a"},
       "--facets, --timeline and --explain are written by --format terminal, plain and json"},
      {{"--index", "x", "--facets", "place", "--format", "jsonl", "a"},
       "--facets, --timeline and --explain are written by --format terminal, plain and json"},
      {{"--index", "x", "--show", "i", "--format", "json"},
       "--show writes --format terminal or plain"},
  };
  for (const CommandLineCase& c : cases) {
    EXPECT_THAT(refusal(c.arguments), StartsWith(c.message));
    EXPECT_THAT(refusal(c.arguments), HasSubstr("see dateline-search --help"));
  }
}

TEST(ParseCommandLine, TakesTheIndexFromTheEnvironment) {
  setenv("DATELINE_INDEX", "there", 1);
  std::ostringstream out;
  EXPECT_EQ(std::get<CommandLine>(parse_command_line({"a"}, kToday, out)).index_dir, "there");
  EXPECT_EQ(read({"a"}).index_dir, "here");
  unsetenv("DATELINE_INDEX");
}

TEST(ParseCommandLine, PrintsHelpAndVersion) {
  EXPECT_THAT(printed("--help"), HasSubstr("Exit status: 0 articles found, 1 none, 2 error."));
  EXPECT_EQ(printed("-h"), printed("--help"));
  EXPECT_EQ(printed("--help-query"), query_help());
  EXPECT_THAT(printed("--version"), StartsWith("dateline-search 0."));
}

TEST(Help, FitsATerminalWithItsWordsWhole) {
  const std::string help = printed("--help");
  EXPECT_THAT(lines_wider_than(80, help), testing::IsEmpty());
  EXPECT_THAT(
      joined_words(help),
      HasSubstr("a month or year begins on its first day; 'last week' and '5 feb 1987' will "
                "do too --until DATE Published"));
}

TEST(Manual, DescribesTheOptionsOfTheHelp) {
  EXPECT_EQ(options_of_manual(DATELINE_SOURCE_DIR "/docs/man/dateline-search.1"),
            options_of_help(printed("--help")));
}

}  // namespace
}  // namespace dateline::searcher
