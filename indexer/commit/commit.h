// One run's change of an index: from the lock to the rename that makes a new generation live.
//
// Everything is written beside what is there. Whatever fails, at any point: the index is the old
// one or, if only the last sync failed, the new one; the run must be abandoned and reported as
// failed, never continued. The next run removes what this one left.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/current.h"
#include "common/index/segment_on_disk.h"
#include "indexer/commit/system_calls.h"

namespace dateline::indexer {

// The lock that lets one run at a time write an index. Readers need none.
//
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

class Commit {
 public:
  // Creates the folder where there is none, takes the lock, removes leftovers. Throws Error:
  // kLocked; kUsage where the folder holds something else than an index; kCorrupt, kVersion where
  // the live manifest cannot be read (then nothing has been touched); kSystem.
  explicit Commit(const std::filesystem::path& index, SystemCalls& system = real_system_calls());

  // Removes what was not published.
  ~Commit();
  Commit(const Commit&) = delete;
  Commit& operator=(const Commit&) = delete;

  // Whether a generation was live when this run began.
  bool has_base() const { return base_.generation > 0; }

  // The live manifest when this run began, of generation 0 where there was none: what to change.
  const Manifest& base() const { return base_; }

  // A segment to be written: its files go into its folder, which exists and has a temporary name.
  SegmentOnDisk new_segment();

  // Makes `next` durable and live and returns it as it stands on disk. `next` lists segments of
  // base() and new ones; new ones that it does not list are thrown away. Taken from it are
  // settings, archive fields, the last run, and of each segment all but `files` and `deleted`,
  // which are found out here; all else is set here. `deletions` are all deletions of all listed
  // segments, old and new. Call it once.
  Manifest publish(Manifest next, const Deletions& deletions);

  // Puts down what the run did, at its very end.
  void note_run(const RunSummary& run);

  // Puts down what has been told of records that did not go in: the bytes of last_told.
  void note_told(std::string_view bytes);

 private:
  void seal_segments(Manifest& next);
  void seal(SegmentEntry& segment);
  void write_deletions(Manifest& next, const Deletions& deletions);
  Current write_manifest(const Manifest& next);
  void make_live(const Current& current);
  void replace(std::string_view name, std::string_view bytes);

  std::filesystem::path index_;
  SystemCalls& system_;
  std::optional<IndexLock> lock_;
  Manifest base_;
  SegmentId next_segment_ = 1;
  std::vector<std::filesystem::path> new_folders_;
};

}  // namespace dateline::indexer
