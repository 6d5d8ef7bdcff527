#include "benchmarks/page_cache.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstddef>
#include <vector>

namespace dateline::bench {
namespace {

struct Pages {
  std::size_t all = 0;
  std::size_t resident = 0;
};

class OpenFile {
 public:
  explicit OpenFile(const std::filesystem::path& path)
      : descriptor_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}
  ~OpenFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;

  int descriptor() const { return descriptor_; }

 private:
  int descriptor_;
};

Pages pages_of(const OpenFile& file, std::size_t bytes) {
  if (bytes == 0) return {};
  void* const mapped = ::mmap(nullptr, bytes, PROT_READ, MAP_SHARED, file.descriptor(), 0);
  if (mapped == MAP_FAILED) return {1, 1};
  const auto page_bytes = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
  std::vector<unsigned char> in_memory((bytes + page_bytes - 1) / page_bytes);
  const bool told = ::mincore(mapped, bytes, in_memory.data()) == 0;
  ::munmap(mapped, bytes);
  Pages pages{in_memory.size(), 0};
  for (const unsigned char page : in_memory) pages.resident += told ? page & 1U : 1U;
  return pages;
}

}  // namespace

bool drop_from_page_cache(const std::filesystem::path& folder) {
  Pages total;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    const OpenFile file(entry.path());
    if (file.descriptor() < 0) return false;
    ::fsync(file.descriptor());  // what is not yet on disk cannot be dropped
    ::posix_fadvise(file.descriptor(), 0, 0, POSIX_FADV_DONTNEED);
    const Pages pages = pages_of(file, entry.file_size());
    total.all += pages.all;
    total.resident += pages.resident;
  }
  return total.resident * 20 <= total.all;
}

}  // namespace dateline::bench
