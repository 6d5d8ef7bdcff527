// Where the words of a batch stand: noted in order of the text, sorted, then kept as lists of each
// word in memory.
//
// Noting a word is one append; sorting comes afterwards, by counting, in a few passes that read and
// write memory in order. Growing a list for every word while the text is read would touch three
// places all over memory for each of its words, which costs several times as much once the batch is
// larger than the processor's cache.
//
//   lists     := postings, then positions, as varints
//   postings  := (gap << 1 | plain, then if not plain: (occurrences - 1) << 1 | headline)*
//                plain: occurs once, not in the headline
//   positions := for each posting its first position, then differences minus 1
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::indexer {

struct Occurrence {
  std::uint32_t word = 0;
  std::uint32_t place = 0;
};

// Brings occurrences in order of renamed[word], those of one word staying in the order they are in,
// and gives the words their new names, which are those below the size of `renamed`.
void sort_occurrences(std::vector<Occurrence>& occurrences,
                      const std::vector<std::uint32_t>& renamed);

// The places of an article's words: a place is a position counted on from article to article.
struct ArticlePlaces {
  std::uint32_t first = 0;
  std::uint32_t headline_end = 0;
};

// Places of words in, their lists out. What it is given must outlive it.
class BatchListEncoder {
 public:
  struct Encoded {
    std::uint32_t postings_bytes = 0;
    std::uint32_t languages = 0;  // bit n: occurs in an article of language n
  };

  BatchListEncoder(std::span<const ArticlePlaces> articles, std::span<const std::uint8_t> languages,
                   std::string& lists);

  // Appends the lists of one word, whose places ascend; one that comes twice counts once.
  Encoded append(std::span<const Occurrence> occurrences);

 private:
  std::uint32_t article_at(std::uint32_t place) const;
  std::uint32_t end_of(std::uint32_t article) const {
    return article + 1 < articles_.size() ? articles_[article + 1].first
                                          : std::numeric_limits<std::uint32_t>::max();
  }

  std::span<const ArticlePlaces> articles_;
  std::span<const std::uint8_t> languages_;
  std::string& lists_;
  std::vector<std::uint32_t> article_of_stretch_;  // of its first place
  std::vector<char> postings_;                     // scratch
  std::vector<char> positions_;
};

class VarintReader {
 public:
  explicit VarintReader(std::string_view bytes)
      : at_(reinterpret_cast<const std::uint8_t*>(bytes.data())), end_(at_ + bytes.size()) {}

  bool done() const { return at_ == end_; }
  std::uint32_t next() {
    std::uint32_t value = *at_++;
    if (value < 0x80) return value;
    value &= 0x7f;
    for (unsigned shift = 7;; shift += 7) {
      const std::uint32_t byte = *at_++;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  }

 private:
  const std::uint8_t* at_;
  const std::uint8_t* end_;
};

// Postings of one word, one after the other.
class BatchPostings {
 public:
  explicit BatchPostings(std::string_view bytes) : reader_(bytes) { next(); }

  bool done() const { return article_ == kDone; }
  std::uint32_t article() const { return article_; }  // after the last: kDone
  std::uint32_t occurrences() const { return occurrences_; }
  bool in_headline() const { return in_headline_; }

  void next() {
    if (reader_.done()) {
      article_ = kDone;
      return;
    }
    const std::uint32_t gap_plain = reader_.next();
    const std::uint32_t rest = (gap_plain & 1) != 0 ? 0 : reader_.next();
    article_ += (gap_plain >> 1) + 1;
    occurrences_ = (rest >> 1) + 1;
    in_headline_ = (rest & 1) != 0;
  }

  static constexpr std::uint32_t kDone = std::numeric_limits<std::uint32_t>::max();

 private:
  VarintReader reader_;
  std::uint32_t article_ = 0;
  std::uint32_t occurrences_ = 0;
  bool in_headline_ = false;
};

}  // namespace dateline::indexer
