// A set of parts of a query, to be filled and emptied over and over.
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace dateline::searcher {

class PartSet {
 public:
  bool contains(std::size_t part) const { return part < held_.size() && held_[part] != 0; }
  std::size_t size() const { return size_; }

  void add(std::size_t part) {
    if (contains(part)) return;
    if (part >= held_.size()) held_.resize(part + 1);
    held_[part] = 1;
    ++size_;
  }

  void clear() {
    std::fill(held_.begin(), held_.end(), 0);
    size_ = 0;
  }

 private:
  std::vector<unsigned char> held_;
  std::size_t size_ = 0;
};

}  // namespace dateline::searcher
