// Many queries in one process: a file of "id<TAB>query" lines -> JSON Lines, a table or a run file.
//
// Empty lines are passed over, and so is a byte order mark before the first line. A query that cannot be read does not stop the others: in JSON Lines
// it has a line of its own with the mistake, in a table or run file it has none; either way it is
// told on the log and makes the status kFailed. Answers come in the order of the queries, and from
// standard input each as soon as it is known.
#pragma once

#include <string>

#include "searcher/answer.h"
#include "searcher/exit_status.h"
#include "searcher/run.h"

namespace dateline::searcher {

// `file` "-" is standard input. Throws Error(kInput) where it cannot be read.
ExitStatus run_batch(Answers& answers, const std::string& file, const BatchWriter& writer,
                     const Streams& streams);

}  // namespace dateline::searcher
