// One run of 'dateline-index update': inputs in, a new generation out.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "common/index/manifest.h"
#include "indexer/sources/field_map.h"
#include "indexer/sources/format.h"

namespace dateline::indexer {

struct UpdateOptions {
  std::filesystem::path index_dir;
  std::vector<std::string> inputs;  // files, folders, "-"
  std::optional<Format> format;
  FieldMap fields;
  std::optional<std::string> language;  // ISO 639-1; nothing: what the index was made with, else "en"
  unsigned jobs = 1;
  std::size_t memory_bytes = 512 << 20;  // about what a run may take
};

struct RunReport {
  RunSummary summary;
  std::uint64_t generation = 0;  // that is live after the run
  bool changed = false;          // whether it is a new one
};

// Reads the inputs and publishes a new generation, or leaves the index as it is where nothing has changed.
// Names each skipped record on `log` while it runs. Throws Error, in which case the index is as it was.
//
// Of several records with one identity the last is kept. A record whose identity is in the index replaces
// that article if its content differs. The inputs, their order and memory_bytes determine the segments; the
// number of jobs does not.
RunReport run_update(const UpdateOptions& options, std::ostream& log);

}  // namespace dateline::indexer
