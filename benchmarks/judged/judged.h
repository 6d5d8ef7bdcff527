// dateline-bench judged: how good the ranking is, by what people judged to be of use.
//
// Every topic of a test collection is asked as topic_query.h says, for its best 1,000 articles, and
// what comes back is measured as trec_eval does (measures.h). The mean is over all topics that have
// anything of use among the judged documents, with 0 for one that found nothing.
#pragma once

#include <filesystem>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "benchmarks/judged/topics.h"
#include "benchmarks/report/report.h"

namespace dateline::bench {

struct JudgedOptions {
  // Either an index, or inputs and a new folder for the index, which is left in out_dir/index.
  std::filesystem::path index_dir;
  std::vector<std::string> inputs;
  std::filesystem::path out_dir;

  std::filesystem::path topics_file;
  std::filesystem::path judgments_file;
  TopicParts parts = {"title"};  // of TREC topics
  Half half = Half::kAll;
  bool expand = false;  // with words of the best articles, see searcher/search/expansion.h
  int least_grade = 1;  // of a document that is of use
  std::optional<std::filesystem::path> run_file;  // where the answers go
  std::optional<std::filesystem::path> against;   // a run file that is measured beside
};

// Rows are the topics, then "mean"; where there is a run to measure against, then its mean, by how
// much the mean is higher, and the p of each difference (paired_test.h). What cannot be read in a
// file is noted and skipped. Throws Error where a file cannot be read at all, where no topic is
// judged, and where the index cannot be read.
Report measure_judged(const JudgedOptions& options, std::ostream& log);

}  // namespace dateline::bench
