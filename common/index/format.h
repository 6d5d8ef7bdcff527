// An index on disk: its layout and its version.
//
//   INDEX/
//     CURRENT                    names the live manifest, see current.h; replaced by rename
//     last_run.json              what the last run did: see manifest.h
//     last_told                  what runs have told of skipped records; no search reads it
//     lock                       held by the one run that writes (flock); holds its process id
//     manifests/000042.json      one generation: see manifest.h for the members
//     segments/000017/           never changed once its name has no ".tmp"; ids are not used again;
//                                its files are listed in segment_on_disk.h
//       catalogue.glass          Xapian: words of fields; see catalogue_schema.h
//       text.index               words, postings, columns; see common/text_index/format.h
//       articles.zst             whole articles; see article_store.h
//       copies.index             fingerprints, copies and versions; see common/copies/format.h
//       facets.index             values to count by; see common/facets/format.h
//     deletions/000042.roaring   article numbers that are gone; see deletions.h
//
// A run writes new files beside the old and renames CURRENT last, so whoever has read CURRENT holds
// one whole generation. The generation before the live one is kept for readers that are about to
// open it. Names that end in ".tmp" belong to a run in progress or to one that was killed.
//
// Checksums are xxh3 in 64 bits, written as 16 hex digits. The manifest holds those of all files of
// its generation and CURRENT that of the manifest, so a flipped bit anywhere is found by 'check'.
// Numbers in our own binary files are little-endian.
//
// Raise kFormatVersion with every change of any of these files, and keep the small index of the
// version before in tests/compat/: it shows there that it is refused with what to do. There is no
// reading of other versions: an index is rebuilt from its archives in minutes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dateline {

inline constexpr std::uint32_t kFormatVersion = 1;

inline constexpr std::string_view kCurrentName = "CURRENT";
inline constexpr std::string_view kLastRunName = "last_run.json";
inline constexpr std::string_view kLastToldName = "last_told";
inline constexpr std::string_view kLockName = "lock";
inline constexpr std::string_view kManifestsFolder = "manifests";
inline constexpr std::string_view kSegmentsFolder = "segments";
inline constexpr std::string_view kDeletionsFolder = "deletions";
inline constexpr std::string_view kTemporarySuffix = ".tmp";

// An article number: 1-based in its segment; also the Xapian document id there.
using ArticleNumber = std::uint32_t;

using SegmentId = std::uint32_t;

// "manifests/000042.json", "deletions/000042.roaring", "segments/000017": relative to the index.
// Six digits or more.
std::string manifest_name(std::uint64_t generation);
std::string deletions_name(std::uint64_t generation);
std::string segment_folder(SegmentId id);

}  // namespace dateline
