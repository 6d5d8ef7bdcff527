// Follows the brackets and strings of JSON as far as needed to find where an object ends.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace dateline::indexer {

// The brackets that are open at some place inside of an object, and where strings are. Rejects only
// what would make the end of the object doubtful: the JSON parser judges the rest. Strings may have
// single quotes, as Python prints them.
class JsonNesting {
 public:
  enum class Verdict {
    kInside,        // the object goes on
    kClosed,        // it ended with the bytes that were followed
    kOpenString,    // a line ended inside of a string, and what follows is not part of it
    kStrayObject,   // '{' where none can stand: the object was cut off before it
    kStrayBracket,  // a bracket that closes another kind
  };

  // Follows `bytes` from `at` on. Afterwards `at` is behind the last byte that was followed: behind
  // the closing bracket, behind the line, before the stray '{', behind the stray bracket, or at the
  // end; or before a line end of which only more bytes can tell whether the string goes on.
  Verdict follow(std::string_view bytes, std::size_t& at);

  void reset() { *this = JsonNesting(); }

 private:
  bool follow_string(std::string_view bytes, std::size_t& at, bool& needs_more);
  Verdict follow_mark(char mark);
  Verdict open(char bracket);
  Verdict close(char bracket);

  // Deeper brackets are only counted, so that a file of nothing but brackets takes no memory.
  static constexpr std::size_t kMaxKnownDepth = 1 << 16;

  std::vector<char> open_brackets_;
  std::size_t deeper_ = 0;
  char last_ = '\0';   // the last byte that is no space, outside of strings
  char quote_ = '\0';  // of the string that is open
  bool escaped_ = false;
};

}  // namespace dateline::indexer
