// What earlier runs have told of what they met and did not take in: INDEX/last_told.
//
// A run at night tells what is new, so that a mail from cron means that somebody has something to
// do. Each thing told is remembered by a hash of what, where and why; a run on the same inputs
// forgets what it does not meet again. Runs on other inputs keep theirs: two lines of a crontab may
// fill one index from two archives. Of the run before, the first records that were skipped are kept
// in words, for `info`.
//
// Nothing depends on the file, and no search reads it: without it, or where it is damaged, all is
// told again. 8 bytes for each thing told; at most kMostGroups lists of inputs and kMostTold things.
//
//   file  := header "\n" hash* checksum        hashes and checksum are u64, little-endian
//   header: {"version":1,"groups":[{"inputs":hex,"told":hashes,"skipped":[[where,why],...]}]}
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline::indexer {

inline constexpr std::size_t kMostGroups = 16;
inline constexpr std::size_t kMostTold = 4 << 20;        // of all runs
inline constexpr std::size_t kMostListedSkipped = 1000;  // in words

struct SkippedRecord {
  std::string where;  // "wire.jsonl:3"
  std::string why;
  bool operator==(const SkippedRecord&) const = default;
};

// Not thread-safe.
class Told {
 public:
  // A file that is missing or damaged is like one of an index about which nothing was told.
  static Told read(const std::filesystem::path& index);

  // Of a run on these inputs. Call it before note().
  void begin(const std::vector<std::string>& inputs);

  // Notes what the run meets and returns whether no run before has told it.
  bool note(std::string_view what, std::string_view where, std::string_view why);

  // Keeps it in words, if there is room.
  void list_skipped(std::string where, std::string why);

  // What the last run skipped, the first of it in words.
  const std::vector<SkippedRecord>& skipped() const;

  // The file, with what this run met in place of what the last run on the same inputs did.
  std::string to_bytes() const;

  // Whether there is nothing to remember.
  bool empty() const;

 private:
  struct Group {
    std::uint64_t inputs = 0;
    std::vector<std::uint64_t> hashes;
    std::vector<SkippedRecord> skipped;
  };

  std::vector<std::uint64_t> before_;  // of all groups, sorted
  std::vector<Group> groups_;          // the last run's first
};

}  // namespace dateline::indexer
