#include "indexer/sources/encoding.h"

#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "common/text/unicode.h"
#include "common/utf8.h"

namespace dateline::indexer {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

// 0x80 to 0x9F; 0 where cp1252 has no character. From 0xA0 on it is latin-1.
constexpr std::array<char16_t, 32> kCp1252 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

unsigned byte_at(std::string_view text, std::size_t at) {
  return at < text.size() ? static_cast<unsigned char>(text[at]) : 0;
}

// One character, or what of it was cut off: no byte of it begins another character.
struct Sequence {
  std::size_t bytes = 1;
  bool valid = false;
};

Sequence sequence_at(std::string_view text, std::size_t at) {
  constexpr std::size_t kMaxSequence = 4;
  // The common ones without a call: of two bytes, and of three that cannot be overlong or half a pair.
  const unsigned lead = byte_at(text, at);
  const auto continues = [&](std::size_t i) { return (byte_at(text, at + i) & 0xC0) == 0x80; };
  if (lead >= 0xC2 && lead < 0xE0 && continues(1)) return {2, true};
  if (lead > 0xE0 && lead < 0xED && continues(1) && continues(2)) return {3, true};
  const Utf8Character character = first_character(text.substr(at));
  if (character.valid) return {character.bytes, true};
  Sequence cut;
  if (byte_at(text, at) < 0xC0) return cut;
  while (cut.bytes < kMaxSequence && (byte_at(text, at + cut.bytes) & 0xC0) == 0x80) ++cut.bytes;
  return cut;
}

bool is_undefined(unsigned byte) {
  return byte >= 0x80 && byte < 0xA0 && kCp1252[byte - 0x80] == 0;
}

class Utf16Reader {
 public:
  Utf16Reader(std::string_view text, bool big_endian) : text_(text), big_endian_(big_endian) {}

  bool at_end() const { return at_ >= text_.size(); }

  // Half a unit and half a pair are kReplacement.
  char32_t next() {
    const char32_t first = unit(at_);
    at_ += 2;
    const bool high = first >= 0xD800 && first < 0xDC00;
    const char32_t low = high && at_ + 1 < text_.size() ? unit(at_) : 0;
    if (low >= 0xDC00 && low < 0xE000) {
      at_ += 2;
      return 0x10000 + ((first - 0xD800) << 10) + (low - 0xDC00);
    }
    return first >= 0xD800 && first < 0xE000 ? kReplacement : first;
  }

 private:
  char32_t unit(std::size_t at) const {
    if (at + 1 >= text_.size()) return kReplacement;
    const unsigned first = byte_at(text_, at), second = byte_at(text_, at + 1);
    return big_endian_ ? first << 8 | second : second << 8 | first;
  }

  std::string_view text_;
  bool big_endian_;
  std::size_t at_ = 0;
};

struct Spacing {
  std::size_t characters = 0;
  std::size_t spaces = 0;
  bool fits = true;  // neither half pairs nor control characters
};

Spacing spacing_of(std::string_view text, bool big_endian) {
  Spacing found;
  text = text.substr(0, text.size() - text.size() % 2);
  for (Utf16Reader reader(text, big_endian); !reader.at_end(); ++found.characters) {
    const char32_t character = reader.next();
    if (character == ' ' || character == '\n' || character == '\r' || character == 0x3002) {
      ++found.spaces;
    } else if ((character < ' ' && character != '\t') || character >= 0xFFF0) {
      found.fits = reader.at_end() && found.characters > 0;  // half a pair at the cut
      if (!found.fits) break;
    }
  }
  return found;
}

}  // namespace

Utf8Census census(std::string_view text) {
  Utf8Census found;
  for (std::size_t at = 0; (at = skip_ascii(text, at)) < text.size();) {
    const Sequence sequence = sequence_at(text, at);
    if (sequence.valid) {
      ++found.valid;
    } else {
      found.invalid += sequence.bytes;
      for (std::size_t i = 0; i < sequence.bytes; ++i) {
        if (is_undefined(byte_at(text, at + i))) ++found.undefined;
      }
    }
    at += sequence.bytes;
  }
  return found;
}

