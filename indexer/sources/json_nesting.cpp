#include "indexer/sources/json_nesting.h"

#include <array>

#include "common/text/ascii.h"

namespace dateline::indexer {
namespace {

// Whether a string goes on behind a line end.
enum class Line { kGoesOn, kCut, kUnknown };

std::size_t behind_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && ascii::is_space(text[at])) ++at;
  return at;
}

// The bytes inside of a string that may mean something. A table, because nearly all of an archive of
// JSON is strings, and one thread follows them.
constexpr auto kMarks = [] {
  std::array<bool, 256> marks{};
  for (const char mark : {'\n', '\\', '"', '\''}) marks[static_cast<unsigned char>(mark)] = true;
  return marks;
}();

// Where the next of kMarks stands.
std::size_t behind_plain(std::string_view text, std::size_t at) {
  while (at < text.size() && !kMarks[static_cast<unsigned char>(text[at])]) ++at;
  return at;
}

// Behind a quote: the string ends here and what was read was part of it, or a name begins, and the
// string was cut off before it.
Line after_quote(std::string_view text, char quote) {
  constexpr std::size_t kLongestName = 100;
  const std::size_t next = behind_blanks(text, 0);
  if (next == text.size()) return Line::kUnknown;
  if (text[next] == ',' || text[next] == '}' || text[next] == ']') return Line::kGoesOn;
  const std::size_t end = text.substr(0, kLongestName).find(quote);
  if (end == std::string_view::npos) {
    return text.size() < kLongestName ? Line::kUnknown : Line::kGoesOn;
  }
  const std::size_t colon = behind_blanks(text, end + 1);
  if (colon == text.size()) return Line::kUnknown;
  return text[colon] == ':' ? Line::kCut : Line::kGoesOn;
}

// Judges the beginning of the line that follows.
Line after_line_end(std::string_view text, char quote) {
  constexpr std::size_t kMostBlanks = 64;
  const std::size_t next = behind_blanks(text.substr(0, kMostBlanks), 0);
  if (next == kMostBlanks) return Line::kGoesOn;
  if (next == text.size()) return Line::kUnknown;
  const char first = text[next];
  if (first == '}' || first == ']') return Line::kCut;
  if (first == quote) return after_quote(text.substr(next + 1, 256), quote);
  if (first != '{') return Line::kGoesOn;
  const std::size_t inside = behind_blanks(text.substr(0, next + kMostBlanks), next + 1);
  if (inside >= text.size()) return Line::kUnknown;
  const char second = text[inside];
  return second == '"' || second == '\'' || second == '}' ? Line::kCut : Line::kGoesOn;
}

}  // namespace

JsonNesting::Verdict JsonNesting::follow(std::string_view bytes, std::size_t& at) {
  while (at < bytes.size()) {
    if (quote_ != '\0') {
      bool needs_more = false;
      if (!follow_string(bytes, at, needs_more)) return Verdict::kOpenString;
      if (needs_more) return Verdict::kInside;
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

// False where a line end cuts the string off; `at` is behind that line end then.
bool JsonNesting::follow_string(std::string_view bytes, std::size_t& at, bool& needs_more) {
  for (; at < bytes.size(); ++at) {
    if (!escaped_) at = behind_plain(bytes, at);
    if (at == bytes.size()) return true;
    const char c = bytes[at];
    if (c == '\n') {
      const Line line = after_line_end(bytes.substr(at + 1), quote_);
      needs_more = line == Line::kUnknown;
      if (needs_more) return true;
      if (line == Line::kCut) {
        ++at;
        return false;
      }
    }
    if (escaped_) {
      escaped_ = false;
    } else if (c == '\\') {
      escaped_ = true;
    } else if (c == quote_) {
      ++at;
      quote_ = '\0';
      return true;
    }
  }
  return true;
}

JsonNesting::Verdict JsonNesting::follow_mark(char mark) {
  if (mark == '{' || mark == '[') return open(mark);
  if (mark == '}' || mark == ']') return close(mark);
  if (mark == '"' || mark == '\'') quote_ = mark;
  return Verdict::kInside;
}

// An object can only stand behind ':' in an object, and behind '[' or ',' in a list. Elsewhere it is
// the next record, and the one before was cut off.
JsonNesting::Verdict JsonNesting::open(char bracket) {
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

JsonNesting::Verdict JsonNesting::close(char bracket) {
  if (deeper_ > 0) {
    --deeper_;
    return Verdict::kInside;
  }
  const char opened = bracket == '}' ? '{' : '[';
  if (open_brackets_.empty() || open_brackets_.back() != opened) return Verdict::kStrayBracket;
  open_brackets_.pop_back();
  return open_brackets_.empty() ? Verdict::kClosed : Verdict::kInside;
}

}  // namespace dateline::indexer
