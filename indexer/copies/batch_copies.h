// Fingerprints of the articles of a batch, and which of them are copies of each other.
//
// Papers print an agency's story within days of each other, and an archive is in order of days as a
// rule: of reuters-2006-2009, 97 of 100 copies come within 8 MB of what they are copies of. So they
// are found while the words of both are at hand, by the thread that has just read them.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "common/article.h"
#include "common/copies/copies_file.h"
#include "indexer/copies/copy_choice.h"

namespace dateline::indexer {

// Articles are numbered as in the batch, from 1.
struct BatchCopies {
  std::vector<FingerprintEntry> fingerprints;  // ascending
  std::vector<std::uint32_t> shingles;         // of each article, repeated ones counted
  std::vector<CopyLink> links;                 // ascending by article; `segment` is 0
};

// One thread's; used for one batch after the other.
class BatchCopiesMaker {
 public:
  // The next article. `words` are those of its body; two of one identity are no copies.
  void add(std::uint64_t identity, std::span<const WordHash> words);

  // Ends the batch. `articles` are those that were added, in order.
  BatchCopies take(std::span<const Article> articles);

 private:
  class Texts;

  std::span<const WordHash> words_of(ArticleNumber article) const;
  std::vector<PlacedCandidate> candidates() const;

  BatchCopies batch_;
  std::vector<std::uint64_t> identities_;
  std::vector<WordHash> words_;  // of all bodies
  std::vector<std::size_t> words_end_;
  std::vector<Shingle> shingles_;  // of the article in work
};

}  // namespace dateline::indexer
