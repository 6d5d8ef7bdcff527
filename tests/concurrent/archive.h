// An archive of many small articles and its index, for tests with several threads.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

#include "indexer/update/update.h"
#include "tests/temporary_folder.h"

namespace dateline::test {

class ConcurrentArchive {
 public:
  // Writes `articles` articles of one sentence that all name `round`, and some dozen words more.
  void write(std::size_t articles, const std::string& round) const;

  // As dateline-index update does, in as little memory as it may have.
  indexer::RunReport update(const std::string& index, unsigned jobs) const;

  std::filesystem::path path() const { return folder_.path() / "archive.jsonl"; }
  std::filesystem::path index(const std::string& name) const { return folder_.path() / name; }

 private:
  TemporaryFolder folder_;
};

}  // namespace dateline::test
