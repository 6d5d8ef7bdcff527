// The options that a manual page describes and those that --help lists, to hold one against the
// other; and how a help text looks on a terminal.
#pragma once

#include <fstream>
#include <istream>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "common/terminal_text.h"

namespace dateline {

// The long options behind `opening` at the start of a line. By hand: GCC 12 with sanitizers finds
// false faults in std::regex.
inline std::set<std::string> options_behind(std::string_view opening, std::istream& text) {
  std::set<std::string> options;
  for (std::string line; std::getline(text, line);) {
    if (!line.starts_with(opening)) continue;
    const std::string option = line.substr(opening.size());
    options.insert(option.substr(0, option.find_first_not_of("abcdefghijklmnopqrstuvwxyz-")));
  }
  return options;
}

// The items ".It Fl -name" of an mdoc page; empty if there is no such file.
inline std::set<std::string> options_of_manual(const std::string& path) {
  std::ifstream page(path);
  return options_behind(".It Fl -", page);
}

// The options of a help text as CLI11 lays it out: "  --limit N", "  -h,--help".
inline std::set<std::string> options_of_help(const std::string& help) {
  std::istringstream text(help);
  std::set<std::string> options = options_behind("  --", text);
  text.clear();
  text.seekg(0);
  options.merge(options_behind("  -h,--", text));
  return options;
}

inline std::vector<std::string> lines_wider_than(std::size_t columns, const std::string& help) {
  std::istringstream text(help);
  std::vector<std::string> wide;
  for (std::string line; std::getline(text, line);) {
    if (display_width(line) > columns) wide.push_back(line);
  }
  return wide;
}

// The words of a help text, one blank between two: how its sentences read across lines.
inline std::string joined_words(const std::string& help) {
  std::istringstream text(help);
  std::string joined;
  for (std::string word; text >> word;) joined.append(joined.empty() ? "" : " ").append(word);
  return joined;
}

}  // namespace dateline
