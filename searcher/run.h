// dateline-search without its process: a command line in, results on a stream, an exit status back.
#pragma once

#include <cstddef>
#include <istream>
#include <ostream>

#include "searcher/command_line.h"
#include "searcher/exit_status.h"

namespace dateline::searcher {

// What stdout is: decides format, colours and width where the command line does not.
struct Screen {
  bool is_terminal = false;
  bool wants_no_colour = false;  // NO_COLOR is set and not empty, or TERM is "dumb"
  std::size_t columns = 80;      // COLUMNS, else what the terminal says, else 80
};

// Where a run reads and writes. `out` gets results only; `log` gets mistakes in queries, each a
// line beginning with the program's name.
struct Streams {
  std::istream& in;
  std::ostream& out;
  std::ostream& log;
};

// Throws Error where the run must stop: no index, a batch file that cannot be read.
ExitStatus run(const CommandLine& line, const Screen& screen, const Streams& streams);

}  // namespace dateline::searcher
