// Judgments of a test collection: which documents are of use for which topic, and how much.
#pragma once

#include <functional>
#include <istream>
#include <map>
#include <string>
#include <string_view>

#include "benchmarks/judged/skipped_lines.h"

namespace dateline::bench {

// The grade of each judged document by its id; 0 and less: of no use.
using Grades = std::map<std::string, int, std::less<>>;

// By the id of the topic.
using Judgments = std::map<std::string, Grades, std::less<>>;

// Reads `topic iteration document grade` on each line, parted by blanks, as trec_eval does; of
// three columns the second is the document. Of two grades of a document the higher counts. Other
// lines are skipped.
Judgments read_judgments(std::istream& in, std::string_view name, SkippedLines& skipped);

}  // namespace dateline::bench
