// What could not be read of a file: counted, and the first of it named.
#pragma once

#include <fmt/format.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::bench {

struct SkippedLines {
  static constexpr std::size_t kMostNamed = 3;

  std::size_t count = 0;
  std::vector<std::string> named;  // "topics.tsv:3: ...", kMostNamed at most

  void add(std::string_view file, std::size_t line, std::string_view reason) {
    if (count++ < kMostNamed) named.push_back(fmt::format("{}:{}: {}", file, line, reason));
  }
};

}  // namespace dateline::bench
