// docs/habits.md says how what is typed for other systems is read here; every row of it is held to.
// Where the reading has changed, `DATELINE_UPDATE_GOLDENS=1 searcher_tests` writes the page anew.
#include <gtest/gtest.h>

#include <array>
#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/parser.h"
#include "tests/searcher/query/same_query.h"

namespace dateline::searcher {
namespace {

const std::string kPage = std::string(DATELINE_SOURCE_DIR) + "/docs/habits.md";

// A bar inside of a cell stands behind a backslash.
std::string in_cell(std::string_view text) {
  std::string cell;
  for (const char c : text) {
    if (c == '|') cell += '\\';
    cell += c;
  }
  return cell;
}

// Nothing for a line that is no row.
std::string typed_of(const std::string& line) {
  const std::size_t end = line.find("` |", 3);
  if (!line.starts_with("| `") || end == std::string::npos) return "";
  std::string typed;
  for (std::size_t at = 3; at < end; ++at) {
    if (line[at] == '\\' && line[at + 1] == '|') ++at;
    typed += line[at];
  }
  return typed;
}

Dialect dialect_of(std::string_view heading) {
  const std::map<std::string_view, Dialect> dialects = {
      {"factiva", Dialect::kFactiva}, {"nexis", Dialect::kNexis}, {"westlaw", Dialect::kWestlaw}};
  for (const auto& [name, dialect] : dialects) {
    if (heading.find("--dialect " + std::string(name)) != heading.npos) return dialect;
  }
  return Dialect::kDateline;
}

ParseOptions options_of(Dialect dialect) {
  using namespace std::chrono;
  ParseOptions options;
  options.archive_fields = {"topics", "copyright_line"};
  options.today = 2009y / March / 13;
  options.dialect = dialect;
  return options;
}

std::string row_of(const std::string& typed, Dialect dialect) {
  const auto parsed = parse_query(typed, options_of(dialect));
  std::string read_as;
  std::string told;
  if (const auto* mistake = std::get_if<QueryMistake>(&parsed)) {
    told = mistake->message;
  } else {
    const Query& query = std::get<Query>(parsed);
    read_as = "`" + in_cell(to_string(query)) + "`";
    for (const std::string& note : query.notes) told += (told.empty() ? "" : "; ") + note;
  }
  return "| `" + in_cell(typed) + "` | " + read_as + (read_as.empty() ? "" : " ") + "| " +
         in_cell(told) + (told.empty() ? "" : " ") + "|";
}

struct Row {
  std::string line;
  std::string typed;
  Dialect dialect = Dialect::kDateline;
};

// The lines of the page; `typed` is empty where a line is no row.
std::vector<Row> page() {
  std::vector<Row> rows;
  std::ifstream file(kPage);
  Dialect dialect = Dialect::kDateline;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("## ")) dialect = dialect_of(line);
    rows.push_back({line, typed_of(line), dialect});
  }
  return rows;
}

TEST(Habits, AreReadOrRefusedAsThePageSays) {
  std::ostringstream written;
  std::size_t forms = 0;
  const bool updates = std::getenv("DATELINE_UPDATE_GOLDENS") != nullptr;
  for (const Row& row : page()) {
    const std::string line = row.typed.empty() ? row.line : row_of(row.typed, row.dialect);
    written << line << '\n';
    if (row.typed.empty()) continue;
    ++forms;
    if (!updates) {
      EXPECT_EQ(line, row.line);
    }
  }
  EXPECT_GE(forms, 500U);
  if (updates) std::ofstream(kPage, std::ios::binary) << written.str();
}

// What is printed is in Dateline's own language, whatever it was read from.
TEST(Habits, ArePrintedSoThatTheyAreReadBack) {
  for (const Row& row : page()) {
    if (row.typed.empty()) continue;
    const auto first = parse_query(row.typed, options_of(row.dialect));
    if (std::holds_alternative<QueryMistake>(first)) continue;
    const std::string printed = to_string(std::get<Query>(first));
    const auto again = parse_query(printed, options_of(Dialect::kDateline));
    ASSERT_TRUE(std::holds_alternative<Query>(again))
        << printed << ": " << std::get<QueryMistake>(again).message;
    EXPECT_TRUE(same(std::get<Query>(first), std::get<Query>(again))) << row.typed;
  }
}

}  // namespace
}  // namespace dateline::searcher
