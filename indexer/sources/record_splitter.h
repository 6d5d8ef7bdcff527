// Cuts a stream of many articles into records without understanding them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

namespace dateline::indexer {

struct Record {
  std::uint64_t line = 0;  // of its first byte, counted from 1
  std::string bytes;
};

struct BadRecord {
  std::uint64_t line = 0;
  std::string reason;  // "a JSON object is not closed"
};

// One implementation a format. Holds at most one record: files may be of any size.
class RecordSplitter {
 public:
  virtual ~RecordSplitter() = default;

  // The next record, or nothing at the end. After a BadRecord it goes on with the next record that
  // can be found. A record cut off because the stream failed is not given: the stream says why.
  virtual std::optional<std::variant<Record, BadRecord>> next() = 0;
};

}  // namespace dateline::indexer
