#include "indexer/sources/json_repair.h"

#include <algorithm>
#include <array>
#include <string_view>

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

class Repairer {
 public:
  explicit Repairer(std::string_view json) : rest_(json) { repaired_.reserve(json.size() + 64); }

  JsonRepair run() {
    while (!rest_.empty()) {
      if (rest_.front() == '"') {
        keep(1);
        follow_string();
      } else if (!replace_number()) {
        keep(1);
      }
    }
    return found_;
  }
  std::string take() { return std::move(repaired_); }

 private:
  void keep(std::size_t bytes) {
    repaired_ += rest_.substr(0, bytes);
    rest_.remove_prefix(std::min(bytes, rest_.size()));
  }

  void follow_string() {
    while (!rest_.empty() && rest_.front() != '"') {
      if (rest_.front() == '\\') {
        follow_escape();
      } else {
        keep(std::min(rest_.find_first_of("\"\\"), rest_.size()));
      }
    }
    keep(1);
  }

  void follow_escape() {
    if (is_high(rest_) && is_low(rest_.substr(kEscapeBytes))) {
      keep(2 * kEscapeBytes);
    } else if (is_high(rest_) || is_low(rest_)) {
      repaired_ += "\\ufffd";
      rest_.remove_prefix(kEscapeBytes);
      found_.half_characters = true;
    } else {
      keep(2);
    }
  }

  bool replace_number() {
    constexpr std::array<std::string_view, 3> kNumbers = {"NaN", "Infinity", "-Infinity"};
    const auto is_here = [&](std::string_view number) { return rest_.starts_with(number); };
    const auto number = std::ranges::find_if(kNumbers, is_here);
    if (number == kNumbers.end()) return false;
    repaired_ += "null";
    rest_.remove_prefix(number->size());
    found_.numbers = true;
    return true;
  }

  std::string_view rest_;
  std::string repaired_;
  JsonRepair found_;
};

}  // namespace

JsonRepair repair_json(std::string& json) {
  Repairer repairer(json);
  const JsonRepair found = repairer.run();
  if (found.numbers || found.half_characters) json = repairer.take();
  return found;
}

}  // namespace dateline::indexer
