// Memory for the terms of one analysed text: handed out in pieces, taken back all at once.
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

namespace dateline {

class TermArena {
 public:
  // Room for up to `bytes` (at most kBlockBytes) characters. What is used of it must be kept with
  // keep() before the next call; pieces that were kept never move until clear().
  char* room(std::size_t bytes) {
    if (used_ + bytes > kBlockBytes) {
      ++block_;
      used_ = 0;
    }
    if (block_ == blocks_.size()) {
      blocks_.push_back(std::make_unique_for_overwrite<char[]>(kBlockBytes));
    }
    return blocks_[block_].get() + used_;
  }

  std::string_view keep(const char* start, std::size_t bytes) {
    used_ += bytes;
    return {start, bytes};
  }

  std::string_view store(std::string_view text) {
    char* const to = room(text.size());
    std::copy(text.begin(), text.end(), to);
    return keep(to, text.size());
  }

  // Forgets everything; the memory of all blocks is kept for the next text.
  void clear() {
    block_ = 0;
    used_ = 0;
  }

 private:
  static constexpr std::size_t kBlockBytes = 64 << 10;

  std::vector<std::unique_ptr<char[]>> blocks_;
  std::size_t block_ = 0;
  std::size_t used_ = 0;
};

}  // namespace dateline
