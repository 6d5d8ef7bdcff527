// dateline-index update: articles of the inputs go into an index, in one run.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <istream>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "common/index/manifest.h"
#include "indexer/enrichment/day_order.h"
#include "indexer/sources/field_map.h"
#include "indexer/sources/format.h"
#include "indexer/update/run_log.h"

namespace dateline::indexer {

struct UpdateOptions {
  std::filesystem::path index_dir;
  std::vector<std::string> inputs;  // files, folders, "-" for standard input; at least one

  // What the run may hold of articles that are not yet in a segment, over all jobs.
  std::size_t memory_budget_bytes = std::size_t{512} << 20;

  unsigned jobs = 1;                    // threads that read and invert, at least one
  std::optional<Format> format;         // of all inputs; nothing: recognised
  FieldMap fields;                      // --map
  std::string encoding;                 // of what is not UTF-8 (encoding_name); empty: guessed
  std::vector<std::string> exclude;     // --exclude: see indexer/sources/exclusions.h
  std::optional<std::string> root;      // --root: what the paths of articles are relative to
  bool again = false;                   // --again: articles may go in twice, under two paths
  Tell tell = Tell::kNew;               // --tell
  std::optional<DayOrder> day_order;    // --day-first, --month-first; nothing: the archive tells
  std::optional<std::string> language;  // ISO 639-1, of articles whose own cannot be told; nothing:
                                        // as the index has it, "en" for a new one
};

// Where the program reads and writes: `out` gets results only, `log` what was skipped and why.
struct Streams {
  std::istream& in;
  std::ostream& out;
  std::ostream& log;
};

struct RunReport {
  RunSummary summary;
  std::uint64_t generation = 0;      // that is live now
  bool changed = false;              // whether the run made it
  std::uint64_t skipped_before = 0;  // of those skipped, told by a run before
  bool has_complaint = false;        // whether somebody has to look after something new: run_log.h
};

// Reads the inputs and publishes a new generation, or leaves the index as it is where nothing has
// changed. Names each skipped record on streams.log while it runs, unless a run before has named it
// (told.h). Throws Error where the whole run must stop: then the index is what it was.
//
// Of several records with one identity the last is kept. A record whose identity is in the index
// replaces that article if its content differs. Where more than half of the articles of an index
// would go in once more, under other paths, the run stops with Error(kInput), but with `again`. Inputs, their order and the memory budget determine
// the segments; the number of jobs does not.
RunReport run_update(const UpdateOptions& options, const Streams& streams);

}  // namespace dateline::indexer
