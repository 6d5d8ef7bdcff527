#include "common/text_index/checked_file.h"

#include <algorithm>
#include <cstddef>
#include <cstring>

#include "common/error.h"
#include "common/index/checksum.h"

namespace dateline {

// The trailer comes first, for it says how many pages have checksums; the size must agree with it.
CheckedFile::CheckedFile(const std::filesystem::path& path)
    : file_(path),
      data_(reinterpret_cast<const std::uint8_t*>(file_.bytes().data())),
      size_(file_.bytes().size()) {
  read_trailer();
  const std::uint64_t pages = (checked_bytes_ + kPageBytes - 1) / kPageBytes;
  if (checked_bytes_ + pages * 8 + sizeof(Trailer) != size_) fail("it has been cut");
  page_checked_ = std::make_unique<std::atomic<std::uint8_t>[]>(pages);
}

// The version before the checksum: the trailer of another version may be another one, and its user
// must hear of the version and not of damage.
void CheckedFile::read_trailer() {
  if (size_ < kTextIndexMagic.size() + sizeof(Trailer)) fail("it has been cut");
  std::memcpy(&trailer_, data_ + size_ - sizeof(Trailer), sizeof(Trailer));
  if (std::string_view(trailer_.magic.data(), trailer_.magic.size()) != kTextIndexMagic) {
    fail("it has been cut or is no text index");
  }
  if (trailer_.version != kTextIndexVersion) {
    throw Error(ErrorKind::kVersion,
                "'" + file_.path().string() + "' has text index version " +
                    std::to_string(trailer_.version) + ", this program reads version " +
                    std::to_string(kTextIndexVersion) + ": build the index anew");
  }
  if (checksum({file_.bytes().end() - sizeof(Trailer), offsetof(Trailer, checksum)}) !=
      trailer_.checksum) {
    fail("its trailer has been changed");
  }
  if (trailer_.section_count != kSections) fail("its trailer has been changed");
  for (const SectionPlace& section : trailer_.sections) {
    const std::uint64_t end = section.offset + section.bytes;
    if (end < section.offset || end > size_) fail("a section leaves the file");
    checked_bytes_ = std::max(checked_bytes_, end);
  }
}

// Two threads may check a page at once. They find the same, so the mark needs no order.
void CheckedFile::check_page(std::uint64_t page) const {
  const std::uint64_t begin = page * kPageBytes;
  const std::uint64_t bytes = std::min<std::uint64_t>(kPageBytes, checked_bytes_ - begin);
  std::uint64_t expected = 0;
  std::memcpy(&expected, data_ + checked_bytes_ + page * 8, sizeof expected);
  if (checksum(file_.bytes().substr(begin, bytes)) != expected) {
    fail("its bytes around " + std::to_string(begin) + " have been changed");
  }
  page_checked_[page].store(1, std::memory_order_relaxed);
}

void CheckedFile::check_all() const {
  const std::uint64_t pages = (checked_bytes_ + kPageBytes - 1) / kPageBytes;
  for (std::uint64_t page = 0; page < pages; ++page) check_page(page);
}

void CheckedFile::fail(const std::string& what) const {
  throw Error(ErrorKind::kCorrupt, "'" + file_.path().string() + "' is damaged, " + what +
                                       ": run 'dateline-index check', then build the index anew");
}

}  // namespace dateline
