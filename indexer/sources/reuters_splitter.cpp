#include "indexer/sources/reuters_splitter.h"

#include <algorithm>
#include <string>

namespace dateline::indexer {
namespace {

constexpr std::string_view kBegin = "<REUTERS";
constexpr std::string_view kEnd = "</REUTERS>";

}  // namespace

// False at the end of the stream.
bool ReutersSplitter::go_to_begin() {
  for (;;) {
    const auto bytes = window_.bytes();
    const auto begin = bytes.find(kBegin);
    if (begin != std::string_view::npos) {
      window_.consume(begin);
      return true;
    }
    // The mark may be cut in two by the end of what has been read.
    window_.consume(bytes.size() - std::min(bytes.size(), kBegin.size() - 1));
    if (!window_.grow()) return false;
  }
}

std::optional<std::variant<Record, BadRecord>> ReutersSplitter::next() {
  if (!go_to_begin()) return std::nullopt;
  const auto line = window_.line();
  for (std::size_t searched = kBegin.size();;) {
    const auto bytes = window_.bytes();
    const auto end = bytes.find(kEnd, searched);
    const auto following = bytes.substr(0, end).find(kBegin, searched);
    if (following != std::string_view::npos) {
      window_.consume(following);
      return BadRecord{line, "a <REUTERS> element is not closed"};
    }
    if (end != std::string_view::npos) {
      Record record{line, std::string(bytes.substr(0, end + kEnd.size()))};
      window_.consume(record.bytes.size());
      return record;
    }
    if (bytes.size() > max_record_bytes_) {
      window_.consume(bytes.size());
      return BadRecord{line, "a <REUTERS> element larger than an article may be"};
    }
    searched = std::max(kBegin.size(), bytes.size() - std::min(bytes.size(), kEnd.size()));
    if (window_.grow()) continue;
    window_.consume(window_.bytes().size());
    if (!window_.failure().empty()) return std::nullopt;
    return BadRecord{line, "a <REUTERS> element is not closed"};
  }
}

}  // namespace dateline::indexer
