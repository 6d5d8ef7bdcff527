// Real programs, run as a user runs them: arguments, environment, standard streams, exit status.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::test {

enum class Output {
  kFile,        // stdout is no terminal; so too stderr, always
  kTerminal,    // stdout is a terminal
  kBrokenPipe,  // stdout is a pipe that nobody reads any more
};

struct Invocation {
  std::vector<std::string> command;                     // the program's path and its arguments
  std::filesystem::path folder;                         // to run in
  std::string input;                                    // what stdin holds
  std::map<std::string, std::string> environment = {};  // beside that of the test
  Output output = Output::kFile;
};

struct Ended {
  int status = -1;  // -1 where a signal ended it
  int signal = 0;   // 0 where none did
  std::string out;
  std::string err;
};

// Waits for its end. Variables that the programs heed are taken out of the environment first.
Ended run(const Invocation& invocation);

// A file descriptor that closes itself.
class Descriptor {
 public:
  explicit Descriptor(int number = -1) : number_(number) {}
  ~Descriptor() { close(); }
  Descriptor(Descriptor&& other) noexcept;
  Descriptor& operator=(Descriptor&& other) noexcept;
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  int number() const { return number_; }
  void close();

 private:
  int number_;
};

// A program that is still at work, its stdin in the hands of the test. Killed at the latest when
// this object dies.
class RunningProgram {
 public:
  explicit RunningProgram(const Invocation& invocation);
  ~RunningProgram();
  RunningProgram(const RunningProgram&) = delete;
  RunningProgram& operator=(const RunningProgram&) = delete;

  pid_t process() const { return process_; }

  // Returns false where the program does not read any more.
  bool feed(std::string_view input) const;
  void end_input() { input_.close(); }

  void kill() const;  // by SIGKILL
  bool is_at_work();
  Ended wait();

 private:
  void note_end(int wait_status);

  pid_t process_ = -1;
  Descriptor input_;
  Descriptor out_;
  Descriptor err_;
  Ended ended_;
};

}  // namespace dateline::test
