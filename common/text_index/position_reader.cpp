#include "common/text_index/position_reader.h"

#include <algorithm>

#include "common/text_index/format.h"
#include "common/text_index/position_code.h"
#include "common/text_index/text_index.h"
#include "common/text_index/varint.h"

namespace dateline {

PositionReader::PositionReader(const TextIndex& index, const Term& term)
    : index_(&index),
      file_(&index.file()),
      offset_(term.offset + term.postings_bytes),
      bytes_(term.positions_bytes),
      occurrences_(term.occurrences) {}

// Put off until something is read, because many cursors are never asked for positions.
void PositionReader::open() {
  begin_ = file_->read(Section::kLists, offset_, bytes_);
  end_ = begin_ + bytes_;
  in_ = begin_;
  headlines_ = index_->headlines();
}

void PositionReader::seek(std::uint64_t start, std::uint32_t skip_numbers) {
  if (begin_ == nullptr) open();
  if (start > bytes_) file_->fail("a position list is cut");
  in_ = begin_ + start;
  at_ = filled_ = 0;
  skip(skip_numbers);
}

// Whole chunks are passed over by their size, which their first two bytes tell. A chunk that cannot
// be one is left to read_chunk(), which says so.
void PositionReader::skip(std::uint64_t count) {
  if (begin_ == nullptr) open();
  while (count > filled_ - at_) {
    count -= filled_ - at_;
    at_ = filled_ = 0;
    while (count >= kBlockValues && end_ - in_ > 2 && in_[0] <= 32 &&
           occurrences_ >= kBlockValues) {
      if (static_cast<std::size_t>(end_ - in_) < patched_bytes(in_)) break;
      in_ += patched_bytes(in_);
      count -= kBlockValues;
    }
    if (count == 0) return;
    read_chunk();
  }
  at_ += count;
}

void PositionReader::read(std::uint32_t article, std::span<std::uint32_t> positions) {
  read_numbers(positions);
  if (article > headlines_.size()) {
    file_->fail("a posting list names an article that is not there");
  }
  const std::uint32_t headline = headlines_[article - 1];
  std::uint32_t next = 0;
  for (std::uint32_t& position : positions) {
    const std::uint32_t place = next + position;
    position = with_gap(place, headline);
    next = place + 1;
  }
}

void PositionReader::read_numbers(std::span<std::uint32_t> numbers) {
  for (std::size_t done = 0; done < numbers.size();) {
    if (at_ >= filled_) read_chunk();
    const std::size_t count = std::min(numbers.size() - done, filled_ - at_);
    std::copy_n(numbers_.data() + at_, count, numbers.data() + done);
    at_ += count;
    done += count;
  }
}

void PositionReader::read_chunk() {
  if (begin_ == nullptr) open();
  if (in_ >= end_) file_->fail("a position list is cut");
  at_ = 0;
  if (occurrences_ < kBlockValues) {
    read_tail(occurrences_);
  } else if (*in_ == kPositionTail) {
    ++in_;
    read_tail(occurrences_ % kBlockValues);
  } else {
    in_ = read_patched(in_, end_, numbers_.data());
    if (in_ == nullptr) file_->fail("a block of positions is not one");
    filled_ = kBlockValues;
  }
}

void PositionReader::read_tail(std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    in_ = read_varint(in_, end_, numbers_[i]);
    if (in_ == nullptr) file_->fail("a position list is cut");
  }
  filled_ = count;
  if (count == 0) file_->fail("a position list is cut");
}

}  // namespace dateline
