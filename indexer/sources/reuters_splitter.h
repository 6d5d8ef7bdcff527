// Finds the <REUTERS> elements of a file of the Reuters-21578 distribution.
#pragma once

#include <cstddef>

#include "indexer/sources/byte_window.h"
#include "indexer/sources/record_splitter.h"

namespace dateline::indexer {

// What stands outside of the elements (the document type, white space) is passed over. An element
// that is not closed before the next begins is a BadRecord.
class ReutersSplitter final : public RecordSplitter {
 public:
  // `window` outlives the splitter.
  ReutersSplitter(ByteWindow& window, std::size_t max_record_bytes)
      : window_(window), max_record_bytes_(max_record_bytes) {}

  // Records are from "<REUTERS" to "</REUTERS>", both inside.
  std::optional<std::variant<Record, BadRecord>> next() override;

 private:
  bool go_to_begin();

  ByteWindow& window_;
  std::size_t max_record_bytes_;
};

}  // namespace dateline::indexer
