// A program that is asked and answers, a line each, over its standard input and output.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "benchmarks/child_process.h"
#include "benchmarks/stopwatch.h"

namespace dateline::bench {

class TalkingProcess {
 public:
  // Searches PATH for `program`. Throws Error(kSystem) where it cannot be started.
  TalkingProcess(const std::string& program, const std::vector<std::string>& arguments);
  ~TalkingProcess();  // ends its input and waits for its end
  TalkingProcess(const TalkingProcess&) = delete;
  TalkingProcess& operator=(const TalkingProcess&) = delete;

  // A line without its end. Both throw Error(kSystem) where the program is gone.
  void write_line(const std::string& line);
  std::string read_line();

  // Ends its input and reads all that it still writes.
  std::string read_rest();

  // Ends its input, waits for its end. Only once, and nothing after it.
  ChildUsage finish();

 private:
  bool read_more();  // false where it has ended its output

  std::string program_;
  int socket_ = -1;
  pid_t child_ = -1;
  Clock::time_point started_;
  std::string read_ahead_;
};

// Where PATH has a program of that name.
std::optional<std::filesystem::path> find_on_path(const std::string& program);

inline bool is_on_path(const std::string& program) {
  return find_on_path(program).has_value();
}

}  // namespace dateline::bench
