// How dateline-index ends. Told in --help and the manual; cron jobs build on it.
#pragma once

namespace dateline::indexer {

enum ExitStatus : int {
  kDone = 0,         // all is well: every record went in; check found nothing
  kSomeSkipped = 1,  // the run is live, but records or files were skipped, each named on stderr
  kFailed = 2,       // nothing has changed; or check found damage
  kLocked = 75,  // another run is writing this index; EX_TEMPFAIL of sysexits.h: try again later
};

}  // namespace dateline::indexer
