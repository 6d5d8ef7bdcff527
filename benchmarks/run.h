// dateline-bench without its process: a command line in, a table out, an exit status back.
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "benchmarks/command_line.h"

namespace dateline::bench {

// `arguments` are kept in the result as the command. Tables go to `out`, progress to `log`. Throws
// Error.
ExitStatus run(const CommandLine& line, const std::vector<std::string>& arguments,
               std::ostream& out, std::ostream& log);

}  // namespace dateline::bench
