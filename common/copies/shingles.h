// When two articles tell the same text: the one definition of a copy, for indexer and searcher.
//
// The words of a body are the kWord terms of the analyser, initialisms in lower case too ("US" is
// "us"), headlines aside, because papers write their own. Five words that follow one another are a
// shingle (Broder, "On the resemblance and containment of documents", 1997). A body is a set of
// shingles, and of two articles with kMinShingles or more
//
//   one is alike the other   if at least 0.8 of the shingles of the smaller set are in the larger.
//
// Where shared / union is 0.8 or more (resemblance), so is that: the larger set is no larger than
// the union. So the one number tells whole copies and abridged ones. Articles that are alike are
// copies of each other, unless they are marked as different versions, see
// indexer/copies/version_mark.h, or are reports of one template, see indexer/copies/report_facts.h.
//
// A body of fewer shingles is no copy of anything: so short are the placeholders and notices that
// a site prints word by word alike about different things.
//
// Shingles are compared by hash. Words are hashed to 32 bits, shingles to 64: two that differ in a
// word count as the same once in 2^32.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "common/text/analyser.h"

namespace dateline {

inline constexpr std::size_t kShingleWords = 5;
inline constexpr std::size_t kMinShingles = 20;

using WordHash = std::uint32_t;
using Shingle = std::uint64_t;

// The word that counts; `xxh3_high_half` is that of the term's xxh3. A term that begins with a
// capital is an initialism.
WordHash word_hash(std::string_view term, std::uint32_t xxh3_high_half);

// The words of a text, in order.
std::vector<WordHash> words_of(std::string_view text, Analyser& analyser);

// The shingles as they stand in the text, one beginning at each word but the last four.
void append_shingles(std::span<const WordHash> words, std::vector<Shingle>& shingles);

// The shingles of a text, each once. A value.
class ShingleSet {
 public:
  explicit ShingleSet(std::span<const WordHash> words);

  std::size_t size() const { return shingles_.size(); }
  std::size_t shared_with(const ShingleSet& other) const;
  std::span<const Shingle> sorted() const { return shingles_; }

 private:
  std::vector<Shingle> shingles_;  // ascending
};

bool are_alike(const ShingleSet& a, const ShingleSet& b);

// The same where it is known how many they share.
bool are_alike(std::size_t size, std::size_t other_size, std::size_t shared);

}  // namespace dateline
