#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "common/text/ascii.h"
#include "indexer/sources/byte_stream.h"
#include "indexer/sources/json_nesting.h"
#include "indexer/sources/record_splitter.h"

namespace dateline::indexer {
namespace {

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";
constexpr const char* kTooLarge = "a JSON object larger than an article may be";

bool is_separator(char c) {
  return ascii::is_space(c) || c == ',' || c == ';' || c == '[' || c == ']' || c == '\x1e';
}

bool ends_junk(char c) {
  return c == '\n' || c == '{';
}

// Where something begins in an object that is looked into.
bool opens_member(char c) {
  return c == '{' || c == '}' || c == '"' || c == '\'';
}

class JsonSplitter final : public RecordSplitter {
 public:
  JsonSplitter(ByteWindow& window, std::size_t max_record_bytes)
      : window_(window), max_record_bytes_(max_record_bytes) {}

  std::optional<std::variant<Record, BadRecord>> next() override;

 private:
  using Result = std::optional<std::variant<Record, BadRecord>>;

  // An object that is too large to be one record, whose objects are given one by one.
  struct Large {
    std::uint64_t line = 0;
    bool has_given = false;
  };
  static constexpr std::size_t kMostLarge = 4;

  bool skip_separators();
  bool skip_to(bool (*ends)(char));
  std::optional<BadRecord> skip_junk();
  Result next_inside();
  void skip_string();
  bool begins_printed_object();
  Result cut_string();
  Result cut_object();
  Result end_of_object(JsonNesting::Verdict verdict, std::size_t bytes);
  Result skip_too_large(std::uint64_t line, std::size_t at);

