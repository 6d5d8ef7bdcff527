// The terms of several inputs, walked over together in order.
#pragma once

#include <cstdint>
#include <memory>
#include <queue>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/text_index/text_index_input.h"

namespace dateline::indexer {

// One input's terms, and how much its article numbers go up by.
struct MergedStream {
  std::unique_ptr<TermStream> terms;
  std::size_t input;
  std::uint32_t base;
};

// Walks over the terms of all inputs together: after advance(), current() are the streams, in order
// of input, that stand on the smallest term.
class TermMerge {
 public:
  explicit TermMerge(std::vector<MergedStream> streams) : streams_(std::move(streams)) {
    for (MergedStream& stream : streams_) {
      if (!stream.terms->done()) waiting_.push(&stream);
    }
  }

  bool advance() {
    for (MergedStream* stream : current_) {
      stream->terms->next();
      if (!stream->terms->done()) waiting_.push(stream);
    }
    current_.clear();
    while (!waiting_.empty() &&
           (current_.empty() || waiting_.top()->terms->text() == current_[0]->terms->text())) {
      current_.push_back(waiting_.top());
      waiting_.pop();
    }
    return !current_.empty();
  }

  const std::vector<MergedStream*>& current() const { return current_; }

 private:
  struct Later {
    bool operator()(const MergedStream* a, const MergedStream* b) const {
      const int order = a->terms->text().compare(b->terms->text());
      return order != 0 ? order > 0 : a->input > b->input;
    }
  };

  std::vector<MergedStream> streams_;
  std::priority_queue<MergedStream*, std::vector<MergedStream*>, Later> waiting_;
  std::vector<MergedStream*> current_;
};

}  // namespace dateline::indexer
