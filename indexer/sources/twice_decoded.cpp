#include "indexer/sources/twice_decoded.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "common/text/unicode.h"
#include "common/utf8.h"
#include "indexer/sources/encoding.h"

namespace dateline::indexer {
namespace {

struct Cp1252Sign {
  char32_t character = 0;
  unsigned char byte = 0;
};

// The characters of cp1252 from 0x80 to 0x9F, by their value.
std::array<Cp1252Sign, 32> make_signs() {
  std::array<Cp1252Sign, 32> signs;
  for (unsigned i = 0; i < signs.size(); ++i) {
    const auto byte = static_cast<unsigned char>(0x80 + i);
    signs[i] = {cp1252_character(byte), byte};
  }
  std::ranges::sort(signs, {}, &Cp1252Sign::character);
  return signs;
}

// The byte that cp1252 prints as this character; nothing where it has none. The five bytes without
// a character come through as controls.
std::optional<unsigned char> cp1252_byte(char32_t character) {
  if (character >= 0x80 && character <= 0xFF) return static_cast<unsigned char>(character);
  if (character < 0x152 || character > 0x2122) return std::nullopt;
  static const std::array<Cp1252Sign, 32> signs = make_signs();
  const auto* sign = std::ranges::lower_bound(signs, character, {}, &Cp1252Sign::character);
  const bool found = sign != signs.end() && sign->character == character;
  return found ? std::optional(sign->byte) : std::nullopt;
}

struct Mended {
  std::size_t bytes = 0;  // of the text, that the sequence takes; 0: there is none
  std::string character;  // what it was
  bool certain = false;
};

std::size_t sequence_bytes(unsigned char lead) {
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

// "Ã©": a capital before a sign that stands behind no word. A quotation mark does. Of the longer ones
// those of quotation marks and dashes ("â€™"), of a byte order mark and of pictures; "né…”" is French.
bool is_certain(std::string_view sequence) {
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(sequence[at]); };
  switch (byte(0)) {
    case 0xC2:
    case 0xC3:
      return byte(1) >= 0xA0 && byte(1) != 0xAB && byte(1) != 0xBB;
    case 0xE2:
      return byte(1) == 0x80 || byte(1) == 0x82 || byte(1) == 0x84;
    case 0xEF:
      return byte(1) == 0xBB;
    case 0xF0:
      return byte(1) == 0x9F;
    default:
      return false;
  }
}

// The sequence that begins at text[at].
Mended mend_at(std::string_view text, std::size_t at) {
  const CodePoint first = decode(text, at);
  const auto lead = cp1252_byte(first.value);
  const std::size_t wanted = lead && first.value >= 0xC2 ? sequence_bytes(*lead) : 0;
  if (wanted == 0) return {};
  Mended mended{first.bytes, std::string(1, static_cast<char>(*lead)), false};
  while (mended.character.size() < wanted) {
    if (at + mended.bytes >= text.size()) return {};
    const CodePoint next = decode(text, at + mended.bytes);
    const auto byte = cp1252_byte(next.value);
    if (!byte || *byte < 0x80 || *byte > 0xBF) return {};
    mended.character += static_cast<char>(*byte);
    mended.bytes += next.bytes;
  }
  const Utf8Character whole = first_character(mended.character);
  if (!whole.valid || whole.bytes != mended.character.size()) return {};
  mended.certain = is_certain(mended.character);
  return mended;
}

// "â€" whose third byte, one that cp1252 has no sign for, was lost: a closing quotation mark.
constexpr std::string_view kLostQuote = "\u00E2\u20AC";

struct Count {
  std::size_t certain = 0;
  std::size_t possible = 0;
  std::size_t other = 0;     // characters beyond ASCII that belong to no sequence
  std::size_t controls = 0;  // from U+0080 to U+009F, outside of sequences
};

bool is_control(const CodePoint& point) {
  return point.value >= 0x80 && point.value < 0xA0;
}

Count count(std::string_view text) {
  Count found;
  for (std::size_t at = 0; (at = skip_ascii(text, at)) < text.size();) {
    if (const Mended mended = mend_at(text, at); mended.bytes > 0) {
      ++(mended.certain ? found.certain : found.possible);
      at += mended.bytes;
      continue;
    }
    if (text.substr(at).starts_with(kLostQuote)) {
      ++found.certain;
      at += kLostQuote.size();
      continue;
    }
    const CodePoint point = decode(text, at);
    ++(is_control(point) ? found.controls : found.other);
    at += point.bytes;
  }
  return found;
}

std::string mended_text(std::string_view text, bool all) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    at = skip_ascii(text, at);
    result += text.substr(begin, at - begin);
    if (at == text.size()) break;
    const Mended mended = mend_at(text, at);
    if (mended.bytes > 0 && (all || mended.certain)) {
      result += mended.character;
      at += mended.bytes;
    } else if (mended.bytes == 0 && text.substr(at).starts_with(kLostQuote)) {
      append_utf8(result, char32_t{0x201D});
      at += kLostQuote.size();
    } else {
      const CodePoint point = decode(text, at);
      const char32_t sign =
          is_control(point) ? cp1252_character(static_cast<unsigned char>(point.value)) : 0;
      if (sign != 0) {
        append_utf8(result, sign);
      } else {
        result += text.substr(at, point.bytes);
      }
      at += point.bytes;
    }
  }
  return result;
}

// Before the slow look: a lead from U+00C2 to U+00F4 with a character behind it that is no ASCII, or
// a control.
bool may_need_mending(std::string_view text) {
  const auto byte = [&](std::size_t at) {
    return at < text.size() ? static_cast<unsigned char>(text[at]) : 0;
  };
  for (std::size_t at = 0; (at = skip_ascii(text, at)) < text.size();) {
    if (byte(at) == 0xC2 && byte(at + 1) < 0xA0) return true;
    const std::size_t bytes = byte(at) < 0xE0 ? 2 : byte(at) < 0xF0 ? 3 : 4;
    const bool lead = byte(at) == 0xC3 && byte(at + 1) >= 0x82 && byte(at + 1) <= 0xB4;
    if (lead && byte(at + bytes) >= 0x80) return true;
    at += bytes;
  }
  return false;
}

}  // namespace

// A few possible sequences beside other letters may be what the author wrote: "MAÇÃ”".
bool mend_twice_decoded(std::string& text) {
  if (!may_need_mending(text)) return false;
  const Count found = count(text);
  constexpr std::size_t kEnough = 4;
  const std::size_t sequences = found.certain + found.possible;
  const bool all = found.other == 0 && (found.certain > 0 || sequences >= kEnough);
  if (found.certain == 0 && found.controls == 0 && !all) return false;
  std::string mended = mended_text(text, all);
  if (mended == text) return false;
  text = std::move(mended);
  return true;
}

}  // namespace dateline::indexer
