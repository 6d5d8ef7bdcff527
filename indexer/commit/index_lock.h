// The lock that lets one run at a time write an index. Readers need none.
#pragma once

#include <filesystem>

namespace dateline::indexer {

// Held as long as the object lives; the system releases it when the process ends in any way.
class IndexLock {
 public:
  // The index folder must exist. Throws Error(kLocked) at once where another run holds the lock,
  // with its process id where it can be told.
  explicit IndexLock(const std::filesystem::path& index);
  ~IndexLock();
  IndexLock(const IndexLock&) = delete;
  IndexLock& operator=(const IndexLock&) = delete;

 private:
  int file_;
};

}  // namespace dateline::indexer
