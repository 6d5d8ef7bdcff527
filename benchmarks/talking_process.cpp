#include "benchmarks/talking_process.h"

#include <fcntl.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <sstream>
#include <utility>

#include "common/error.h"

namespace dateline::bench {
namespace {

Error refused(const std::string& program, const std::string& what, int error) {
  return {ErrorKind::kSystem, "cannot " + what + " '" + program + "': " + std::strerror(error)};
}

int spawn(pid_t& child, const std::string& program, std::vector<std::string> arguments, int end) {
  arguments.insert(arguments.begin(), program);
  std::vector<char*> pointers;
  for (std::string& argument : arguments) pointers.push_back(argument.data());
  pointers.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_adddup2(&actions, end, STDIN_FILENO);
  ::posix_spawn_file_actions_adddup2(&actions, end, STDOUT_FILENO);
  const int error =
      ::posix_spawnp(&child, program.c_str(), &actions, nullptr, pointers.data(), environ);
  ::posix_spawn_file_actions_destroy(&actions);
  return error;
}

}  // namespace

// A pair of sockets and not of pipes: writing to a program that is gone is an error, not a signal.
TalkingProcess::TalkingProcess(const std::string& program,
                               const std::vector<std::string>& arguments)
    : program_(program), started_(Clock::now()) {
  std::array<int, 2> ends{};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) {
    throw refused(program, "talk to", errno);
  }
  const int error = spawn(child_, program, arguments, ends[1]);
  ::close(ends[1]);
  socket_ = ends[0];
  if (error == 0) return;
  ::close(socket_);
  throw refused(program, "start", error);
}

TalkingProcess::~TalkingProcess() {
  if (child_ < 0) return;
  try {
    finish();
  } catch (const Error&) {  // it has ended all the same
  }
}

void TalkingProcess::write_line(const std::string& line) {
  const std::string bytes = line + '\n';
  for (std::size_t sent = 0; sent < bytes.size();) {
    const ssize_t now = ::send(socket_, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
    if (now < 0) throw refused(program_, "write to", errno);
    sent += static_cast<std::size_t>(now);
  }
}

std::string TalkingProcess::read_line() {
  std::size_t end = 0;
  while ((end = read_ahead_.find('\n')) == std::string::npos) {
    if (!read_more()) throw refused(program_, "read from", EPIPE);
  }
  std::string line = read_ahead_.substr(0, end);
  read_ahead_.erase(0, end + 1);
  return line;
}

std::string TalkingProcess::read_rest() {
  ::shutdown(socket_, SHUT_WR);
  while (read_more()) {
  }
  return std::exchange(read_ahead_, {});
}

bool TalkingProcess::read_more() {
  std::array<char, 4'096> bytes{};
  ssize_t got = 0;
  do {
    got = ::recv(socket_, bytes.data(), bytes.size(), 0);
  } while (got < 0 && errno == EINTR);
  if (got < 0) throw refused(program_, "read from", errno);
  read_ahead_.append(bytes.data(), static_cast<std::size_t>(got));
  return got > 0;
}

ChildUsage TalkingProcess::finish() {
  ::shutdown(socket_, SHUT_WR);
  ::close(socket_);
  const pid_t child = child_;
  child_ = -1;
  return wait_for_child(child, started_);
}

std::optional<std::filesystem::path> find_on_path(const std::string& program) {
  const char* const path = ::getenv("PATH");
  std::istringstream folders(path == nullptr ? "" : path);
  for (std::string folder; std::getline(folders, folder, ':');) {
    const auto file = std::filesystem::path(folder) / program;
    if (::access(file.c_str(), X_OK) == 0) return file;
  }
  return std::nullopt;
}

}  // namespace dateline::bench
