// Finds where the JSON objects of a stream begin and end: JSON Lines, an array, or one after
// another.
#pragma once

#include <cstddef>
#include <vector>

#include "indexer/sources/byte_window.h"
#include "indexer/sources/record_splitter.h"

namespace dateline::indexer {

// The brackets that are open at some place inside of an object, and where strings are. Rejects only
// what would make the end of the object doubtful: the JSON parser judges the rest.
class JsonNesting {
 public:
  enum class Verdict {
    kInside,        // the object goes on
    kClosed,        // it ended with the bytes that were followed
    kOpenString,    // a line ended inside of a string, which JSON forbids
    kStrayObject,   // '{' where none can stand: the object was cut off before it
    kStrayBracket,  // a bracket that closes another kind
  };

  // Follows `bytes` from `at` on. Afterwards `at` is behind the last byte that was followed: behind
  // the closing bracket, behind the line, before the stray '{', behind the stray bracket, or at the
  // end.
  Verdict follow(std::string_view bytes, std::size_t& at);

  void reset() { *this = JsonNesting(); }

 private:
  bool follow_string(std::string_view bytes, std::size_t& at);
  Verdict follow_mark(char mark);
  Verdict open(char bracket);
  Verdict close(char bracket);

  // Deeper brackets are only counted, so that a file of nothing but brackets takes no memory.
  static constexpr std::size_t kMaxKnownDepth = 1 << 16;

  std::vector<char> open_brackets_;
  std::size_t deeper_ = 0;
  char last_ = '\0';  // the last byte that is no space, outside of strings
  bool in_string_ = false;
  bool escaped_ = false;
};

// Between the objects white space, ',', '[' and ']' are passed over; anything else is a BadRecord.
// An object that is not closed ends with the line that its open string is on, or where the next one
// begins, so that a damaged line of JSON Lines takes no other with it.
class JsonSplitter final : public RecordSplitter {
 public:
  // `window` outlives the splitter.
  JsonSplitter(ByteWindow& window, std::size_t max_record_bytes)
      : window_(window), max_record_bytes_(max_record_bytes) {}

  std::optional<std::variant<Record, BadRecord>> next() override;

 private:
  bool skip_separators();
  std::optional<BadRecord> skip_junk();
  std::optional<std::variant<Record, BadRecord>> cut_object();
  BadRecord broken(std::size_t bytes, const char* reason);

  ByteWindow& window_;
  std::size_t max_record_bytes_;
  JsonNesting nesting_;
  std::uint64_t junk_line_ = 0;  // the last line where junk was reported
  bool recovering_ = false;      // inside of what is left of a broken object, already reported
};

}  // namespace dateline::indexer
