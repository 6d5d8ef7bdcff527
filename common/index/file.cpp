#include "common/index/file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <system_error>
#include <utility>

#include "common/index/checksum.h"

namespace dateline {
namespace {

[[noreturn]] void refuse(std::string_view doing, const std::filesystem::path& path, int code) {
  const auto kind = code == ENOENT || code == ENOTDIR ? ErrorKind::kMissing : ErrorKind::kSystem;
  throw Error(kind, fmt::format("cannot {} '{}': {}", doing, path.string(),
                                std::generic_category().message(code)));
}

class Descriptor {
 public:
  explicit Descriptor(const std::filesystem::path& path)
      : number_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {
    if (number_ < 0) refuse("open", path, errno);
  }
  ~Descriptor() { ::close(number_); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  int number() const { return number_; }

 private:
  int number_;
};

std::size_t size_of(const Descriptor& file, const std::filesystem::path& path) {
  struct stat status {};
  if (::fstat(file.number(), &status) != 0) refuse("examine", path, errno);
  if (!S_ISREG(status.st_mode)) throw damaged(path, "it is not a file");
  return static_cast<std::size_t>(status.st_size);
}

void unmap(std::string_view bytes) {
  if (bytes.empty()) return;
  ::munmap(const_cast<char*>(bytes.data()), bytes.size());
}

}  // namespace

MappedFile::MappedFile(std::filesystem::path path) : path_(std::move(path)) {
  const Descriptor file(path_);
  const std::size_t size = size_of(file, path_);
  if (size == 0) return;  // mmap refuses to map nothing
  void* const start = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, file.number(), 0);
  if (start == MAP_FAILED) refuse("map", path_, errno);
  bytes_ = {static_cast<const char*>(start), size};
}

MappedFile::~MappedFile() {
  unmap(bytes_);
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : path_(std::move(other.path_)), bytes_(std::exchange(other.bytes_, {})) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(path_, other.path_);
  std::swap(bytes_, other.bytes_);
  return *this;
}

std::string read_small_file(const std::filesystem::path& path, std::size_t limit_bytes) {
  const Descriptor file(path);
  const std::size_t size = size_of(file, path);
  if (size > limit_bytes) {
    throw damaged(path, fmt::format("it holds {} bytes, more than {}", size, limit_bytes));
  }
  std::string content(size, '\0');
  std::size_t filled = 0;
  while (filled < size) {
    const ssize_t count = ::read(file.number(), content.data() + filled, size - filled);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) refuse("read", path, errno);
    if (count == 0) throw damaged(path, "it became shorter while it was read");
    filled += static_cast<std::size_t>(count);
  }
  return content;
}

void let_go(std::string_view mapped) {
  static const auto page_bytes = static_cast<std::uintptr_t>(::sysconf(_SC_PAGESIZE));
  const auto begin = reinterpret_cast<std::uintptr_t>(mapped.data()) / page_bytes * page_bytes;
  const auto end = reinterpret_cast<std::uintptr_t>(mapped.data() + mapped.size());
  if (!mapped.empty()) ::madvise(reinterpret_cast<void*>(begin), end - begin, MADV_DONTNEED);
}

std::uint64_t file_checksum(const std::filesystem::path& path) {
  constexpr std::size_t kPieceBytes = 8 << 20;
  const MappedFile file(path);
  Checksum sum;
  for (std::size_t at = 0; at < file.bytes().size(); at += kPieceBytes) {
    const std::string_view piece = file.bytes().substr(at, kPieceBytes);
    sum.add(piece);
    let_go(piece);
  }
  return sum.finish();
}

std::uint64_t file_size_bytes(const std::filesystem::path& path) {
  return size_of(Descriptor(path), path);
}

Error damaged(const std::filesystem::path& path, std::string_view reason) {
  return Error(ErrorKind::kCorrupt, fmt::format("'{}' is damaged: {}", path.string(), reason));
}

}  // namespace dateline
