#include "common/text/unicode.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>
#include <vector>

#include "common/text/ascii.h"

namespace dateline {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

template <std::size_t N>
bool is_in(const std::array<Range, N>& ranges, char32_t c) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [c](const Range& range) { return range.first <= c && c <= range.last; });
}

// Combining accents, Hebrew and Arabic points, and what Unicode calls default ignorable.
constexpr std::array<Range, 24> kIgnored = {{
    {0x00AD, 0x00AD}, {0x0300, 0x036F}, {0x0591, 0x05BD}, {0x05BF, 0x05BF},   {0x05C1, 0x05C2},
    {0x05C4, 0x05C5}, {0x05C7, 0x05C7}, {0x061C, 0x061C}, {0x064B, 0x0652},   {0x0670, 0x0670},
    {0x115F, 0x1160}, {0x17B4, 0x17B5}, {0x180B, 0x180F}, {0x1AB0, 0x1AFF},   {0x1DC0, 0x1DFF},
    {0x200C, 0x200F}, {0x202A, 0x202E}, {0x2060, 0x206F}, {0x20D0, 0x20FF},   {0x3164, 0x3164},
    {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0xFEFF, 0xFEFF}, {0xE0000, 0xE0FFF},
}};

constexpr std::array<Range, 15> kIdeographs = {{
    {0x1100, 0x115E},
    {0x3005, 0x3007},
    {0x3031, 0x3035},
    {0x303B, 0x303C},
    {0x3041, 0x3096},
    {0x309D, 0x309F},
    {0x30A1, 0x30FA},
    {0x30FC, 0x318E},
    {0x31A0, 0x31FF},
    {0x3400, 0x4DBF},
    {0x4E00, 0x9FFF},
    {0xA960, 0xA97C},
    {0xAC00, 0xD7A3},
    {0xF900, 0xFAFF},
    {0x20000, 0x3FFFD},
}};

bool is_half_width_hangul(char32_t c) {
  return 0xFFA1 <= c && c <= 0xFFDC;
}
bool is_half_width_katakana(char32_t c) {
  return 0xFF66 <= c && c <= 0xFF9D;
}

// Letters of Hangul standing alone. Their compatibility forms would run together into syllables.
bool is_lone_hangul_letter(char32_t c) {
  return (0x3131 <= c && c <= 0x318E) || is_half_width_hangul(c);
}

// What makes one syllable or kana with the character before it.
bool is_joining(char32_t c) {
  return (0x1161 <= c && c <= 0x11FF) || (0xD7B0 <= c && c <= 0xD7FB) || c == 0xFF9E || c == 0xFF9F;
}

bool is_apostrophe(char32_t c) {
  return c == '\'' || c == '`' || c == 0x00B4 || c == 0x02BB || c == 0x02BC || c == 0x2018 ||
         c == 0x2019 || c == 0x201B || c == 0xFF07;
}

utf8proc_category_t category(char32_t c) {
  return utf8proc_category(static_cast<utf8proc_int32_t>(c));
}

bool is_mark(utf8proc_category_t c) {
  return c == UTF8PROC_CATEGORY_MN || c == UTF8PROC_CATEGORY_MC || c == UTF8PROC_CATEGORY_ME;
}

bool is_letter_or_number(utf8proc_category_t c) {
  return (UTF8PROC_CATEGORY_LU <= c && c <= UTF8PROC_CATEGORY_LO) ||
         (UTF8PROC_CATEGORY_ND <= c && c <= UTF8PROC_CATEGORY_NO);
}

constexpr auto kFolding = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPAT |
                                                         UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD);

// A letter whose compatibility form holds a sign (½ has a fraction bar) would not stay one word.
CharacterClass classify_by_folded_form(char32_t c) {
  std::array<utf8proc_int32_t, 32> folded;
  int boundary = UTF8PROC_BOUNDCLASS_START;
  const auto length =
      utf8proc_decompose_char(static_cast<utf8proc_int32_t>(c), folded.data(),
                              static_cast<utf8proc_ssize_t>(folded.size()), kFolding, &boundary);
  if (length <= 0 || length > static_cast<utf8proc_ssize_t>(folded.size())) {
    return CharacterClass::kOther;
  }
  auto result = CharacterClass::kIgnored;
  for (utf8proc_ssize_t i = 0; i < length; ++i) {
    const auto part = static_cast<char32_t>(folded[static_cast<std::size_t>(i)]);
    if (is_in(kIgnored, part) || is_apostrophe(part)) continue;
    if (is_in(kIdeographs, part)) return CharacterClass::kIdeograph;
    if (is_mark(category(part))) continue;
    if (!is_letter_or_number(category(part))) return CharacterClass::kOther;
    result = CharacterClass::kWord;
  }
  return result;
}

