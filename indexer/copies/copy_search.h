// Finds what the articles of a new segment are copies or versions of, and writes its copies.index.
//
// A batch has found those inside of itself. What is left is looked for by fingerprints in the
// batches before it and in all earlier segments, and settled by the texts, which are read again.
// The result depends on the articles and their order alone.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "common/copies/copies_file.h"
#include "common/index/segment_on_disk.h"
#include "indexer/copies/copy_choice.h"

namespace dateline::indexer {

class EarlierSegments;
class TextIndexInput;
struct BatchCopies;
struct EarlierSegment;

// Of one segment. Not thread-safe.
class CopySearch {
 public:
  // The articles of a batch follow those before, as in SegmentWriter::append. `columns` holds what
  // the text index tells of them.
  void append(const BatchCopies& batch, const TextIndexInput& columns);

  std::size_t memory_bytes() const;

  // Writes the copies.index of `segment`, whose articles.zst is complete. `before` are the segments
  // before it, in the order of their articles; a file of theirs is opened when it is asked for.
  // Memory beside what it was given is a few dozen megabytes at most.
  void finish(const SegmentOnDisk& segment, std::span<const SegmentOnDisk> before);

 private:
  struct NewArticle {
    std::uint64_t identity = 0;
    std::uint32_t content = 0;
    std::uint32_t shingles = 0;
    ArticleNumber batch_begin = 0;  // the first of its batch
  };
  // [first, last) of the new articles.
  struct Slice {
    ArticleNumber first;
    ArticleNumber last;
  };

  bool is_searched(ArticleNumber article, const Slice& slice) const {
    return article >= slice.first && article < slice.last &&
           (links_[article - 1].is_none() || links_[article - 1].kind == CopyKind::kVersion);
  }
  void search(const Slice& slice, EarlierSegments& earlier, ComparedTexts& texts);
  void add_here(const Slice& slice, std::size_t segment, std::vector<PlacedCandidate>& found) const;
  void add_earlier(const Slice& slice, std::size_t segment, EarlierSegment& opened,
                   std::vector<PlacedCandidate>& found) const;
  void note(const CopyLink& link);
  std::vector<CopyRelation> relations(EarlierSegments& earlier) const;

  std::vector<NewArticle> articles_;
  std::vector<FingerprintEntry> fingerprints_;
  std::vector<CopyLink> links_;  // of each article
};

}  // namespace dateline::indexer
