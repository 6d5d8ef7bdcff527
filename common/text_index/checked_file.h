// A text.index as verified bytes: every page is checked when it is first touched.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

#include "common/index/file.h"
#include "common/text_index/format.h"

namespace dateline {

// Thread-safe: pages may be checked twice, never skipped.
class CheckedFile {
 public:
  // Throws Error: kCorrupt where size or trailer are wrong, kVersion for another version.
  explicit CheckedFile(const std::filesystem::path& path);

  SectionPlace place(Section section) const {
    return trailer_.sections[static_cast<std::size_t>(section)];
  }

  // The bytes [offset, offset + bytes) of a section, valid as long as this object. Throws
  // Error(kCorrupt) where they leave the section or a page of theirs is not what was written.
  const std::uint8_t* read(Section section, std::uint64_t offset, std::uint64_t bytes) const {
    const SectionPlace where = place(section);
    if (offset > where.bytes || bytes > where.bytes - offset) fail("a list leaves its section");
    const std::uint64_t begin = where.offset + offset;
    if (bytes > 0) check_pages(begin / kPageBytes, (begin + bytes - 1) / kPageBytes);
    return data_ + begin;
  }

  // Takes all pages out of the process' memory, see common/index/file.h. What was checked counts as
  // checked.
  void let_go() const { dateline::let_go(file_.bytes()); }

  // Reads every page. Throws Error(kCorrupt) at the first that is wrong.
  void check_all() const;

  // Throws Error(kCorrupt) naming the file.
  [[noreturn]] void fail(const std::string& what) const;

 private:
  void read_trailer();
  void check_pages(std::uint64_t first, std::uint64_t last) const {
    for (std::uint64_t page = first; page <= last; ++page) {
      if (page_checked_[page].load(std::memory_order_relaxed) == 0) check_page(page);
    }
  }
  void check_page(std::uint64_t page) const;

  MappedFile file_;
  const std::uint8_t* data_;
  std::uint64_t size_;
  Trailer trailer_;
  std::uint64_t checked_bytes_ = 0;  // what the page checksums cover
  std::unique_ptr<std::atomic<std::uint8_t>[]> page_checked_;
};

}  // namespace dateline
