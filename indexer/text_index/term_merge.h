// The terms of several inputs, walked over together in order.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
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

// The first eight bytes as a number that sorts as they do.
inline std::uint64_t sort_prefix(std::string_view text) {
  std::uint64_t prefix = 0;
  std::memcpy(&prefix, text.data(), std::min<std::size_t>(text.size(), sizeof prefix));
  return __builtin_bswap64(prefix);
}

// Walks over the terms of all inputs together: after advance(), current() are the streams, in order
// of input, that stand on the smallest term.
class TermMerge {
 public:
  explicit TermMerge(std::vector<MergedStream> streams) : streams_(std::move(streams)) {
    for (MergedStream& stream : streams_) wait(stream);
  }

  bool advance() {
    for (MergedStream* stream : current_) {
      stream->terms->next();
      wait(*stream);
    }
    current_.clear();
    if (waiting_.empty()) return false;
    const Waiting first = waiting_.top();
    do {
      current_.push_back(waiting_.top().stream);
      waiting_.pop();
    } while (!waiting_.empty() && waiting_.top().prefix == first.prefix &&
             waiting_.top().stream->terms->text() == first.stream->terms->text());
    return true;
  }

  const std::vector<MergedStream*>& current() const { return current_; }

 private:
  // Most terms differ in their first bytes: those are kept at hand.
  struct Waiting {
    std::uint64_t prefix;
    MergedStream* stream;
  };
  struct Later {
    bool operator()(const Waiting& a, const Waiting& b) const {
      if (a.prefix != b.prefix) return a.prefix > b.prefix;
      const int order = a.stream->terms->text().compare(b.stream->terms->text());
      return order != 0 ? order > 0 : a.stream->input > b.stream->input;
    }
  };

  void wait(MergedStream& stream) {
    if (!stream.terms->done()) waiting_.push({sort_prefix(stream.terms->text()), &stream});
  }

  std::vector<MergedStream> streams_;
  std::priority_queue<Waiting, std::vector<Waiting>, Later> waiting_;
  std::vector<MergedStream*> current_;
};

}  // namespace dateline::indexer
