// How dateline-search ends, as grep does. Told in --help and the manual.
#pragma once

namespace dateline::searcher {

enum ExitStatus : int {
  kFound = 0,    // at least one article; of a batch, at least one for any query
  kNothing = 1,  // none
  kFailed = 2,   // the command line, the index or a query is at fault; of a batch, any query
};

}  // namespace dateline::searcher
