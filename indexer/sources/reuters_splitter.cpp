#include <algorithm>
#include <string>

#include "indexer/sources/byte_stream.h"
#include "indexer/sources/record_splitter.h"

namespace dateline::indexer {
namespace {

constexpr std::string_view kBegin = "<REUTERS";
constexpr std::string_view kEnd = "</REUTERS>";

class ReutersSplitter final : public RecordSplitter {
 public:
  ReutersSplitter(ByteWindow& window, std::size_t max_record_bytes)
      : window_(window), max_record_bytes_(max_record_bytes) {}

  std::optional<std::variant<Record, BadRecord>> next() override;

 private:
  bool go_to_begin();

  ByteWindow& window_;
  std::size_t max_record_bytes_;
};

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

// Each byte is searched once: what has been looked at is passed over when more is read, but for an
// end mark that may be cut in two.
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

}  // namespace

std::unique_ptr<RecordSplitter> make_reuters_splitter(ByteWindow& window,
                                                      std::size_t max_record_bytes) {
  return std::make_unique<ReutersSplitter>(window, max_record_bytes);
}

}  // namespace dateline::indexer
