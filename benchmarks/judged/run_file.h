// A run: what a search engine answered to each topic, as TREC keeps it in a file.
//
//   topic Q0 document rank score tag
#pragma once

#include <functional>
#include <istream>
#include <map>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "benchmarks/judged/skipped_lines.h"

namespace dateline::bench {

struct RankedDocument {
  std::string id;
  double score = 0;
  bool operator==(const RankedDocument&) const = default;
};

// Best first, none twice.
using Ranking = std::vector<RankedDocument>;

// By the id of the topic.
using Run = std::map<std::string, Ranking, std::less<>>;

std::vector<std::string> ids_of(const Ranking& ranking);

// In the order in which trec_eval takes them: by score, equal ones by the id that is greater. Of a
// document that stands twice the better place counts. Lines with other than six columns, or without
// a number as the score, are skipped.
Run read_run(std::istream& in, std::string_view name, SkippedLines& skipped);

// Scores as single-precision numbers, each lower than the one before: tools that sort by them keep
// the order. `tag` has no blanks; blanks in ids become "_".
void write_ranking(std::ostream& out, std::string_view topic, const Ranking& ranking,
                   std::string_view tag);

}  // namespace dateline::bench
