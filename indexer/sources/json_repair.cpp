#include "indexer/sources/json_repair.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include "common/text/ascii.h"

namespace dateline::indexer {
namespace {

constexpr std::size_t kEscapeBytes = 6;  // of "\ud83d"

// Whether `text` begins with the escape of a surrogate whose third digit is among `digits`.
bool is_surrogate(std::string_view text, std::string_view digits) {
  return text.size() >= kEscapeBytes && (text.starts_with("\\ud") || text.starts_with("\\uD")) &&
         digits.find(text[3]) != std::string_view::npos;
}
bool is_high(std::string_view text) {
  return is_surrogate(text, "89abAB");
}
bool is_low(std::string_view text) {
  return is_surrogate(text, "cdefCDEF");
}

bool is_hexadecimal(std::string_view digits) {
  return digits.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
}

struct Word {
  std::string_view written;
  std::string_view json;
};

constexpr auto kWords = std::to_array<Word>({
    {"NaN", "null"},
    {"nan", "null"},
    {"Infinity", "null"},
    {"inf", "null"},
    {"undefined", "null"},
    {"None", "null"},
    {"True", "true"},
    {"False", "false"},
});

constexpr auto kWrappers =
    std::to_array<std::string_view>({"ISODate", "ObjectId", "NumberLong", "NumberInt",
                                     "NumberDecimal", "Timestamp", "UUID", "Decimal", "Date"});

constexpr std::string_view kDatetime = "datetime.datetime";

class Repairer {
 public:
  explicit Repairer(std::string_view json) : rest_(json) {
    repaired_.json.reserve(json.size() + 64);
  }

  std::optional<RepairedJson> run() {
    while (!rest_.empty()) {
      const char c = rest_.front();
      if (c == '"' || c == '\'') {
        follow_string(c);
      } else if (c == ',') {
        follow_comma();
      } else if (ascii::is_alphanumeric(c) || c == '-') {
        follow_word();
      } else if (c == ')' && open_calls_ > 0) {
        --open_calls_;
        rest_.remove_prefix(1);
      } else {
        keep(1);
      }
    }
    if (!changed_) return std::nullopt;
    return std::move(repaired_);
  }

 private:
  void keep(std::size_t bytes) {
    repaired_.json += rest_.substr(0, bytes);
    rest_.remove_prefix(std::min(bytes, rest_.size()));
  }

  void put(std::size_t bytes, std::string_view instead) {
    repaired_.json += instead;
    rest_.remove_prefix(std::min(bytes, rest_.size()));
    changed_ = true;
  }

  void follow_comma() {
    const std::size_t next = rest_.find_first_not_of(" \t\r\n", 1);
    if (next != std::string_view::npos && (rest_[next] == '}' || rest_[next] == ']')) {
      put(1, "");
    } else {
      keep(1);
    }
  }

  void follow_string(char quote) {
    if (quote == '"') {
      keep(1);
    } else {
      put(1, "\"");
    }
    while (!rest_.empty() && rest_.front() != quote) {
      const char c = rest_.front();
      if (c == '\\') {
        follow_escape();
      } else if (c == '"') {
        put(1, "\\\"");
      } else if (static_cast<unsigned char>(c) < 0x20) {
        put(1, fmt::format("\\u{:04x}", c));
      } else {
        keep(plain_bytes());
      }
    }
    if (!rest_.empty()) put_quote(quote);
  }

  void put_quote(char quote) {
    if (quote == '"') {
      keep(1);
    } else {
      put(1, "\"");
    }
  }

  // So many bytes may stand in any string as they are; at least one.
  std::size_t plain_bytes() const {
    const auto ends = [](char c) {
      return c == '"' || c == '\'' || c == '\\' || static_cast<unsigned char>(c) < 0x20;
    };
    const auto end = std::find_if(rest_.begin() + 1, rest_.end(), ends);
    return static_cast<std::size_t>(end - rest_.begin());
  }

  void follow_escape() {
    if (is_high(rest_) && is_low(rest_.substr(kEscapeBytes))) {
      keep(2 * kEscapeBytes);
    } else if (is_high(rest_) || is_low(rest_)) {
      put(kEscapeBytes, "\\ufffd");
      repaired_.characters_replaced = true;
    } else if (rest_.starts_with("\\'")) {
      put(2, "'");
    } else if (rest_.starts_with("\\x") && rest_.size() >= 4 &&
               is_hexadecimal(rest_.substr(2, 2))) {
      put(4, fmt::format("\\u00{}", rest_.substr(2, 2)));
    } else if (rest_.starts_with("\\U") && rest_.size() >= 10) {
      follow_wide_escape();
    } else {
      keep(2);
    }
  }

  // Python's \U0001f600, as the two halves that JSON has for it.
  void follow_wide_escape() {
    unsigned code = 0;
    const char* const digits = rest_.data() + 2;
    const auto read = std::from_chars(digits, digits + 8, code, 16);
    if (read.ptr != digits + 8 || code < 0x10000 || code > 0x10FFFF) return keep(2);
    code -= 0x10000;
    put(10, fmt::format("\\u{:04x}\\u{:04x}", 0xD800 + (code >> 10), 0xDC00 + (code & 0x3FF)));
  }

  // A word outside of strings: "true", "-12.5e7", "None", "ObjectId".
  void follow_word() {
    const auto ends = [](char c) { return !ascii::is_alphanumeric(c) && c != '.' && c != '-'; };
    const auto end = std::find_if(rest_.begin(), rest_.end(), ends);
    auto word = std::string_view(rest_.begin(), end);
    const bool is_call = end != rest_.end() && *end == '(';
    if (is_call && word == kDatetime) return follow_datetime();
    if (is_call && std::ranges::find(kWrappers, word) != kWrappers.end()) {
      ++open_calls_;
      return put(word.size() + 1, "");
    }
    const std::string_view unsigned_word = word.starts_with('-') ? word.substr(1) : word;
    const auto known = std::ranges::find(kWords, unsigned_word, &Word::written);
    if (known == kWords.end()) return keep(word.size());
    put(word.size(), known->json);
  }

  void follow_datetime() {
    const std::size_t end = rest_.substr(0, 200).find(')');
    std::vector<int> numbers;
    auto inside = rest_.substr(0, std::min(end, rest_.size())).substr(kDatetime.size() + 1);
    while (!inside.empty() && numbers.size() < 6) {
      inside.remove_prefix(std::min(inside.find_first_not_of(", "), inside.size()));
      int number = 0;
      const auto read = std::from_chars(inside.data(), inside.data() + inside.size(), number);
      if (read.ec != std::errc() || number < 0) break;
      numbers.push_back(number);
      inside.remove_prefix(static_cast<std::size_t>(read.ptr - inside.data()));
    }
    if (end == std::string_view::npos || numbers.size() < 3) return keep(kDatetime.size());
    numbers.resize(6);
    put(end + 1, fmt::format("\"{:04}-{:02}-{:02}T{:02}:{:02}:{:02}\"", numbers[0], numbers[1],
                             numbers[2], numbers[3], numbers[4], numbers[5]));
  }

  std::string_view rest_;
  RepairedJson repaired_;
  std::size_t open_calls_ = 0;
  bool changed_ = false;
};

}  // namespace

std::optional<RepairedJson> repair_json(std::string_view text) {
  return Repairer(text).run();
}

}  // namespace dateline::indexer
