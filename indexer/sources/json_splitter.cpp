#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "common/text/ascii.h"
#include "indexer/sources/byte_stream.h"
#include "indexer/sources/record_splitter.h"

namespace dateline::indexer {
namespace {

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

bool is_separator(char c) {
  return ascii::is_space(c) || c == ',' || c == '[' || c == ']' || c == '\x1e';
}

bool ends_junk(char c) {
  return c == '\n' || c == '{';
}

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
  Verdict follow(std::string_view bytes, std::size_t& at) {
    while (at < bytes.size()) {
      if (in_string_) {
        if (!follow_string(bytes, at)) return Verdict::kOpenString;
        continue;
      }
      const char c = bytes[at];
      const Verdict verdict = follow_mark(c);
      if (verdict == Verdict::kStrayObject) return verdict;
      ++at;
      if (verdict != Verdict::kInside) return verdict;
      if (!ascii::is_space(c)) last_ = c;
    }
    return Verdict::kInside;
  }

  void reset() { *this = JsonNesting(); }

 private:
  bool follow_string(std::string_view bytes, std::size_t& at) {
    for (; at < bytes.size(); ++at) {
      const char c = bytes[at];
      if (c == '\n') {
        ++at;
        return false;
      }
      if (escaped_) {
        escaped_ = false;
      } else if (c == '\\') {
        escaped_ = true;
      } else if (c == '"') {
        ++at;
        in_string_ = false;
        return true;
      }
    }
    return true;
  }

  Verdict follow_mark(char mark) {
    if (mark == '{' || mark == '[') return open(mark);
    if (mark == '}' || mark == ']') return close(mark);
    if (mark == '"') in_string_ = true;
    return Verdict::kInside;
  }

  // An object can only stand behind ':' in an object, and behind '[' or ',' in a list. Elsewhere it
  // is the next record, and the one before was cut off.
  Verdict open(char bracket) {
    if (bracket == '{' && deeper_ == 0 && !open_brackets_.empty()) {
      const bool in_object = open_brackets_.back() == '{';
      const bool fits = in_object ? last_ == ':' : last_ == '[' || last_ == ',';
      if (!fits) return Verdict::kStrayObject;
    }
    if (open_brackets_.size() < kMaxKnownDepth) {
      open_brackets_.push_back(bracket);
    } else {
      ++deeper_;
    }
    return Verdict::kInside;
  }

  Verdict close(char bracket) {
    if (deeper_ > 0) {
      --deeper_;
      return Verdict::kInside;
    }
    const char opened = bracket == '}' ? '{' : '[';
    if (open_brackets_.empty() || open_brackets_.back() != opened) return Verdict::kStrayBracket;
    open_brackets_.pop_back();
    return open_brackets_.empty() ? Verdict::kClosed : Verdict::kInside;
  }

  // Deeper brackets are only counted, so that a file of nothing but brackets takes no memory.
  static constexpr std::size_t kMaxKnownDepth = 1 << 16;

  std::vector<char> open_brackets_;
  std::size_t deeper_ = 0;
  char last_ = '\0';  // the last byte that is no space, outside of strings
  bool in_string_ = false;
  bool escaped_ = false;
};

class JsonSplitter final : public RecordSplitter {
 public:
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

std::optional<std::variant<Record, BadRecord>> JsonSplitter::next() {
  while (skip_separators()) {
    if (window_.bytes().front() == '{') return cut_object();
    if (auto bad = skip_junk()) return *std::move(bad);
  }
  return std::nullopt;
}

// False at the end of the stream.
// A byte order mark may stand before any object: files that begin with one are put together.
bool JsonSplitter::skip_separators() {
  do {
    const auto bytes = window_.bytes();
    const auto kept = std::ranges::find_if_not(bytes, is_separator);
    window_.consume(static_cast<std::size_t>(kept - bytes.begin()));
    if (window_.bytes().starts_with('\xef')) window_.grow_to(kByteOrderMark.size());
    if (window_.bytes().starts_with(kByteOrderMark)) window_.consume(kByteOrderMark.size());
  } while (window_.bytes().empty() && window_.grow());
  return !window_.bytes().empty();
}

// What stands where an object should: reported once for a line, and not at all where it is the rest
// of a broken object.
std::optional<BadRecord> JsonSplitter::skip_junk() {
  const auto line = window_.line();
  do {
    const auto bytes = window_.bytes();
    const auto end = std::ranges::find_if(bytes, ends_junk);
    window_.consume(static_cast<std::size_t>(end - bytes.begin()));
  } while (window_.bytes().empty() && window_.grow());
  if (recovering_ || std::exchange(junk_line_, line) == line) return std::nullopt;
  return BadRecord{line, "not a JSON object"};
}

// An object that is too large is followed to its end all the same, without being kept: only so the
// next one is found.
std::optional<std::variant<Record, BadRecord>> JsonSplitter::cut_object() {
  using Verdict = JsonNesting::Verdict;
  const auto line = window_.line();
  nesting_.reset();
  recovering_ = false;
  bool too_large = false;
  for (std::size_t at = 0;;) {
    const Verdict verdict = nesting_.follow(window_.bytes(), at);
    too_large = too_large || at > max_record_bytes_;
    if (verdict == Verdict::kInside) {
      if (too_large) window_.consume(std::exchange(at, 0));
      if (window_.grow()) continue;
      window_.consume(at);
      if (!window_.failure().empty()) return std::nullopt;
      return BadRecord{line, "a JSON object is not closed"};
    }
    Record record{line, std::string(window_.bytes().substr(0, too_large ? 0 : at))};
    window_.consume(at);
    if (too_large) return BadRecord{line, "a JSON object larger than an article may be"};
    if (verdict == Verdict::kClosed) return record;
    recovering_ = true;
    if (verdict == Verdict::kOpenString) return BadRecord{line, "a JSON string is not closed"};
    return BadRecord{line, "a JSON object is not closed"};
  }
}

}  // namespace

std::unique_ptr<RecordSplitter> make_json_splitter(ByteWindow& window,
                                                   std::size_t max_record_bytes) {
  return std::make_unique<JsonSplitter>(window, max_record_bytes);
}

}  // namespace dateline::indexer
