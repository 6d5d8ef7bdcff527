#include "searcher/words/word_filter.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "common/text/ascii.h"
#include "common/text/unicode.h"

namespace dateline::searcher {
namespace {

bool is_continuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

std::size_t character_end(std::string_view text, std::size_t at) {
  ++at;
  while (at < text.size() && is_continuation(text[at])) ++at;
  return at;
}

// Neither signs nor capitals: no symbol, no pair, no word of a URL, no initialism.
bool is_plain(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const char c = word[at];
    if (ascii::is_high(c)) {
      const CodePoint point = decode(word, at);
      if (is_currency_sign(point.value)) return false;
      at += point.bytes;
      continue;
    }
    if (c != '.' && (!ascii::is_alphanumeric(c) || ascii::is_upper(c))) return false;
    ++at;
  }
  return true;
}

class WildcardFilter final : public WordFilter {
 public:
  explicit WildcardFilter(std::string text) : text_(std::move(text)) {
    prefix_bytes_ = text_.find_first_of("*?");
    const std::size_t last = text_.find_last_of("*?");
    if (last == std::string::npos) {
      prefix_bytes_ = text_.size();
    } else {
      end_ = text_.substr(last + 1);
    }
  }

  std::string_view prefix() const override {
    return std::string_view(text_).substr(0, prefix_bytes_);
  }

  Verdict look_at(std::string_view word) override {
    if (word.size() < prefix_bytes_ + end_.size() || !word.ends_with(end_)) return {};
    return {fits(word) && is_plain(word), 0};
  }

 private:
  // After a '*' the shortest run is tried first; of several '*' only the last needs another try.
  bool fits(std::string_view word) const {
    std::size_t p = prefix_bytes_;
    std::size_t w = prefix_bytes_;
    std::size_t star = std::string::npos;
    std::size_t resume = 0;
    while (w < word.size()) {
      if (p < text_.size() && text_[p] == '*') {
        star = p++;
        if (p == text_.size()) return true;
        resume = w;
      } else if (p < text_.size() && text_[p] == '?') {
        ++p;
        w = character_end(word, w);
      } else if (p < text_.size() && text_[p] == word[w]) {
        ++p;
        ++w;
      } else if (star != std::string::npos) {
        p = star + 1;
        w = resume = character_end(word, resume);
      } else {
        return false;
      }
    }
    return text_.find_first_not_of('*', p) == std::string::npos;
  }

  std::string text_;
  std::size_t prefix_bytes_ = 0;
  std::string end_;  // all words that match end so
};

// The distance is optimal string alignment: Levenshtein's edits and swapped neighbours.
class FuzzyFilter final : public WordFilter {
 public:
  FuzzyFilter(std::string_view text, std::uint8_t edits, std::string_view first_bytes)
      : edits_(edits), prefix_(first_bytes) {
    for (std::size_t at = 0; at < text.size();) {
      const CodePoint c = decode(text, at);
      wanted_ += c.value;
      at += c.bytes;
    }
    Row& first = rows_.emplace_back();
    for (std::size_t j = 0; j <= wanted_.size(); ++j) first.cells.push_back(saturated(j));
  }

  std::string_view prefix() const override { return prefix_; }

  Verdict look_at(std::string_view word) override {
    go_back_to_shared(word);
    while (!rows_[depth_].hopeless && rows_[depth_].end < word.size()) {
      const CodePoint c = decode(word, rows_[depth_].end);
      add_row(c.value, rows_[depth_].end + c.bytes);
    }
    const Row& row = rows_[depth_];
    if (row.hopeless) return {false, row.end};
    return {row.cells.back() <= edits_ && is_plain(word), 0};
  }

 private:
  // Of the first characters of a word.
  struct Row {
    std::vector<std::uint8_t> cells;  // the distance to each beginning of the wanted word
    std::uint8_t least = 0;
    char32_t character = 0;  // the last one
    std::size_t end = 0;     // behind it, in bytes
    bool hopeless = false;
  };

  static std::uint8_t saturated(std::size_t distance) {
    return static_cast<std::uint8_t>(std::min<std::size_t>(distance, 255));
  }

  void go_back_to_shared(std::string_view word) {
    const auto differs = std::mismatch(word.begin(), word.end(), word_.begin(), word_.end());
    const auto shared = static_cast<std::size_t>(differs.first - word.begin());
    while (rows_[depth_].end > shared) --depth_;
    word_ = word;
  }

  void add_row(char32_t c, std::size_t end) {
    if (rows_.size() == ++depth_) rows_.emplace_back().cells.resize(wanted_.size() + 1);
    Row& row = rows_[depth_];
    const Row& above = rows_[depth_ - 1];
    row.character = c;
    row.end = end;
    row.cells[0] = saturated(above.cells[0] + 1u);
    row.least = row.cells[0];
    for (std::size_t j = 1; j <= wanted_.size(); ++j) {
      const unsigned change = above.cells[j - 1] + (wanted_[j - 1] == c ? 0u : 1u);
      unsigned cell = std::min({above.cells[j] + 1u, row.cells[j - 1] + 1u, change});
      const bool swapped =
          depth_ > 1 && j > 1 && wanted_[j - 2] == c && wanted_[j - 1] == above.character;
      if (swapped) cell = std::min(cell, rows_[depth_ - 2].cells[j - 2] + 1u);
      row.cells[j] = saturated(cell);
      row.least = std::min(row.least, row.cells[j]);
    }
    // The next row may come from the one above too, by a swap.
    row.hopeless = row.least > edits_ && above.least >= edits_;
  }

  std::u32string wanted_;
  std::uint8_t edits_;
  std::string prefix_;
  std::string word_;       // the last one
  std::vector<Row> rows_;  // rows_[0] is of no character; those after depth_ are to be written anew
  std::size_t depth_ = 0;
};

}  // namespace

std::unique_ptr<WordFilter> make_filter(const WordPattern& pattern, std::string_view first) {
  if (pattern.edits == 0) return std::make_unique<WildcardFilter>(pattern.text);
  return std::make_unique<FuzzyFilter>(pattern.text, pattern.edits, first);
}

}  // namespace dateline::searcher
