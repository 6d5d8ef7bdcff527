// The topics of a test collection: what somebody wanted to know, in words.
//
// Read are a topic on each line, `id<TAB>words` or `id:words`, and the files of TREC:
//
//   <top>
//   <num> Number: 301
//   <title> one or more lines of words
//   <desc> Description:
//   <narr> Narrative:
//   </top>
//
// with or without closing tags. A file is one of TREC's where its first line that is not blank
// begins with "<".
#pragma once

#include <cstdint>
#include <istream>
#include <string>
#include <string_view>
#include <vector>

#include "benchmarks/judged/skipped_lines.h"

namespace dateline::bench {

struct Topic {
  std::string id;
  std::string text;
  bool operator==(const Topic&) const = default;
};

// Which elements of a TREC topic are its words, in the order of the file: any of "title", "desc"
// and "narr".
using TopicParts = std::vector<std::string>;

// In the order of the file. Topics without words or without an id, and those whose id came before,
// are skipped. `name` is that of the file, for what is told.
std::vector<Topic> read_topics(std::istream& in, std::string_view name, const TopicParts& parts,
                               SkippedLines& skipped);

// Every other topic, so that what is tuned on the one half is told of the other.
enum class Half : std::uint8_t { kAll, kOdd, kEven };  // odd: the first, the third and so on

std::vector<Topic> half_of(std::vector<Topic> topics, Half half);

}  // namespace dateline::bench