bool is_mostly_utf8(const Utf8Census& found) {
  return found.valid * 4 > found.invalid;
}

std::string from_cp1252(std::string_view text) {
  std::string utf8;
  utf8.reserve(text.size() + text.size() / 8);
  for (std::size_t at = 0; at < text.size(); ++at) {
    const unsigned byte = byte_at(text, at);
    append_utf8(utf8, cp1252_character(static_cast<unsigned char>(byte)));
  }
  return utf8;
}

std::string repaired(std::string_view text) {
  std::string utf8;
  utf8.reserve(text.size() + 16);
  for (std::size_t at = 0; at < text.size();) {
    const auto begin = at;
    at = skip_ascii(text, at);
    utf8.append(text, begin, at - begin);
    if (at == text.size()) break;
    const Sequence sequence = sequence_at(text, at);
    const unsigned byte = byte_at(text, at);
    if (sequence.valid) {
      utf8.append(text, at, sequence.bytes);
    } else if (byte < 0xA0 && !is_undefined(byte)) {
      append_utf8(utf8, kCp1252[byte - 0x80]);
    } else {
      append_utf8(utf8, kReplacement);
    }
    at += sequence.bytes;
  }
  return utf8;
}

bool is_utf16(std::string_view text) {
  const Spacing little = spacing_of(text, false), big = spacing_of(text, true);
  const auto is_spaced = [](const Spacing& found) {
    return found.fits && found.spaces * 50 >= found.characters && found.spaces > 0;
  };
  return (is_spaced(little) && big.spaces == 0) || (is_spaced(big) && little.spaces == 0);
}

std::string from_utf16(std::string_view text) {
  bool big_endian = text.starts_with("\xfe\xff");
  if (big_endian || text.starts_with("\xff\xfe")) {
    text.remove_prefix(2);
  } else {
    constexpr std::size_t kLookBytes = 4096;
    big_endian = spacing_of(text.substr(0, kLookBytes), true).spaces > 0;
  }
  std::string utf8;
  utf8.reserve(text.size());
  for (Utf16Reader reader(text, big_endian); !reader.at_end();) append_utf8(utf8, reader.next());
  return utf8;
}

char32_t cp1252_character(unsigned char byte) {
  return byte >= 0x80 && byte < 0xA0 ? kCp1252[byte - 0x80] : byte;
}

void append_utf8(std::string& text, char32_t character) {
  if ((character >= 0xD800 && character < 0xE000) || character > 0x10FFFF) character = kReplacement;
  dateline::append_utf8(character, text);
}

// A mark of UTF-16 decides; then UTF-8 is asked before cp1252, since any bytes can be cp1252.
Encoding to_utf8(std::string& text) {
  if (text.starts_with("\xff\xfe") || text.starts_with("\xfe\xff")) {
    text = from_utf16(text);
    return Encoding::kUtf16;
  }
  if (text.starts_with("\xef\xbb\xbf")) text.erase(0, 3);
  const Utf8Census found = census(text);
  if (found.invalid == 0) return Encoding::kUtf8;
  const bool cp1252 = found.undefined == 0 && !is_mostly_utf8(found);
  text = cp1252 ? from_cp1252(text) : repaired(text);
  return cp1252 ? Encoding::kCp1252 : Encoding::kBroken;
}

// In place: most texts have none, and no text gets longer.
void unify_line_ends(std::string& text) {
  const auto first = text.find('\r');
  if (first == std::string::npos) return;
  auto to = first;
  for (auto from = first; from < text.size(); ++from) {
    const bool pair = text[from] == '\r' && from + 1 < text.size() && text[from + 1] == '\n';
    if (!pair) text[to++] = text[from] == '\r' ? '\n' : text[from];
  }
  text.resize(to);
}

}  // namespace dateline::indexer
