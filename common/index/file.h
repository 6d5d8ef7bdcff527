// Reading files of an index: all of it goes through here, so every failure names the file.
//
// Errors: kMissing where there is no such file, kSystem where the system refuses, kCorrupt where
// the bytes cannot be what was written.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "common/error.h"

namespace dateline {

// A whole file, mapped read-only. Files of an index are immutable, so the bytes stay what they are,
// even after the file has been removed; a file cut short by others while mapped kills the process
// (SIGBUS).
class MappedFile {
 public:
  explicit MappedFile(std::filesystem::path path);
  ~MappedFile();
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;

  // Valid as long as this object, at the same address even when it is moved. Page-aligned.
  std::string_view bytes() const { return bytes_; }

  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
  std::string_view bytes_;
};

// Takes part of a mapped file out of this process' memory, as budgets and users count it. It can be
// read as before, from the system's cache.
void let_go(std::string_view mapped);

// The content of a file that can only be small; kCorrupt if it holds more than `limit_bytes`.
std::string read_small_file(const std::filesystem::path& path, std::size_t limit_bytes);

// The xxh3 checksum of the whole file.
std::uint64_t file_checksum(const std::filesystem::path& path);

std::uint64_t file_size_bytes(const std::filesystem::path& path);

// Error(kCorrupt, "'<path>' is damaged: <reason>").
Error damaged(const std::filesystem::path& path, std::string_view reason);

}  // namespace dateline
