// Where in the inputs something stands: for messages, and for the identity of articles without one.
#pragma once

#include <cstdint>
#include <string>

namespace dateline::indexer {

struct Origin {
  std::string file;        // as named on the command line or found below it; "-" is standard input
  std::string member;      // path inside the container; "" where there is none
  std::uint64_t line = 0;  // 1-based; 0: the whole file

  bool operator==(const Origin&) const = default;
};

// "archive.tar.zst(2006/story-1):12", "story.txt". Bytes of names are given as they are: whoever
// prints them escapes them.
inline std::string to_string(const Origin& origin) {
  std::string text = origin.file;
  if (!origin.member.empty()) text.append("(").append(origin.member).append(")");
  if (origin.line != 0) text.append(":").append(std::to_string(origin.line));
  return text;
}

}  // namespace dateline::indexer
