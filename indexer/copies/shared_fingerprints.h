// Which articles share fingerprints, and how many: where to look for copies.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "common/copies/fingerprints.h"
#include "common/index/format.h"

namespace dateline::indexer {

// Of the articles that have one fingerprint, only so many are looked at, the latest: a sentence
// that stands in thousands of articles tells nothing, and agencies' stories are copied soon.
inline constexpr std::size_t kMostSharing = 16;

// An earlier article that may be what a later one is a copy of.
struct Candidate {
  ArticleNumber article = 0;
  ArticleNumber earlier = 0;
  std::uint32_t shared = 0;  // fingerprints
};

// Counts pairs that are told one by one. Takes 8 bytes a pair. Not thread-safe.
class SharedFingerprints {
 public:
  void add(ArticleNumber article, ArticleNumber earlier) {
    pairs_.push_back(std::uint64_t{article} << 32 | earlier);
  }

  // Every pair once, ascending; nothing is left afterwards.
  std::vector<Candidate> take();

 private:
  std::vector<std::uint64_t> pairs_;
};

// How long the body of an article is, in shingles; repeated ones may count.
using BodyShingles = std::size_t;

// Whether articles that share so many fingerprints may be alike: whether those are `tenths` tenths
// or more of what two texts share of which the larger contains the smaller.
bool may_be_alike(BodyShingles size, BodyShingles other_size, std::uint32_t shared,
                  unsigned tenths);

}  // namespace dateline::indexer
