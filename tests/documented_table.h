// The tables of our documents, to hold programs against them.
#pragma once

#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::test {

// The names in backticks that open the rows of the table under `heading`; `document` is a path from
// the root. Empty where there is no such table.
inline std::vector<std::string> documented_names(const std::string& document,
                                                 std::string_view heading) {
  std::ifstream file(std::string(DATELINE_SOURCE_DIR) + "/" + document);
  std::vector<std::string> names;
  bool is_there = false;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("#")) is_there = line.substr(line.find_first_not_of("# ")) == heading;
    if (is_there && line.starts_with("| `")) {
      names.push_back(line.substr(3, line.find('`', 3) - 3));
    }
  }
  return names;
}

}  // namespace dateline::test
