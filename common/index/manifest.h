// One generation of an index: which segments, files, deletions and settings it is made of.
//
// On disk a JSON object in manifests/, named by CURRENT. Members are those of the structs below
// under the same names, days as "2023-01-13", checksums as 16 hex digits, and "format_version".
// Every member is required; those of std::optional may be null.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/format.h"

namespace dateline {

struct FileEntry {
  std::string name;  // a segment's file: inside its folder; the deletions: inside the index
  std::uint64_t size_bytes = 0;
  std::uint64_t checksum = 0;
  bool operator==(const FileEntry&) const = default;
};

struct SegmentEntry {
  SegmentId id = 0;
  std::uint32_t articles = 0;  // those that are deleted included
  std::uint32_t deleted = 0;
  std::uint64_t text_bytes = 0;  // of all bodies, those of deleted articles included
  std::string catalogue_uuid;    // how a PostingSource knows which segment it has been cloned for
  std::optional<std::chrono::year_month_day> first_day;  // of the dated articles, deleted included
  std::optional<std::chrono::year_month_day> last_day;
  std::uint32_t undated = 0;     // live or not, as when the segment was written
  std::vector<FileEntry> files;  // sorted by name

  std::uint32_t live() const { return articles - deleted; }
  bool operator==(const SegmentEntry&) const = default;
};

// What must stay the same from run to run.
struct IndexSettings {
  std::string language = "en";  // of articles whose own cannot be told
  bool operator==(const IndexSettings&) const = default;
};

struct RunSummary {
  std::uint64_t indexed = 0;    // articles new to the index
  std::uint64_t replaced = 0;   // articles that were there with another content
  std::uint64_t unchanged = 0;  // articles that were there as they are
  std::uint64_t empty = 0;      // stories without headline and body
  std::uint64_t skipped = 0;    // records that were no usable articles
  std::string started;          // UTC, "2026-01-31T06:00:00Z"
  double seconds = 0;
  bool operator==(const RunSummary&) const = default;
};

struct Manifest {
  std::uint64_t generation = 0;
  std::string created;          // UTC, "2026-01-31T06:00:00Z"
  std::string program_version;  // of the indexer that wrote it
  IndexSettings settings;
  SegmentId next_segment = 1;  // ids are never used twice, not even after merging
  std::vector<SegmentEntry> segments;
  std::optional<FileEntry> deletions;       // nothing: no article is deleted
  std::vector<std::string> archive_fields;  // names of the archives' own fields, sorted
  RunSummary last_run;

  bool operator==(const Manifest&) const = default;
};

std::string to_json(const Manifest& manifest);

// Throws Error: kVersion for another format version, kCorrupt for all else that to_json does not
// write. `index` and `path` name what is read in messages.
Manifest parse_manifest(std::string_view json, const std::filesystem::path& index,
                        const std::filesystem::path& path);

// The account of a run as it stands in INDEX/last_run.json, whether or not the run made a new
// generation: for people and monitoring. Nothing depends on it: a search never reads it.
std::string to_json(const RunSummary& run);

// Throws Error(kCorrupt) naming `path` for all that to_json does not write.
RunSummary parse_run(std::string_view json, const std::filesystem::path& path);

// "2026-01-31T06:00:00Z".
std::string to_utc_text(std::chrono::system_clock::time_point time);

}  // namespace dateline
