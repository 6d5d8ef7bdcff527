// The one exception of this project: the whole run must stop.
//
// What archives and users get wrong every day is not an Error but a value (see indexer/sources,
// searcher/query). Foreign exceptions are translated where they enter. Who catches an Error:
//
//   - the mains, which print it and end the program;
//   - who can go on without what failed, or try again: the check notes what is broken and checks
//     the rest; an index is opened anew where a run has replaced it meanwhile; a file that may be
//     missing or unreadable becomes "nothing";
//   - what comes after success, such as clearing up behind a commit, which must not fail for it;
//   - a thread, to hand it to the one that waits for the result.
//
// Nobody catches to stay silent about what a user could repair.
#pragma once

#include <iosfwd>
#include <stdexcept>
#include <string>

namespace dateline {

enum class ErrorKind {
  kUsage,    // the command line or the query cannot be understood
  kInput,    // an input named on the command line cannot be read at all
  kMissing,  // there is no index, article or file where one was named
  kLocked,   // another run holds the index
  kCorrupt,  // bytes on disk are not what was written
  kVersion,  // an index of another format version
  kSystem,   // a system call or a library failed: no space, no permission, no memory
};

class Error : public std::runtime_error {
 public:
  // `message` completes "dateline-index: ...": thing, reason and remedy, no full stop at the end.
  Error(ErrorKind kind, const std::string& message) : std::runtime_error(message), kind_(kind) {}

  ErrorKind kind() const noexcept { return kind_; }

 private:
  ErrorKind kind_;
};

// Flushes the results. Throws Error(kSystem) where they could not all be written: a full disk must
// not pass for a complete answer.
void finish_results(std::ostream& out);

}  // namespace dateline
