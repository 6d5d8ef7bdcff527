// dateline-index info: what is in an index and what its last run did.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "common/index/manifest.h"
#include "indexer/update/told.h"

namespace dateline::indexer {

struct IndexInfo {
  Manifest manifest;
  std::uint64_t articles = 0;  // live ones; so too the next three
  std::uint64_t undated = 0;
  std::optional<std::chrono::year_month_day> first_day;
  std::optional<std::chrono::year_month_day> last_day;
  std::uint64_t bytes = 0;       // of all files of the generation but the manifest
  std::uint64_t text_bytes = 0;  // of all bodies on disk: of deleted articles, too, until a merge
  std::vector<SkippedRecord> skipped;  // by the last run, the first kMostListedSkipped
};

// Throws Error where there is no index or it cannot be opened.
IndexInfo read_info(const std::filesystem::path& index);

// Lines of a name and a value, for people.
std::string to_text(const IndexInfo& info);

// One JSON object: articles, undated, first_day, last_day (ISO 8601 or null), segments, generation,
// bytes, text_bytes, deleted, created, program_version, format_version, language, archive_fields,
// and of the last run indexed, replaced, unchanged, empty, skipped, started, seconds and
// skipped_records, a list of where and why.
std::string to_json(const IndexInfo& info);

}  // namespace dateline::indexer
