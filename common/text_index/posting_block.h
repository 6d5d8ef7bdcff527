// One block of a posting list in memory: up to 128 articles with their occurrences; see format.h.
//
// Nothing is unpacked before it is asked for. The articles of a dense block stay bits as long as
// nobody wants them as numbers.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>

#include "common/text_index/format.h"

namespace dateline {

// One thread at a time. What it was opened with must outlive its use.
class PostingBlock {
 public:
  // Takes a full block with articles in (before, last]. Returns nullptr, or what is wrong with it.
  const char* open(std::span<const std::uint8_t> bytes, std::uint32_t before, std::uint32_t last);

  // Takes the tail of a list: `count` articles after `before`.
  const char* open_tail(std::span<const std::uint8_t> bytes, std::uint32_t before,
                        std::uint32_t count);

  // Leaves nothing in it.
  void clear() { count_ = 0; }

  std::uint32_t count() const { return count_; }
  std::uint32_t last() const { return last_; }

  // The count() articles, ascending.
  const std::uint32_t* articles() {
    if (!articles_unpacked_) unpack_dense();
    return articles_.data();
  }

  // nullptr where the bytes are wrong.
  const std::uint32_t* occurrences() {
    if (!occurrences_unpacked_ && !unpack_occurrences()) return nullptr;
    return occurrences_.data();
  }

  // A bit for each place: whether the term is in the headline. After occurrences().
  const std::array<std::uint64_t, 2>& headlines() const { return headlines_; }

  // The first place, from `at` on, whose article is not before `target`, which must be at most
  // last(); and its article.
  struct Place {
    std::uint32_t at;
    std::uint32_t article;
  };
  Place find(std::uint32_t at, std::uint32_t target) {
    return is_dense_ ? find_dense(target) : find_unpacked(at, target);
  }

  // The same, if the article at that place is `target`; else at is kNone.
  static constexpr std::uint32_t kNone = ~std::uint32_t{0};
  Place find_exactly(std::uint32_t at, std::uint32_t target) {
    if (!is_dense_) {
      const Place place = find_unpacked(at, target);
      return place.article == target ? place : Place{kNone, 0};
    }
    const std::uint32_t bit = target - first_;
    if ((bits_[bit / 64] >> (bit % 64) & 1) == 0) return {kNone, 0};
    return {rank(bit), target};
  }

  // Sets the bit article - first of `window` for each article from place `at` on that has one
  // there.
  void mark(std::uint32_t at, std::uint32_t first, std::span<std::uint64_t> window);

 private:
  static constexpr std::size_t kBitWords = kDenseSpan / 64;

  Place find_dense(std::uint32_t target) const;
  Place find_unpacked(std::uint32_t at, std::uint32_t target) const;
  std::uint32_t rank(std::uint32_t bit) const;
  void unpack_dense();
  bool unpack_occurrences();
  bool unpack_headlines(const std::uint8_t* in, const std::uint8_t* end);
  bool open_dense(const std::uint8_t*& in, const std::uint8_t* end);

  std::uint32_t count_ = 0;
  std::uint32_t first_ = 0;  // the first article that could be in the block
  std::uint32_t last_ = 0;
  bool is_dense_ = false;
  bool articles_unpacked_ = true;
  bool occurrences_unpacked_ = true;
  bool has_headlines_ = false;
  const std::uint8_t* rest_ = nullptr;  // from the occurrences on
  const std::uint8_t* end_ = nullptr;

  std::array<std::uint64_t, 2> headlines_{};
  std::array<std::uint64_t, kBitWords + 1> bits_;  // from first_ on; one more to read beyond
  std::array<std::uint8_t, kBitWords + 1> ranks_;  // articles before each word of bits
  // Beyond the last article, eight that are greater than any.
  alignas(32) std::array<std::uint32_t, kBlockPostings + 8> articles_;
  alignas(32) std::array<std::uint32_t, kBlockPostings> occurrences_;
};

}  // namespace dateline
