// The options that a manual page describes and those that --help lists, to hold one against the
// other.
#pragma once

#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>

namespace dateline {

inline std::set<std::string> all_matches(const std::string& text, const std::regex& pattern) {
  std::set<std::string> matches;
  for (std::sregex_iterator it(text.begin(), text.end(), pattern), end; it != end; ++it) {
    matches.insert((*it)[1]);
  }
  return matches;
}

// The items ".It Fl -name" of an mdoc page; empty if there is no such file.
inline std::set<std::string> options_of_manual(const std::string& path) {
  std::ifstream file(path);
  const std::string page(std::istreambuf_iterator<char>(file), {});
  return all_matches(page, std::regex(R"(\n\.It Fl -([a-z-]+))"));
}

// The long options of a help text as CLI11 lays it out.
inline std::set<std::string> options_of_help(const std::string& help) {
  return all_matches(help, std::regex(R"(\n  (?:-h,)?--([a-z-]+))"));
}

}  // namespace dateline
