// Writing files of an index: all of it but Xapian's own goes through here.
//
// Every result of every call is checked; any failure is an Error(kSystem) that names the file, and
// the run must then be abandoned: what has been written counts for nothing until a commit publishes
// it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "indexer/commit/system_calls.h"

namespace dateline::indexer {

// A new file, written from start to end through a buffer. Not thread-safe.
class DurableFile {
 public:
  // Replaces what is at `path`.
  explicit DurableFile(std::filesystem::path path, SystemCalls& system = real_system_calls());

  // Without finish() before, the file is left as it is, of no use to anyone.
  ~DurableFile();
  DurableFile(const DurableFile&) = delete;
  DurableFile& operator=(const DurableFile&) = delete;

  void append(std::string_view bytes);

  // Bytes appended up to now.
  std::uint64_t size() const { return written_ + buffer_.size(); }

  // Writes what is left, fsyncs and closes. The file's name is durable only once its folder is,
  // too.
  void finish();

  const std::filesystem::path& path() const { return path_; }

 private:
  void write(std::string_view bytes);

  std::filesystem::path path_;
  SystemCalls& system_;
  int file_;
  std::string buffer_;
  std::uint64_t written_ = 0;
};

// A whole small file, fsynced; its folder is not.
void write_file(const std::filesystem::path& path, std::string_view content, SystemCalls& system);

// Fsyncs a file that others wrote, or a folder: names created, renamed or removed in it.
void sync(const std::filesystem::path& path, SystemCalls& system);

void rename(const std::filesystem::path& from, const std::filesystem::path& to,
            SystemCalls& system);

// Returns whether the folder was not there before.
bool make_folder(const std::filesystem::path& path, SystemCalls& system);

}  // namespace dateline::indexer
