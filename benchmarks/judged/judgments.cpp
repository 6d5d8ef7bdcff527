#include "benchmarks/judged/judgments.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <sstream>
#include <vector>

namespace dateline::bench {
namespace {

std::vector<std::string> columns_of(const std::string& line) {
  std::vector<std::string> columns;
  std::istringstream in(line);
  for (std::string column; in >> column;) columns.push_back(column);
  return columns;
}

bool read_grade(const std::string& text, int& grade) {
  const char* const end = text.data() + text.size();
  const auto [rest, mistake] = std::from_chars(text.data(), end, grade);
  return mistake == std::errc() && rest == end;
}

}  // namespace

Judgments read_judgments(std::istream& in, std::string_view name, SkippedLines& skipped) {
  Judgments judgments;
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    const std::vector<std::string> columns = columns_of(line);
    if (columns.empty()) continue;
    int grade = 0;
    if (columns.size() != 4 && columns.size() != 3) {
      skipped.add(name, number, "not the four columns topic, iteration, document and grade");
    } else if (!read_grade(columns.back(), grade)) {
      skipped.add(name, number, "the grade '" + columns.back() + "' is not a whole number");
    } else {
      const std::string& document = columns[columns.size() - 2];
      const auto [found, is_new] = judgments[columns[0]].try_emplace(document, grade);
      found->second = std::max(found->second, grade);
    }
  }
  return judgments;
}

}  // namespace dateline::bench
