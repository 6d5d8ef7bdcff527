#include "common/text_index/posting_cursor.h"

#include <algorithm>
#include <numeric>

namespace dateline {

// Which columns there are and how wide follows from the term, so that one read checks them all.
PostingDirectory::PostingDirectory(const CheckedFile& file, const Term& term,
                                   std::uint32_t articles)
    : blocks_(static_cast<std::uint32_t>(term.articles / kBlockPostings)),
      end_bytes_(place_bytes(term.postings_bytes)),
      start_bytes_(place_bytes(term.positions_bytes)) {
  if (blocks_ == 0) return;
  const std::uint64_t blocks = blocks_;
  const bool has_positions = term.positions_bytes > 0;
  const unsigned skip_bytes = has_coded_positions(term.articles, articles) ? 0 : 1;
  const std::uint64_t positions_bytes =
      has_positions ? (blocks + 1) * (start_bytes_ + skip_bytes) : 0;
  bytes_ = blocks * (4 + end_bytes_) + positions_bytes + (blocks + 1) * sizeof(Bound);
  last_articles_ = file.read(Section::kLists, term.offset, bytes_);
  block_ends_ = last_articles_ + 4 * blocks;
  const std::uint8_t* rest = block_ends_ + end_bytes_ * blocks;
  if (has_positions) {
    positions_starts_ = rest;
    if (skip_bytes > 0) positions_skips_ = rest + start_bytes_ * (blocks + 1);
  }
  bounds_ = reinterpret_cast<const Bound*>(rest + positions_bytes);
}

PostingCursor::PostingCursor(const TextIndex& index, const Term& term)
    : index_(&index),
      term_(term),
      directory_(index.file(), term, index.articles()),
      blocks_(directory_.blocks()),
      tail_(static_cast<std::uint32_t>(term.articles % kBlockPostings)),
      has_coded_positions_(has_coded_positions(term.articles, index.articles())),
      coded_positions_(index, term),
      position_reader_(index, term) {}

// The first block, from `from` on, whose last article is not before `target`: galloping, then
// halving.
std::uint32_t PostingCursor::block_of(std::uint32_t from, std::uint32_t target) const {
  std::uint32_t step = 1;
  std::uint32_t low = from;
  while (low < blocks_ && last_article(low) < target) {
    from = low + 1;
    low = std::min(low + step, blocks_);
    step *= 2;
  }
  std::uint32_t high = low;
  while (from < high) {
    const std::uint32_t middle = from + (high - from) / 2;
    if (last_article(middle) < target) {
      from = middle + 1;
    } else {
      high = middle;
    }
  }
  return from;
}

std::uint32_t PostingCursor::look_ahead(std::uint32_t target) {
  const bool is_ahead = ahead_ > block_ && last_article(ahead_ - 1) < target;
  ahead_ = block_of(is_ahead ? ahead_ : block_, target);
  if (ahead_ > blocks_ || (ahead_ == blocks_ && tail_ == 0)) return kNoMoreArticles;
  return last_article(ahead_);
}

std::uint32_t PostingCursor::finish() {
  block_ = blocks_ + 1;
  unpacked_.clear();
  at_ = 0;
  block_last_ = kNoMoreArticles;
  return article_ = kNoMoreArticles;
}

std::uint32_t PostingCursor::next_block() {
  const std::uint32_t block = unpacked_.count() == 0 && block_ == 0 ? 0 : block_ + 1;
  if (block > blocks_ || (block == blocks_ && tail_ == 0)) return finish();
  open_block(block);
  return stand_on(unpacked_.find(0, 0));
}

// Stands before the block's first article. Returns whether there is such a block.
bool PostingCursor::open_block_of(std::uint32_t target) {
  if (article_ == kNoMoreArticles) return false;
  const std::uint32_t block = block_of(unpacked_.count() == 0 ? 0 : block_ + 1, target);
  if (block > blocks_ || (block == blocks_ && tail_ == 0)) {
    finish();
    return false;
  }
  open_block(block);
  if (target <= block_last_) return true;
  finish();  // the tail ends before it
  return false;
}

std::uint32_t PostingCursor::advance_block(std::uint32_t target) {
  if (!open_block_of(target)) return article_;
  return stand_on(unpacked_.find(0, target));
}

void PostingCursor::mark(std::uint32_t first, std::span<std::uint64_t> window) {
  const std::uint32_t last = first + static_cast<std::uint32_t>(window.size() * 64) - 1;
  for (advance(std::max(first, 1u)); article_ <= last; next_block()) {
    unpacked_.mark(at_, first, window);
    if (block_last_ > last) return;
  }
}

void PostingCursor::open_block(std::uint32_t block) {
  block_ = block;
  at_ = 0;
  positions_at_ = 0;
  if (block == blocks_) {
    open_tail();
    return;
  }
  const std::uint64_t begin = directory_.begin(block);
  const std::uint64_t end = directory_.begin(block + 1);
  if (end < begin) index_->file().fail("a posting list is out of order");
  const std::uint8_t* in = index_->file().read(Section::kLists, term_.offset + begin, end - begin);
  const std::uint32_t before = block == 0 ? 0 : last_article(block - 1);
  article_ = before;
  block_last_ = last_article(block);
  if (const char* wrong = unpacked_.open({in, end - begin}, before, block_last_)) {
    index_->file().fail(wrong);
  }
  require_articles_of_index();
}

// Columns are looked up by article number without another check.
void PostingCursor::require_articles_of_index() const {
  if (unpacked_.last() > index_->articles()) index_->file().fail("a list names unknown articles");
}

void PostingCursor::open_tail() {
  const std::uint64_t skip = directory_.begin(blocks_);
  if (skip > term_.postings_bytes) index_->file().fail("a posting list is cut");
  const std::uint64_t bytes = term_.postings_bytes - skip;
  const std::uint8_t* in = index_->file().read(Section::kLists, term_.offset + skip, bytes);
  article_ = blocks_ == 0 ? 0 : last_article(blocks_ - 1);
  if (const char* wrong = unpacked_.open_tail({in, bytes}, article_, tail_)) {
    index_->file().fail(wrong);
  }
  require_articles_of_index();
  block_last_ = unpacked_.last();
}

void PostingCursor::positions(std::vector<std::uint32_t>& positions) {
  const std::uint32_t* const occurrences = block_occurrences();
  if (occurrences[at_] > term_.occurrences) index_->file().fail("a list has too many positions");
  const bool is_new_block = positions_block_ != block_;
  positions_block_ = block_;
  if (has_coded_positions_) {
    const CodedPositions::Postings postings{unpacked_.articles(), occurrences, unpacked_.count()};
    if (is_new_block) coded_positions_.open(directory_.positions(block_).start, postings);
    coded_positions_.read(postings, at_, positions);
    return;
  }
  if (is_new_block) {
    positions_at_ = 0;
    const auto [start, skip] = directory_.positions(block_);
    position_reader_.seek(start, skip);
  }
  position_reader_.skip(
      std::accumulate(occurrences + positions_at_, occurrences + at_, std::uint64_t{0}));
  positions_at_ = at_ + 1;
  positions.resize(occurrences[at_]);
  position_reader_.read(article_, positions);
}

}  // namespace dateline
