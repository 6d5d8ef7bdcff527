#include "searcher/query/pattern_reader.h"

#include <algorithm>

#include "common/text/ascii.h"
#include "common/text/unicode.h"

namespace dateline::searcher {
namespace {

constexpr char32_t kAnyRun = 0x10600;
constexpr char32_t kAnyOne = 0x10601;
constexpr char32_t kFuzzy = 0x10602;
constexpr char32_t kOneEdit = 0x10603;
constexpr char32_t kTwoEdits = 0x10604;
constexpr std::size_t kShortWord = 5;  // up to here, "~" is one edit

bool is_pattern_letter(char32_t c) {
  return c >= kAnyRun && c <= kTwoEdits;
}

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool is_in_word(char32_t c) {
  const CharacterClass kind = classify(c);
  return kind == CharacterClass::kWord || kind == CharacterClass::kMark ||
         kind == CharacterClass::kIgnored;
}

bool has_ideograph(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    if (classify(c.value) == CharacterClass::kIdeograph) return true;
    at += c.bytes;
  }
  return false;
}

// Writes one run between blanks.
class ChunkWriter {
 public:
  ChunkWriter(std::string_view chunk, std::string& out) : chunk_(chunk), out_(out) {}

  void write() {
    const bool has_signs = !has_ideograph(chunk_);
    while (at_ < chunk_.size()) {
      if (!has_signs || !write_sign()) write_character();
    }
  }

 private:
  bool write_sign() {
    switch (chunk_[at_]) {
      case '*':
        at_ = std::min(chunk_.find_first_not_of('*', at_), chunk_.size());
        return put(kAnyRun);
      case '?':
        return write_any_one();
      case '~':
        return write_fuzzy();
      default:
        return false;
    }
  }

  bool write_any_one() {
    const std::size_t end = std::min(chunk_.find_first_not_of('?', at_), chunk_.size());
    if (!is_word_at(end)) return false;
    for (; at_ < end; ++at_) put(kAnyOne);
    return true;
  }

  bool write_fuzzy() {
    if (!after_word_) return false;
    const char edits = at_ + 1 < chunk_.size() ? chunk_[at_ + 1] : '\0';
    const bool is_counted = edits == '1' || edits == '2';
    const std::size_t end = at_ + (is_counted ? 2 : 1);
    if (is_word_at(end)) return false;
    at_ = end;
    if (!is_counted) return put(kFuzzy);
    return put(edits == '1' ? kOneEdit : kTwoEdits);
  }

  void write_character() {
    const CodePoint c = decode(chunk_, at_);
    after_word_ = is_in_word(c.value);
    if (is_pattern_letter(c.value)) {
      out_ += ' ';
      after_word_ = false;
    } else {
      out_ += chunk_.substr(at_, c.bytes);
    }
    at_ += c.bytes;
  }

  bool put(char32_t letter) {
    append_utf8(letter, out_);
    return after_word_ = true;
  }

  bool is_word_at(std::size_t at) const {
    return at < chunk_.size() && is_in_word(decode(chunk_, at).value);
  }

  std::string_view chunk_;
  std::string& out_;
  std::size_t at_ = 0;
  bool after_word_ = false;  // what was written last belongs to a word
};

}  // namespace

std::string with_pattern_letters(std::string_view typed) {
  std::string text;
  while (!typed.empty()) {
    const auto blank = std::find_if(typed.begin(), typed.end(), is_blank);
    const auto size = static_cast<std::size_t>(blank - typed.begin());
    ChunkWriter(typed.substr(0, size), text).write();
    typed.remove_prefix(size);
    if (typed.empty()) break;
    text += typed.front();
    typed.remove_prefix(1);
  }
  return text;
}

bool holds_pattern(std::string_view term) {
  for (std::size_t at = term.find(kPatternLetter); at != std::string_view::npos;
       at = term.find(kPatternLetter, at + 1)) {
    if (is_pattern_letter(decode(term, at).value)) return true;
  }
  return false;
}

std::optional<WordPattern> pattern_of(std::string_view term) {
  WordPattern pattern;
  std::size_t characters = 0;
  bool has_wildcard = false;
  char32_t fuzzy = 0;
  for (std::size_t at = 0; at < term.size();) {
    const CodePoint c = decode(term, at);
    if (c.value == kAnyRun || c.value == kAnyOne) {
      has_wildcard = true;
      const bool doubled = c.value == kAnyRun && pattern.text.ends_with('*');
      if (!doubled) pattern.text += c.value == kAnyRun ? '*' : '?';
    } else if (is_pattern_letter(c.value)) {
      fuzzy = c.value;
    } else {
      ++characters;
      pattern.text += term.substr(at, c.bytes);
    }
    at += c.bytes;
  }
  if (characters == 0) return std::nullopt;
  if (fuzzy == kOneEdit) pattern.edits = 1;
  if (fuzzy == kTwoEdits) pattern.edits = 2;
  if (fuzzy == kFuzzy) pattern.edits = characters <= kShortWord ? 1 : 2;
  if (has_wildcard) pattern.edits = 0;
  return pattern;
}

}  // namespace dateline::searcher