CharacterClass classify_latin_1(char32_t c) {
  constexpr std::u32string_view kLettersAmongSigns = U"\u00AA\u00B2\u00B3\u00B5\u00B9\u00BA";
  if (c == 0xAD) return CharacterClass::kIgnored;
  if (c == 0xB4) return CharacterClass::kApostrophe;
  const bool is_letter =
      c >= 0xC0 ? c != 0xD7 && c != 0xF7 : kLettersAmongSigns.find(c) != std::u32string_view::npos;
  return is_letter ? CharacterClass::kWord : CharacterClass::kOther;
}

CharacterClass classify_ascii(char32_t c) {
  if (ascii::is_alphanumeric(static_cast<char>(c))) return CharacterClass::kWord;
  return is_apostrophe(c) ? CharacterClass::kApostrophe : CharacterClass::kOther;
}

// Letters that Unicode does not decompose though readers type them without the stroke.
std::string_view folded_stroke(char32_t c) {
  constexpr std::pair<char32_t, std::string_view> kStrokes[] = {
      {0xE6, "ae"}, {0xF0, "d"},  {0xF8, "o"},  {0xFE, "th"},  {0x111, "d"},
      {0x127, "h"}, {0x131, "i"}, {0x142, "l"}, {0x153, "oe"}, {0x167, "t"},
  };
  const auto* found = std::ranges::find(kStrokes, c, &std::pair<char32_t, std::string_view>::first);
  return found == std::end(kStrokes) ? std::string_view() : found->second;
}

// U+00C0 to U+017E by one look: where the answer is ASCII it is here, "" means ask utf8proc.
constexpr std::size_t kFirstLatin = 0xC0;
constexpr std::array<std::string_view, 191> kLatin = {
    "a", "a", "a",  "a",  "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i",  "i",   // C0
    "d", "n", "o",  "o",  "o", "o", "o",  "",  "o", "u", "u", "u", "u", "y", "th", "ss",  // D0
    "a", "a", "a",  "a",  "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i",  "i",   // E0
    "d", "n", "o",  "o",  "o", "o", "o",  "",  "o", "u", "u", "u", "u", "y", "th", "y",   // F0
    "a", "a", "a",  "a",  "a", "a", "c",  "c", "c", "c", "c", "c", "c", "c", "d",  "d",   // 100
    "d", "d", "e",  "e",  "e", "e", "e",  "e", "e", "e", "e", "e", "g", "g", "g",  "g",   // 110
    "g", "g", "g",  "g",  "h", "h", "h",  "h", "i", "i", "i", "i", "i", "i", "i",  "i",   // 120
    "i", "i", "ij", "ij", "j", "j", "k",  "k", "",  "l", "l", "l", "l", "l", "l",  "l",   // 130
    "l", "l", "l",  "n",  "n", "n", "n",  "n", "n", "n", "",  "",  "o", "o", "o",  "o",   // 140
    "o", "o", "oe", "oe", "r", "r", "r",  "r", "r", "r", "s", "s", "s", "s", "s",  "s",   // 150
    "s", "s", "t",  "t",  "t", "t", "t",  "t", "u", "u", "u", "u", "u", "u", "u",  "u",   // 160
    "u", "u", "u",  "u",  "w", "w", "y",  "y", "y", "z", "z", "z", "z", "z", "z",         // 170
};

// One character with what joins it, decomposed, cleaned and composed again.
void append_folded_cluster(const std::string& cluster, std::string& out) {
  std::vector<utf8proc_int32_t> points(cluster.size() * 18 + 8);  // the longest form has 18
  const auto length =
      utf8proc_decompose(reinterpret_cast<const utf8proc_uint8_t*>(cluster.data()),
                         static_cast<utf8proc_ssize_t>(cluster.size()), points.data(),
                         static_cast<utf8proc_ssize_t>(points.size()), kFolding);
  if (length <= 0) return;
  std::vector<utf8proc_int32_t> kept;
  for (std::size_t i = 0; i < static_cast<std::size_t>(length); ++i) {
    const auto c = static_cast<char32_t>(points[i]);
    const CharacterClass kind = classify(c);
    if (kind == CharacterClass::kIgnored || kind == CharacterClass::kApostrophe ||
        kind == CharacterClass::kOther) {
      continue;
    }
    const std::string_view plain = folded_stroke(c);
    if (plain.empty()) kept.push_back(points[i]);
    for (const char letter : plain) kept.push_back(letter);
  }
  const auto composed =
      utf8proc_normalize_utf32(kept.data(), static_cast<utf8proc_ssize_t>(kept.size()),
                               static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
  for (std::size_t i = 0; i < static_cast<std::size_t>(std::max<utf8proc_ssize_t>(composed, 0));
       ++i) {
    append_utf8(static_cast<char32_t>(kept[i]), out);
  }
}

// The bytes of the character at `at` and its joining marks, without what is ignored; moves `at` on.
// More marks than anyone writes are passed over, so that no cluster is long.
std::string take_cluster(std::string_view word, std::size_t& at) {
  constexpr std::size_t kMaxClusterBytes = 96;
  std::string cluster;
  bool first = true;
  while (at < word.size()) {
    const CodePoint point = decode(word, at);
    const CharacterClass kind = classify(point.value);
    if (!first && kind != CharacterClass::kMark && kind != CharacterClass::kIgnored) break;
    if (point.value != kInvalid && kind != CharacterClass::kIgnored &&
        cluster.size() + point.bytes <= kMaxClusterBytes) {
      cluster += word.substr(at, point.bytes);
    }
    at += point.bytes;
    first = false;
  }
  return cluster;
}

bool is_plain_after(std::string_view word, std::size_t at) {
  if (at >= word.size() || !ascii::is_high(word[at])) return true;
  return classify(decode(word, at).value) != CharacterClass::kMark;
}

}  // namespace

