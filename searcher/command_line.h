// The command line of dateline-search -> CommandLine. The only door to CLI11 here.
//
// What is not an option is query text, joined by spaces. A word behind a single minus is query text
// too ("-japan" leaves japan out), for there are no short options but -h. What looks like one
// ("-n", "-n3", "-rn", "-limit") is a mistake that says so, unless "--" stands before it. Two minus
// signs always begin an option, unless "--" stands before them.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <ostream>
#include <string>
#include <variant>
#include <vector>

#include "searcher/exit_status.h"
#include "searcher/query/parser.h"
#include "searcher/search/searcher.h"

namespace dateline::searcher {

struct OutputFormat;

enum class ColourWhen : std::uint8_t { kAutomatic, kAlways, kNever };

struct CommandLine {
  std::filesystem::path index_dir;
  std::string query;  // may be empty only with --show, --similar, --batch, --since or --until
  SideBySide side_by_side = SideBySide::kAll;
  Dialect dialect = Dialect::kDateline;
  SearchOptions search;

  // None: terminal on a terminal, else plain; of a batch jsonl.
  const OutputFormat* format = nullptr;
  ColourWhen colour = ColourWhen::kAutomatic;
  bool correct = false;  // search what is suggested instead
  bool expand = false;   // search with words of the best articles too
  std::optional<std::string> show_id;
  std::optional<std::string> similar_id;  // articles like this one; the query narrows them down
  std::optional<std::filesystem::path> synonyms;  // the user's file
  std::optional<std::string> batch_file;          // "-" is standard input
  std::chrono::year_month_day today{};            // that dates of the query are told from
  bool wants_query_help = false;                  // seen to while the command line is read
};

// `arguments` are those after the program's name; `today` is the day in the reader's zone, from
// which "last week" is told. Writes --help, --help-query and --version to `out` and returns the
// status to exit with. Throws Error(kUsage) that names the option and the remedy.
std::variant<CommandLine, ExitStatus> parse_command_line(const std::vector<std::string>& arguments,
                                                         std::chrono::year_month_day today,
                                                         std::ostream& out);

}  // namespace dateline::searcher