  ByteWindow& window_;
  std::size_t max_record_bytes_;
  JsonNesting nesting_;
  std::vector<Large> large_;
  std::uint64_t junk_line_ = 0;  // the last line where junk was reported
  bool recovering_ = false;      // inside of what is left of a broken object, already reported
};

JsonSplitter::Result JsonSplitter::next() {
  for (;;) {
    if (!large_.empty()) {
      if (auto found = next_inside()) return found;
      if (large_.empty()) continue;
      return std::nullopt;
    }
    if (!skip_separators()) return std::nullopt;
    if (window_.bytes().front() == '{') {
      if (auto found = cut_object()) return found;
      if (large_.empty()) return std::nullopt;
    } else if (begins_printed_object()) {
      return cut_string();
    } else if (auto bad = skip_junk()) {
      return *std::move(bad);
    }
  }
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

// Consumes up to a byte that ends; false at the end of the stream.
bool JsonSplitter::skip_to(bool (*ends)(char)) {
  do {
    const auto bytes = window_.bytes();
    const auto end = std::ranges::find_if(bytes, ends);
    window_.consume(static_cast<std::size_t>(end - bytes.begin()));
  } while (window_.bytes().empty() && window_.grow());
  return !window_.bytes().empty();
}

// What stands where an object should: reported once for a line, and not at all where it is the rest
// of a broken object.
std::optional<BadRecord> JsonSplitter::skip_junk() {
  const auto line = window_.line();
  skip_to(ends_junk);
  if (recovering_ || std::exchange(junk_line_, line) == line) return std::nullopt;
  return BadRecord{line, "not a JSON object"};
}

// The next object of those inside of one that is too large; nothing at its end, and at the end of
// the stream.
JsonSplitter::Result JsonSplitter::next_inside() {
  while (!large_.empty() && skip_to(opens_member)) {
    const char c = window_.bytes().front();
    if (c == '}') {
      window_.consume(1);
      const Large ended = large_.back();
      large_.pop_back();
      if (!large_.empty()) large_.back().has_given |= ended.has_given;
      if (!ended.has_given) return BadRecord{ended.line, kTooLarge};
    } else if (c == '{') {
      if (auto found = cut_object()) {
        if (!large_.empty()) large_.back().has_given = true;
        return found;
      }
      if (!window_.failure().empty()) return std::nullopt;
    } else {
      skip_string();
    }
  }
  if (large_.empty() || !window_.failure().empty()) return std::nullopt;
  const Large open = large_.front();
  large_.clear();
  return BadRecord{open.line, "a JSON object is not closed"};
}

// A string of any length, without keeping it.
void JsonSplitter::skip_string() {
  const char quote = window_.bytes().front();
  window_.consume(1);
  bool escaped = false;
  do {
    const auto bytes = window_.bytes();
    for (std::size_t at = 0; at < bytes.size(); ++at) {
      if (escaped) {
        escaped = false;
      } else if (bytes[at] == '\\') {
        escaped = true;
      } else if (bytes[at] == quote) {
        return window_.consume(at + 1);
      }
    }
    window_.consume(bytes.size());
  } while (window_.grow());
}

// A line that is an object dumped as a string: "{\"title\": ...}".
bool JsonSplitter::begins_printed_object() {
  if (window_.bytes().front() != '"') return false;
  window_.grow_to(2);
  return window_.bytes().starts_with("\"{");
}

JsonSplitter::Result JsonSplitter::cut_string() {
  const auto line = window_.line();
  bool escaped = false;
  for (std::size_t at = 1;; ++at) {
    if (at == window_.bytes().size() && !window_.grow()) {
      window_.consume(at);
      if (!window_.failure().empty()) return std::nullopt;
      return BadRecord{line, "a JSON string is not closed"};
    }
    const char c = window_.bytes()[at];
    if (c == '\n' || at > max_record_bytes_) {
      window_.consume(at);
      recovering_ = true;
      return BadRecord{line, c == '\n' ? "a JSON string is not closed" : kTooLarge};
    }
    if (c == '"' && !escaped) {
      Record record{line, std::string(window_.bytes().substr(0, at + 1))};
      window_.consume(at + 1);
      return record;
    }
    escaped = c == '\\' && !escaped;
  }
}

// Nothing at a failure of the stream, and where the object is too large and is looked into.
JsonSplitter::Result JsonSplitter::cut_object() {
  using Verdict = JsonNesting::Verdict;
  const auto line = window_.line();
  nesting_.reset();
  recovering_ = false;
  for (std::size_t at = 0;;) {
    const Verdict verdict = nesting_.follow(window_.bytes(), at);
    if (at > max_record_bytes_) return skip_too_large(line, at);
    if (verdict != Verdict::kInside) return end_of_object(verdict, at);
    if (window_.grow()) continue;
    window_.consume(window_.bytes().size());
    if (!window_.failure().empty()) return std::nullopt;
    return BadRecord{line, "a JSON object is not closed"};
  }
}

JsonSplitter::Result JsonSplitter::end_of_object(JsonNesting::Verdict verdict, std::size_t bytes) {
  Record record{window_.line(), std::string(window_.bytes().substr(0, bytes))};
  window_.consume(bytes);
  if (verdict == JsonNesting::Verdict::kClosed) return record;
  recovering_ = true;
  if (verdict == JsonNesting::Verdict::kOpenString) {
    return BadRecord{record.line, "a JSON string is not closed"};
  }
  return BadRecord{record.line, "a JSON object is not closed"};
}

// Looks into the object; below some levels it is followed to its end without being kept, so that
// the next one is found.
JsonSplitter::Result JsonSplitter::skip_too_large(std::uint64_t line, std::size_t at) {
  using Verdict = JsonNesting::Verdict;
  if (large_.size() < kMostLarge) {
    window_.consume(1);
    large_.push_back({line, false});
    return std::nullopt;
  }
  for (Verdict verdict = Verdict::kInside; verdict == Verdict::kInside;) {
    window_.consume(std::exchange(at, 0));
    verdict = nesting_.follow(window_.bytes(), at);
    if (verdict == Verdict::kInside && at == 0 && !window_.grow()) break;
  }
  window_.consume(at);
  if (!window_.failure().empty()) return std::nullopt;
  return BadRecord{line, kTooLarge};
}

}  // namespace

std::unique_ptr<RecordSplitter> make_json_splitter(ByteWindow& window,
                                                   std::size_t max_record_bytes) {
  return std::make_unique<JsonSplitter>(window, max_record_bytes);
}

}  // namespace dateline::indexer