CodePoint decode(std::string_view text, std::size_t at) {
  if (!ascii::is_high(text[at])) return {static_cast<unsigned char>(text[at]), 1};
  utf8proc_int32_t value = 0;
  const auto bytes = utf8proc_iterate(
      reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at,
      static_cast<utf8proc_ssize_t>(std::min<std::size_t>(text.size() - at, 4)), &value);
  if (bytes <= 0) return {};
  return {static_cast<char32_t>(value), static_cast<std::size_t>(bytes)};
}

bool is_valid_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    if (point.value == kInvalid) return false;
    at += point.bytes;
  }
  return true;
}

void append_utf8(char32_t code_point, std::string& out) {
  std::array<utf8proc_uint8_t, 4> bytes;
  const auto length = utf8proc_encode_char(static_cast<utf8proc_int32_t>(code_point), bytes.data());
  out.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(length));
}

std::string_view cut_at_character(std::string_view text, std::size_t max_bytes) {
  if (text.size() <= max_bytes) return text;
  std::size_t end = max_bytes;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end);
}

CharacterClass classify(char32_t c) {
  if (c < 0x80) return classify_ascii(c);
  if (c < 0x100) return classify_latin_1(c);
  if (c < 0x250) return CharacterClass::kWord;
  if (c == kInvalid) return CharacterClass::kOther;
  if (is_apostrophe(c)) return CharacterClass::kApostrophe;
  if (is_in(kIgnored, c)) return CharacterClass::kIgnored;
  if (0x2000 <= c && c < 0x2070) return CharacterClass::kOther;  // the common dashes and quotes
  if (is_joining(c)) return CharacterClass::kMark;
  if (is_half_width_katakana(c) || is_half_width_hangul(c)) return CharacterClass::kIdeograph;
  const auto kind = category(c);
  if (is_mark(kind)) return CharacterClass::kMark;
  if (!is_letter_or_number(kind)) return CharacterClass::kOther;
  if (is_in(kIdeographs, c)) return CharacterClass::kIdeograph;
  if (0x400 <= c && c < 0x530) return CharacterClass::kWord;
  return classify_by_folded_form(c);
}

bool is_capital(char32_t c) {
  if (c < 0x80) return ascii::is_upper(static_cast<char>(c));
  const auto kind = c == kInvalid ? UTF8PROC_CATEGORY_CN : category(c);
  return kind == UTF8PROC_CATEGORY_LU || kind == UTF8PROC_CATEGORY_LT;
}

bool is_lower_case(char32_t c) {
  if (c < 0x80) return 'a' <= c && c <= 'z';
  return c != kInvalid && category(c) == UTF8PROC_CATEGORY_LL;
}

bool is_currency_sign(char32_t c) {
  if (c < 0x80) return c == '$';
  return c != kInvalid && category(c) == UTF8PROC_CATEGORY_SC;
}

void append_folded(std::string_view word, std::size_t enough_bytes, std::string& out) {
  for (std::size_t at = 0; at < word.size() && out.size() < enough_bytes;) {
    const CodePoint point = decode(word, at);
    if (classify(point.value) == CharacterClass::kApostrophe || point.value == kInvalid) {
      at += point.bytes;
      continue;
    }
    if (is_lone_hangul_letter(point.value)) {
      out += word.substr(at, point.bytes);
      at += point.bytes;
      continue;
    }
    if (is_plain_after(word, at + point.bytes)) {
      if (point.value < 0x80) {
        out += ascii::to_lower(word[at++]);
        continue;
      }
      if (kFirstLatin <= point.value && point.value < kFirstLatin + kLatin.size() &&
          !kLatin[point.value - kFirstLatin].empty()) {
        out += kLatin[point.value - kFirstLatin];
        at += point.bytes;
        continue;
      }
    }
    append_folded_cluster(take_cluster(word, at), out);
  }
}

std::size_t column_width(char32_t code_point) {
  const int columns = utf8proc_charwidth(static_cast<utf8proc_int32_t>(code_point));
  return columns > 0 ? static_cast<std::size_t>(columns) : 0;
}

}  // namespace dateline
