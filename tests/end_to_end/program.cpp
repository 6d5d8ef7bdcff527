#include "tests/end_to_end/program.h"

#include <fcntl.h>
#include <pty.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <stdexcept>
#include <utility>

namespace dateline::test {
namespace {

void require(bool done, const char* what) {
  if (!done) throw std::runtime_error(std::string("cannot ") + what);
}

Descriptor memory_file(std::string_view content = {}) {
  Descriptor file(::memfd_create("stream", MFD_CLOEXEC));
  require(file.number() >= 0, "make a memory file");
  const auto size = static_cast<ssize_t>(content.size());
  require(::pwrite(file.number(), content.data(), content.size(), 0) == size, "fill it");
  return file;
}

std::string text_in(const Descriptor& file) {
  std::string content(static_cast<std::size_t>(::lseek(file.number(), 0, SEEK_END)), '\0');
  const auto read = ::pread(file.number(), content.data(), content.size(), 0);
  require(read == static_cast<ssize_t>(content.size()), "read a memory file");
  return content;
}

Descriptor broken_pipe() {
  std::array<int, 2> ends{};
  require(::pipe2(ends.data(), O_CLOEXEC) == 0, "make a pipe");
  ::close(ends[0]);
  return Descriptor(ends[1]);
}

std::vector<std::string> environment_with(std::map<std::string, std::string> added) {
  for (const char* heeded : {"DATELINE_INDEX", "NO_COLOR", "COLUMNS", "TERM"}) {
    added.try_emplace(heeded, "");
  }
  std::vector<std::string> variables;
  for (char** variable = environ; *variable != nullptr; ++variable) {
    const std::string_view text = *variable;
    if (!added.contains(std::string(text.substr(0, text.find('='))))) variables.emplace_back(text);
  }
  for (const auto& [name, value] : added) {
    if (!value.empty()) variables.push_back(name + "=" + value);
  }
  return variables;
}

std::vector<char*> pointers_to(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  for (std::string& text : texts) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

struct StandardStreams {
  const Descriptor& in;
  const Descriptor& out;
  const Descriptor& err;
};

pid_t start(const Invocation& invocation, const StandardStreams& streams) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addchdir_np(&actions, invocation.folder.c_str());
  posix_spawn_file_actions_adddup2(&actions, streams.in.number(), STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, streams.out.number(), STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, streams.err.number(), STDERR_FILENO);
  std::vector<std::string> command = invocation.command;
  std::vector<std::string> environment = environment_with(invocation.environment);
  pid_t process = -1;
  const int failure = ::posix_spawn(&process, command.front().c_str(), &actions, nullptr,
                                    pointers_to(command).data(), pointers_to(environment).data());
  posix_spawn_file_actions_destroy(&actions);
  require(failure == 0, "start the program");
  return process;
}

Ended how_it_ended(int wait_status) {
  Ended ended;
  if (WIFEXITED(wait_status)) ended.status = WEXITSTATUS(wait_status);
  if (WIFSIGNALED(wait_status)) ended.signal = WTERMSIG(wait_status);
  return ended;
}

Ended wait_for(pid_t process) {
  int wait_status = 0;
  require(::waitpid(process, &wait_status, 0) == process, "wait for the program");
  return how_it_ended(wait_status);
}

// All that comes until the program, the last to hold the other side, has closed it.
std::string read_terminal(const Descriptor& terminal) {
  std::string text;
  std::array<char, 4096> buffer{};
  for (ssize_t read = 0; (read = ::read(terminal.number(), buffer.data(), buffer.size())) > 0;) {
    text.append(buffer.data(), static_cast<std::size_t>(read));
  }
  return text;
}

Ended run_on_terminal(const Invocation& invocation, const Descriptor& in) {
  int ours = -1;
  int theirs = -1;
  require(::openpty(&ours, &theirs, nullptr, nullptr, nullptr) == 0, "open a terminal");
  const Descriptor terminal(ours);
  Descriptor out(theirs);
  ::fcntl(ours, F_SETFD, FD_CLOEXEC);
  ::fcntl(theirs, F_SETFD, FD_CLOEXEC);
  const Descriptor err = memory_file();
  const pid_t process = start(invocation, {in, out, err});
  out.close();
  const std::string text = read_terminal(terminal);
  Ended ended = wait_for(process);
  ended.out = text;
  ended.err = text_in(err);
  return ended;
}

}  // namespace

Descriptor::Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
  std::swap(number_, other.number_);
  return *this;
}

void Descriptor::close() {
  if (number_ >= 0) ::close(std::exchange(number_, -1));
}

Ended run(const Invocation& invocation) {
  const Descriptor in = memory_file(invocation.input);
  if (invocation.output == Output::kTerminal) return run_on_terminal(invocation, in);
  const bool is_broken = invocation.output == Output::kBrokenPipe;
  const Descriptor out = is_broken ? broken_pipe() : memory_file();
  const Descriptor err = memory_file();
  Ended ended = wait_for(start(invocation, {in, out, err}));
  if (!is_broken) ended.out = text_in(out);
  ended.err = text_in(err);
  return ended;
}

RunningProgram::RunningProgram(const Invocation& invocation)
    : out_(memory_file()), err_(memory_file()) {
  // A socket for a pipe: writing to it when its reader is gone can be told not to raise SIGPIPE.
  std::array<int, 2> ends{};
  require(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) == 0, "make a socket");
  input_ = Descriptor(ends[0]);
  const Descriptor theirs(ends[1]);
  process_ = start(invocation, {theirs, out_, err_});
}

RunningProgram::~RunningProgram() {
  if (process_ < 0) return;
  kill();
  wait();
}

bool RunningProgram::feed(std::string_view input) const {
  while (!input.empty()) {
    const auto sent = ::send(input_.number(), input.data(), input.size(), MSG_NOSIGNAL);
    if (sent <= 0) return false;
    input.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

void RunningProgram::kill() const {
  if (process_ >= 0) ::kill(process_, SIGKILL);
}

void RunningProgram::note_end(int wait_status) {
  ended_ = how_it_ended(wait_status);
  process_ = -1;
}

bool RunningProgram::is_at_work() {
  int wait_status = 0;
  if (process_ >= 0 && ::waitpid(process_, &wait_status, WNOHANG) == process_) {
    note_end(wait_status);
  }
  return process_ >= 0;
}

Ended RunningProgram::wait() {
  int wait_status = 0;
  if (process_ >= 0 && ::waitpid(process_, &wait_status, 0) == process_) note_end(wait_status);
  ended_.out = text_in(out_);
  ended_.err = text_in(err_);
  return ended_;
}

}  // namespace dateline::test
