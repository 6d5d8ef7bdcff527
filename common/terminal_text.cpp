#include "common/terminal_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "common/text/unicode.h"
#include "common/utf8.h"

namespace dateline {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

// Ascending. What Unicode calls default-ignorable or format (Cf), save the variation selectors that
// choose an emoji's look, and the joiners (see is_joiner).
constexpr Range kHidden[] = {
    {0x00ad, 0x00ad},      // soft hyphen
    {0x034f, 0x034f},      // combining grapheme joiner
    {0x061c, 0x061c},      // Arabic letter mark
    {0x115f, 0x1160},      // Hangul fillers
    {0x17b4, 0x17b5},      // Khmer inherent vowels
    {0x180b, 0x180f},      // Mongolian selectors and vowel separator
    {0x200b, 0x200f},      // zero-width space, joiners, direction marks
    {0x2028, 0x202e},      // separators, bidirectional embeddings and overrides
    {0x2060, 0x206f},      // word joiner, invisible operators, isolates, deprecated controls
    {0x3164, 0x3164},      // Hangul filler
    {0xfeff, 0xfeff},      // byte order mark
    {0xffa0, 0xffa0},      // halfwidth Hangul filler
    {0xfff0, 0xfffb},      // interlinear annotation
    {0x1'bca0, 0x1'bca3},  // shorthand controls
    {0x1'd173, 0x1'd17a},  // musical controls
    {0xe'0000, 0xe'0fff},  // tags and supplementary selectors, which can carry whole texts
};

bool is_hidden(char32_t c) {
  const auto* range = std::ranges::lower_bound(kHidden, c, {}, &Range::last);
  return range != std::end(kHidden) && range->first <= c;
}

bool is_control(char32_t c) {
  return c < 0x20 || (c >= 0x7f && c < 0xa0);
}

bool is_joiner(char32_t c) {
  return c == 0x200c || c == 0x200d;
}

bool is_break(char32_t c) {
  return c == '\n' || c == '\r' || c == '\t' || c == 0x2028 || c == 0x2029;
}

std::string escape(const Utf8Character& c) {
  if (c.valid && c.value > 0xff)
    return fmt::format("\\u{{{:x}}}", static_cast<std::uint32_t>(c.value));
  if (c.value == '\n') return "\\n";
  if (c.value == '\r') return "\\r";
  if (c.value == '\t') return "\\t";
  // A C1 control or soft hyphen is a character, not the byte of its number.
  const char* form = c.valid && c.value >= 0x80 ? "\\u{{{:x}}}" : "\\x{:02x}";
  return fmt::format(fmt::runtime(form), static_cast<std::uint32_t>(c.value));
}

bool must_escape(const Utf8Character& c, char32_t before) {
  if (!c.valid || is_control(c.value)) return true;
  if (is_joiner(c.value)) return before < 0x80;
  return is_hidden(c.value);
}

// The break as `breaks` wants it, or nullptr where it is to be escaped.
const char* shown_break(char32_t c, Breaks breaks) {
  if (breaks == Breaks::kSpace) return " ";
  if (breaks == Breaks::kKeep && c == '\n') return "\n";
  if (breaks == Breaks::kKeep && c == '\t') return " ";
  return nullptr;
}

}  // namespace

std::string printable(std::string_view text, Breaks breaks) {
  std::string shown;
  shown.reserve(text.size());
  char32_t before = 0;
  while (!text.empty()) {
    const Utf8Character c = first_character(text);
    const char* as_break = c.valid && is_break(c.value) ? shown_break(c.value, breaks) : nullptr;
    if (as_break != nullptr) {
      shown += as_break;
    } else if (must_escape(c, before)) {
      shown += escape(c);
    } else {
      shown += text.substr(0, c.bytes);
    }
    before = c.valid ? c.value : 0;
    text.remove_prefix(c.bytes);
  }
  return shown;
}

bool is_safe_in_terminal(char32_t character) {
  return !is_control(character) && !is_hidden(character);
}

std::size_t display_width(std::string_view printable_text) {
  std::size_t columns = 0;
  while (!printable_text.empty()) {
    const Utf8Character c = first_character(printable_text);
    columns += column_width(c.value);
    printable_text.remove_prefix(c.bytes);
  }
  return columns;
}

std::string wrapped(std::string_view printable_text, std::size_t columns) {
  std::string lines;
  std::size_t taken = 0;
  while (true) {
    printable_text.remove_prefix(
        std::min(printable_text.find_first_not_of(' '), printable_text.size()));
    if (printable_text.empty()) return lines;
    const std::string_view word = printable_text.substr(0, printable_text.find(' '));
    printable_text.remove_prefix(word.size());
    const std::size_t width = display_width(word);
    const bool fits = taken + 1 + width <= columns;
    if (!lines.empty()) lines += fits ? ' ' : '\n';
    taken = lines.empty() || !fits ? width : taken + 1 + width;
    lines += word;
  }
}

}  // namespace dateline
