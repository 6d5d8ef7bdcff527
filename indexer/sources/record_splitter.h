// Cuts a stream of many articles into records without understanding them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>

namespace dateline::indexer {

class ByteWindow;
struct TableForm;

struct Record {
  std::uint64_t line = 0;  // of its first byte, counted from 1
  std::string bytes;

  // Of a table a record is some rows, so many as `rows` says, and the first of all is the first of
  // the first record. `table` says how they are written.
  std::uint64_t rows = 1;
  std::shared_ptr<const TableForm> table = {};
};

struct BadRecord {
  std::uint64_t line = 0;
  std::string reason;  // "a JSON object is not closed"
};

// One for each format. Holds at most one record: files may be of any size.
class RecordSplitter {
 public:
  virtual ~RecordSplitter() = default;

  // The next record, or nothing at the end. After a BadRecord it goes on with the next record that
  // can be found. A record cut off because the stream failed is not given: the stream says why.
  virtual std::optional<std::variant<Record, BadRecord>> next() = 0;
};

// `window` outlives the splitter.
using MakeSplitter = std::unique_ptr<RecordSplitter>(ByteWindow& window,
                                                     std::size_t max_record_bytes);

// JSON Lines, an array, or objects one after another, as Python prints them too. Between the objects
// white space, ',', ';', '[' and ']' are passed over; anything else is a BadRecord, but for strings
// that hold objects. An object that is not closed ends with the line that its open string is on, or
// where the next one begins, so that a damaged line of JSON Lines takes no other with it; a line end
// inside of a string is part of it where what follows can be nothing else. Of an object that is too
// large the objects inside are given, down to four levels.
MakeSplitter make_json_splitter;

// Rows of CSV or TSV, some of them a record. A row that is too large, or whose quotes are not closed,
// is a BadRecord, and reading goes on with the next line.
MakeSplitter make_table_splitter;

// The <REUTERS> elements of a file of the Reuters-21578 distribution, "<REUTERS" and "</REUTERS>"
// inside. What stands outside of them (the document type, white space) is passed over. An element
// that is not closed before the next begins is a BadRecord.
MakeSplitter make_reuters_splitter;

}  // namespace dateline::indexer
