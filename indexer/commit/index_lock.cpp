#include "indexer/commit/index_lock.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <string>
#include <string_view>
#include <system_error>

#include "common/error.h"
#include "common/index/format.h"

namespace dateline::indexer {
namespace {

// What the holder wrote; empty where it has not come to that yet.
std::string holder(int file) {
  std::array<char, 32> text{};
  const ssize_t size = ::pread(file, text.data(), text.size(), 0);
  const std::string_view line(text.data(), size > 0 ? static_cast<std::size_t>(size) : 0);
  const std::string_view digits = line.substr(0, line.find_first_not_of("0123456789"));
  return digits.empty() ? "" : fmt::format(" (process {})", digits);
}

// For the message of others only: where it cannot be written, they will do without.
void write_holder(int file) {
  const std::string line = fmt::format("{}\n", ::getpid());
  if (::ftruncate(file, 0) == 0) [[maybe_unused]]
    const auto done = ::pwrite(file, line.data(), line.size(), 0);
}

}  // namespace

IndexLock::IndexLock(const std::filesystem::path& index)
    : file_(::open((index / kLockName).c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666)) {
  if (file_ < 0) {
    throw Error(ErrorKind::kSystem,
                fmt::format("cannot open '{}': {}", (index / kLockName).string(),
                            std::generic_category().message(errno)));
  }
  if (::flock(file_, LOCK_EX | LOCK_NB) == 0) {
    write_holder(file_);
    return;
  }
  const int code = errno;
  const std::string who = holder(file_);
  ::close(file_);
  if (code != EWOULDBLOCK) {
    throw Error(ErrorKind::kSystem, fmt::format("cannot lock index '{}': {}", index.string(),
                                                std::generic_category().message(code)));
  }
  throw Error(ErrorKind::kLocked,
              fmt::format("another run{} is writing index '{}': try again when it has finished",
                          who, index.string()));
}

IndexLock::~IndexLock() {
  ::close(file_);
}

}  // namespace dateline::indexer
