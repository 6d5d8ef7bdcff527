// Finds what the articles of a new segment are copies or versions of, and writes its copies.index.
//
// A run has found those inside of itself. What is left is looked for by fingerprints in the runs
// before it and in all earlier segments, and settled by the texts, which are read again. The result
// depends on the articles and their order alone.
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "indexer/copies/copy_choice.h"
#include "indexer/copies/earlier_segments.h"
#include "indexer/copies/run_copies.h"
#include "indexer/text_index/text_index_input.h"

namespace dateline::indexer {

// Of one segment. Not thread-safe.
class CopySearch {
 public:
  // The articles of a run follow those before, as in SegmentWriter::append. `columns` holds what
  // the text index tells of them.
  void append(const RunCopies& run, const TextIndexInput& columns);

  std::size_t memory_bytes() const;

  // Into the segment's folder, where its articles.zst is complete. Memory beside what it was given
  // is a few dozen megabytes at most.
  void finish(const std::filesystem::path& folder, EarlierSegments& earlier);

 private:
  struct NewArticle {
    std::uint64_t identity = 0;
    std::uint32_t content = 0;
    std::uint32_t shingles = 0;
    ArticleNumber run_begin = 0;  // the first of its run
  };
  // [first, last) of the new articles.
  struct Slice {
    ArticleNumber first;
    ArticleNumber last;
  };

  bool is_searched(ArticleNumber article, const Slice& slice) const {
    return article >= slice.first && article < slice.last &&
           (links_[article - 1].earlier == 0 || links_[article - 1].kind == CopyKind::kVersion);
  }
  void search(const Slice& slice, EarlierSegments& earlier, ComparedTexts& texts);
  void add_here(const Slice& slice, std::size_t segment, std::vector<PlacedCandidate>& found) const;
  void add_earlier(const Slice& slice, std::size_t segment, EarlierSegment& opened,
                   std::vector<PlacedCandidate>& found) const;
  void note(const CopyLink& link);
  std::vector<CopyRelation> relations(EarlierSegments& earlier) const;

  std::vector<NewArticle> articles_;
  std::vector<FingerprintEntry> fingerprints_;
  std::vector<CopyLink> links_;  // of each article; `earlier` is 0 where there is none
};

}  // namespace dateline::indexer
