// Walks over the articles of one term, block by block; see format.h.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <limits>
#include <span>
#include <vector>

#include "common/text_index/checked_file.h"
#include "common/text_index/coded_positions.h"
#include "common/text_index/format.h"
#include "common/text_index/position_reader.h"
#include "common/text_index/posting_block.h"
#include "common/text_index/text_index.h"

namespace dateline {

inline constexpr std::uint32_t kNoMoreArticles = std::numeric_limits<std::uint32_t>::max();

// What is known of the blocks of a posting list before one is read.
//
// Blocks are numbered from 0; number blocks() is the tail. Thread-safe; the file must outlive it.
class PostingDirectory {
 public:
  // Of a list in an index of so many articles. Throws Error(kCorrupt) where the directory leaves
  // the section of lists.
  PostingDirectory(const CheckedFile& file, const Term& term, std::uint32_t articles);

  // Full ones.
  std::uint32_t blocks() const { return blocks_; }

  // Of a full block.
  std::uint32_t last_article(std::uint32_t block) const { return load(last_articles_, 4, block); }

  // Where a block or the tail begins, in bytes from the start of the list.
  std::uint64_t begin(std::uint32_t block) const {
    return bytes_ + (block == 0 ? 0 : load(block_ends_, end_bytes_, block - 1));
  }

  // Where the positions of a block or of the tail begin: byte `start` of the position list, `skip`
  // positions further on.
  struct PositionsPlace {
    std::uint32_t start = 0;
    std::uint32_t skip = 0;
  };
  PositionsPlace positions(std::uint32_t block) const {
    if (positions_starts_ == nullptr) return {};
    const std::uint32_t skip = positions_skips_ == nullptr ? 0u : positions_skips_[block];
    return {load(positions_starts_, start_bytes_, block), skip};
  }

  // Of each block and the tail; none where there is no full block.
  std::span<const Bound> bounds() const { return {bounds_, blocks_ > 0 ? blocks_ + 1u : 0u}; }

 private:
  static std::uint32_t load(const std::uint8_t* column, unsigned width, std::uint32_t index) {
    if (width == 2) {
      std::uint16_t value = 0;
      std::memcpy(&value, column + std::size_t{2} * index, sizeof value);
      return value;
    }
    std::uint32_t value = 0;
    std::memcpy(&value, column + std::size_t{4} * index, sizeof value);
    return value;
  }

  std::uint32_t blocks_;
  unsigned end_bytes_;
  unsigned start_bytes_;
  std::uint64_t bytes_ = 0;

  // Column by column; unaligned.
  const std::uint8_t* last_articles_ = nullptr;
  const std::uint8_t* block_ends_ = nullptr;
  const std::uint8_t* positions_starts_ = nullptr;  // nullptr where there are no positions
  const std::uint8_t* positions_skips_ = nullptr;   // nullptr where none are passed over
  const Bound* bounds_ = nullptr;
};

// One thread at a time. The index must outlive it. Any move may throw Error(kCorrupt).
class PostingCursor {
 public:
  // Stands before the first article.
  PostingCursor(const TextIndex& index, const Term& term);

  // The article it stands on, or kNoMoreArticles. Meaningless before the first move.
  std::uint32_t article() const { return article_; }

  // Moves to the next article, or to the first that is not before `target`; returns article().
  std::uint32_t next() {
    if (++at_ >= unpacked_.count()) return next_block();
    return article_ = unpacked_.articles()[at_];
  }
  std::uint32_t advance(std::uint32_t target) {
    if (target > block_last_) return advance_block(target);
    if (article_ >= target) return article_;
    return stand_on(unpacked_.find(at_, target));
  }

  // Whether the list holds `target`, which must not be before article(). If so, it stands on it; if
  // not, it stands somewhere before or after it, from where only advance() and holds() lead on.
  bool holds(std::uint32_t target) {
    if (target > block_last_ && !open_block_of(target)) return false;
    if (target <= article_) return target == article_;
    const auto place = unpacked_.find_exactly(at_, target);
    if (place.at == PostingBlock::kNone) return false;
    stand_on(place);
    return true;
  }

