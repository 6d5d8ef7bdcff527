// dateline-index check: every checksum and every structure of an index, read from start to end.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace dateline::indexer {

struct CheckReport {
  std::vector<std::string> broken;  // what is wrong, each with the file; empty: all is as written
  std::uint64_t generation = 0;
  std::uint64_t articles = 0;  // deleted ones included; so far as segments could be read
  std::uint64_t files = 0;
  std::uint64_t bytes = 0;
};

// Checks the live generation: CURRENT and the manifest, size and checksum of every file, then of
// each segment whose files are right, what is in them: article store, catalogue, text index, and
// that the three tell the same of every article: of the terms of the text index the words of URLs,
// not those of headline and body. Structures of files with a wrong checksum are not looked into:
// Xapian may crash on them.
//
// Runs of the indexer may finish meanwhile; then it starts over. Throws Error(kMissing) where there
// is no index and kVersion for one of another version; all else is in the report.
CheckReport check_index(const std::filesystem::path& index);

}  // namespace dateline::indexer
