#include "indexer/text_index/position_list_encoder.h"

#include <algorithm>

#include "common/text_index/varint.h"

namespace dateline::indexer {

void BitWriter::append(const BitWriter& other) {
  for (const std::uint64_t word : other.words_) {
    append(word & 0xffff'ffff, 32);
    append(word >> 32, 32);
  }
  append(other.word_ & 0xffff'ffff, std::min(other.filled_, 32u));
  if (other.filled_ > 32) append(other.word_ >> 32, other.filled_ - 32);
}

void BitWriter::clear() {
  words_.clear();
  word_ = 0;
  filled_ = 0;
}

void BitWriter::append_to(std::string& out) const {
  out.append(reinterpret_cast<const char*>(words_.data()), words_.size() * sizeof(std::uint64_t));
  out.append(reinterpret_cast<const char*>(&word_), (filled_ + 7) / 8);
}

void PositionListEncoder::finish() {
  if (in_chunks_) {
    if (postings_ % kBlockPostings == 0) note_place();
    encode_last_chunk();
  } else if (!numbers_.empty()) {
    encode_coded();
  }
}

void PositionListEncoder::clear() {
  for (auto* numbers : {&starts_, &articles_, &occurrences_, &numbers_}) numbers->clear();
  bytes_.clear();
  skips_.clear();
  postings_ = chunk_numbers_ = 0;
  in_chunks_ = false;
}

// All postings so far, the last without its numbers.
void PositionListEncoder::cut_into_chunks() {
  in_chunks_ = true;
  std::size_t next = 0;
  for (std::size_t i = 0; i < occurrences_.size(); ++i) {
    if (i % kBlockPostings == 0) note_place();
    const std::size_t end = std::min(next + occurrences_[i], numbers_.size());
    while (next < end) add_to_chunk(numbers_[next++]);
  }
}

void PositionListEncoder::encode_chunk() {
  append_patched(chunk_.data(), bytes_);
  chunk_numbers_ = 0;
}

void PositionListEncoder::encode_last_chunk() {
  if (chunk_numbers_ > 0 && !bytes_.empty()) bytes_.push_back(static_cast<char>(kPositionTail));
  for (std::uint32_t i = 0; i < chunk_numbers_; ++i) append_varint(chunk_[i], bytes_);
}

void PositionListEncoder::encode_coded() {
  std::span<const std::uint32_t> left = numbers_;
  for (std::size_t i = 0; i < postings_;) {
    note_place();
    const std::size_t end = std::min<std::size_t>(i + kBlockPostings, postings_);
    const bool is_full = end - i == kBlockPostings;
    for (; i < end; ++i) {
      encode_posting(articles_[i], left.first(occurrences_[i]));
      left = left.subspan(occurrences_[i]);
    }
    if (is_full) append_varint(low_.bits(), bytes_);
    low_.append(high_);
    low_.append_to(bytes_);
    low_.clear();
    high_.clear();
  }
  if (postings_ % kBlockPostings == 0) note_place();
}

void PositionListEncoder::encode_posting(std::uint32_t article,
                                         std::span<const std::uint32_t> numbers) {
  const auto [low_bits, has_high] =
      position_code(lengths_.words[article - 1], static_cast<std::uint32_t>(numbers.size()));
  const std::uint32_t mask = (1u << low_bits) - 1;
  for (const std::uint32_t number : numbers) {
    low_.append(number & mask, low_bits);
    if (!has_high) continue;
    high_.append_zeros(number >> low_bits);
    high_.append(1, 1);
  }
}

}  // namespace dateline::indexer