  // Of the article it stands on.
  std::uint32_t occurrences() { return block_occurrences()[at_]; }
  bool in_headline() {
    block_occurrences();
    return (unpacked_.headlines()[at_ / 64] >> (at_ % 64) & 1) != 0;
  }

  // Positions in the article it stands on, ascending. Replaces what is in `positions`. Only for
  // words. Each article at most once, in order.
  void positions(std::vector<std::uint32_t>& positions);

  // All articles of the term.
  std::uint32_t articles() const { return term_.articles; }

  // Looks ahead without unpacking: moves the view of bounds to the block that would hold `target`
  // and returns that block's last article (kNoMoreArticles past the end). For targets from
  // article() on.
  std::uint32_t look_ahead(std::uint32_t target);

  // The bound of the block that look_ahead() found. Lists under 128 articles have no stored bound:
  // has_bounds() is false and their postings must be looked at.
  const Bound& bound() const { return bounds()[ahead_]; }
  bool has_bounds() const { return directory_.blocks() > 0; }
  std::span<const Bound> bounds() const { return directory_.bounds(); }

  // The block it stands in, and its place there. The articles from at() to before
  // end_in_block(last) are the block's in [article(), last].
  std::uint32_t at() const { return at_; }
  std::uint32_t block_last() const { return block_last_; }
  const std::uint32_t* block_articles() { return unpacked_.articles(); }
  const std::uint32_t* block_occurrences() {
    const std::uint32_t* occurrences = unpacked_.occurrences();
    if (occurrences == nullptr) index_->file().fail("a block of postings is cut");
    return occurrences;
  }
  std::uint32_t end_in_block(std::uint32_t last) {
    return block_last_ <= last ? unpacked_.count() : unpacked_.find(at_, last + 1).at;
  }

  // Calls visit(at) for each article from `begin` to before `end` in the block that has the term in
  // its headline. After block_occurrences().
  template <typename Visit>
  void for_each_headline(std::uint32_t begin, std::uint32_t end, Visit visit) const {
    for (std::uint32_t word = 0; word < 2; ++word) {
      for (std::uint64_t left = unpacked_.headlines()[word]; left != 0; left &= left - 1) {
        const std::uint32_t at = word * 64 + static_cast<std::uint32_t>(std::countr_zero(left));
        if (at >= begin && at < end) visit(at);
      }
    }
  }

  // Sets the bit article - first of `window` for each article in it that is not before `first`,
  // which must not be before article() unless it stands before the first article.
  void mark(std::uint32_t first, std::span<std::uint64_t> window);

  std::uint32_t next_block();

 private:
  std::uint32_t advance_block(std::uint32_t target);
  bool open_block_of(std::uint32_t target);
  std::uint32_t block_of(std::uint32_t from, std::uint32_t target) const;
  std::uint32_t last_article(std::uint32_t block) const {
    return block < blocks_ ? directory_.last_article(block) : kNoMoreArticles - 1;
  }
  void open_block(std::uint32_t block);
  void open_tail();
  void require_articles_of_index() const;
  std::uint32_t finish();
  std::uint32_t stand_on(const PostingBlock::Place& place) {
    at_ = place.at;
    return article_ = place.article;
  }

  const TextIndex* index_;
  Term term_;
  PostingDirectory directory_;
  std::uint32_t blocks_;  // full ones; the tail is number blocks_
  std::uint32_t tail_;    // articles in it

  PostingBlock unpacked_;    // nothing before the first move and after the last
  std::uint32_t block_ = 0;  // its number; next to open while it is nothing
  std::uint32_t ahead_ = 0;
  std::uint32_t at_ = 0;
  std::uint32_t article_ = 0;
  std::uint32_t block_last_ = 0;

  bool has_coded_positions_;
  CodedPositions coded_positions_;
  PositionReader position_reader_;  // of those that are not coded
  std::uint32_t positions_block_ = std::numeric_limits<std::uint32_t>::max();
  std::uint32_t positions_at_ = 0;  // posting of the block whose positions come next
};

}  // namespace dateline
