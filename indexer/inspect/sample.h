// Which files of an archive are read to know it: all of a small one, a fair choice of a large one.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "indexer/sources/archive_reader.h"

namespace dateline::indexer {

// What is read of an archive, at most: some seconds of work.
inline constexpr std::uint64_t kMostSampleBytes = 64 << 20;  // of files as they are on disk
inline constexpr std::uint64_t kMostReadBytes = 256 << 20;   // of records, when unpacked
inline constexpr std::size_t kMostSampleFiles = 1'000;

struct Sample {
  std::vector<std::string> files;  // to be read each by itself; empty: all inputs, as they are
  std::uint64_t bytes_each = 0;    // of records to be read of each file, at least one record
  std::uint64_t files_in_all = 0;  // standard input is none
  std::uint64_t bytes_in_all = 0;  // on disk

  bool is_whole() const { return files.empty(); }
};

// An archive of at most kMostSampleBytes is taken whole. Of a larger one every n-th file in the
// order of reading, the first bytes of each.
Sample choose_sample(const std::vector<std::string>& inputs, const ReadOptions& options);

}  // namespace dateline::indexer
