// How well an index knows which of its articles are copies: held against the exact definition.
#pragma once

#include <cstdint>
#include <filesystem>
#include <ostream>
#include <string>

namespace dateline::bench {

struct CopiesOptions {
  std::filesystem::path index_dir;
};

// Pairs of articles; which side of a pair comes first does not matter.
struct PairCounts {
  std::uint64_t exact = 0;  // by the definition
  std::uint64_t found = 0;  // by the index
  std::uint64_t both = 0;

  // 1 where there is nothing to find, and nothing found.
  double precision() const;
  double recall() const;
};

struct CopiesQuality {
  std::uint64_t articles = 0;
  std::uint64_t groups = 0;  // of two and more
  std::uint64_t largest = 0;
  PairCounts copies;    // alike and of one version; found: in one group, by a third article too
  PairCounts versions;  // alike and of different versions; found: in one story

  std::uint64_t copies_bytes = 0;  // of all copies.index
  std::uint64_t text_bytes = 0;    // of headlines and bodies
};

CopiesQuality measure_copies(const CopiesOptions& options, std::ostream& log);

std::string to_text(const CopiesQuality& quality);

}  // namespace dateline::bench
