#include "indexer/sources/character_references.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>

#include "indexer/sources/encoding.h"

namespace dateline::indexer {
namespace {

struct Reference {
  std::string_view name;
  char32_t character;  // 0: nothing is to be seen of it
};

// Sorted by byte. Spaces of every width are spaces, a soft hyphen is nothing.
constexpr auto kReferences = std::to_array<Reference>({
    {"AElig", 0xC6},    {"Aacute", 0xC1},  {"Acirc", 0xC2},    {"Agrave", 0xC0},
    {"Aring", 0xC5},    {"Atilde", 0xC3},  {"Auml", 0xC4},     {"Ccedil", 0xC7},
    {"ETH", 0xD0},      {"Eacute", 0xC9},  {"Ecirc", 0xCA},    {"Egrave", 0xC8},
    {"Euml", 0xCB},     {"Iacute", 0xCD},  {"Icirc", 0xCE},    {"Igrave", 0xCC},
    {"Iuml", 0xCF},     {"Ntilde", 0xD1},  {"OElig", 0x152},   {"Oacute", 0xD3},
    {"Ocirc", 0xD4},    {"Ograve", 0xD2},  {"Oslash", 0xD8},   {"Otilde", 0xD5},
    {"Ouml", 0xD6},     {"Prime", 0x2033}, {"Scaron", 0x160},  {"THORN", 0xDE},
    {"Uacute", 0xDA},   {"Ucirc", 0xDB},   {"Ugrave", 0xD9},   {"Uuml", 0xDC},
    {"Yacute", 0xDD},   {"Yuml", 0x178},   {"aacute", 0xE1},   {"acirc", 0xE2},
    {"acute", 0xB4},    {"aelig", 0xE6},   {"agrave", 0xE0},   {"amp", 0x26},
    {"apos", 0x27},     {"aring", 0xE5},   {"atilde", 0xE3},   {"auml", 0xE4},
    {"bdquo", 0x201E},  {"brvbar", 0xA6},  {"bull", 0x2022},   {"ccedil", 0xE7},
    {"cedil", 0xB8},    {"cent", 0xA2},    {"copy", 0xA9},     {"curren", 0xA4},
    {"dagger", 0x2020}, {"deg", 0xB0},     {"divide", 0xF7},   {"eacute", 0xE9},
    {"ecirc", 0xEA},    {"egrave", 0xE8},  {"emsp", 0x20},     {"ensp", 0x20},
    {"eth", 0xF0},      {"euml", 0xEB},    {"euro", 0x20AC},   {"frac12", 0xBD},
    {"frac14", 0xBC},   {"frac34", 0xBE},  {"gt", 0x3E},       {"hellip", 0x2026},
    {"iacute", 0xED},   {"icirc", 0xEE},   {"iexcl", 0xA1},    {"igrave", 0xEC},
    {"iquest", 0xBF},   {"iuml", 0xEF},    {"laquo", 0xAB},    {"ldquo", 0x201C},
    {"lsaquo", 0x2039}, {"lsquo", 0x2018}, {"lt", 0x3C},       {"macr", 0xAF},
    {"mdash", 0x2014},  {"micro", 0xB5},   {"middot", 0xB7},   {"minus", 0x2212},
    {"nbsp", 0x20},     {"ndash", 0x2013}, {"not", 0xAC},      {"ntilde", 0xF1},
    {"oacute", 0xF3},   {"ocirc", 0xF4},   {"oelig", 0x153},   {"ograve", 0xF2},
    {"ordf", 0xAA},     {"ordm", 0xBA},    {"oslash", 0xF8},   {"otilde", 0xF5},
    {"ouml", 0xF6},     {"para", 0xB6},    {"permil", 0x2030}, {"plusmn", 0xB1},
    {"pound", 0xA3},    {"prime", 0x2032}, {"quot", 0x22},     {"raquo", 0xBB},
    {"rdquo", 0x201D},  {"reg", 0xAE},     {"rsaquo", 0x203A}, {"rsquo", 0x2019},
    {"sbquo", 0x201A},  {"scaron", 0x161}, {"sect", 0xA7},     {"shy", 0},
    {"sup1", 0xB9},     {"sup2", 0xB2},    {"sup3", 0xB3},     {"szlig", 0xDF},
    {"thinsp", 0x20},   {"thorn", 0xFE},   {"times", 0xD7},    {"trade", 0x2122},
    {"uacute", 0xFA},   {"ucirc", 0xFB},   {"ugrave", 0xF9},   {"uml", 0xA8},
    {"uuml", 0xFC},     {"yacute", 0xFD},  {"yen", 0xA5},      {"yuml", 0xFF},
});
static_assert(std::ranges::is_sorted(kReferences, {}, &Reference::name));

constexpr std::size_t kMaxName = 8;  // "#x10FFFF"

std::optional<char32_t> character_of_number(std::string_view digits) {
  const bool hexadecimal = digits.starts_with('x') || digits.starts_with('X');
  if (hexadecimal) digits.remove_prefix(1);
  std::uint32_t code = 0;
  const char* const end = digits.data() + digits.size();
  const auto read = std::from_chars(digits.data(), end, code, hexadecimal ? 16 : 10);
  if (read.ec != std::errc() || read.ptr != end) return std::nullopt;
  if (code == '\n' || code == '\t') return code;
  if (code < 0x20 || code == 0x7F) return 0;
  return code < 0xA0 && code >= 0x80 ? cp1252_character(static_cast<unsigned char>(code)) : code;
}

std::optional<char32_t> character_of(std::string_view name) {
  if (name.starts_with('#')) return character_of_number(name.substr(1));
  const auto found = std::ranges::lower_bound(kReferences, name, {}, &Reference::name);
  if (found == kReferences.end() || found->name != name) return std::nullopt;
  return found->character;
}

struct Found {
  std::size_t bytes = 0;  // of the text that the reference takes; 0: there is none
  char32_t character = 0;
};

Found single_reference_at(std::string_view text) {
  const std::size_t end = text.substr(0, kMaxName + 2).find(';');
  if (!text.starts_with('&') || end == std::string_view::npos) return {};
  const auto character = character_of(text.substr(1, end - 1));
  return character ? Found{end + 1, *character} : Found{};
}

// "&amp;eacute;" was escaped twice, and "&amp;lt;" was, too, or stands for "&lt;".
Found reference_at(std::string_view text) {
  constexpr int kMostEscapes = 3;
  Found found = single_reference_at(text);
  for (int i = 0; i < kMostEscapes && found.character == '&'; ++i) {
    // The ampersand that was found is the first byte of what follows it.
    std::string_view rest = text.substr(found.bytes);
    std::string again = "&";
    again += rest.substr(0, kMaxName + 2);
    const Found inner = single_reference_at(again);
    if (inner.bytes == 0 || inner.character == '<' || inner.character == '>') break;
    found = {found.bytes + inner.bytes - 1, inner.character};
  }
  return found;
}

}  // namespace

std::string resolve_references(std::string_view text) {
  std::string resolved;
  resolved.reserve(text.size());
  while (!text.empty()) {
    const std::size_t at = std::min(text.find('&'), text.size());
    resolved += text.substr(0, at);
    text.remove_prefix(at);
    if (text.empty()) break;
    const Found found = reference_at(text);
    if (found.bytes == 0) resolved += '&';
    if (found.bytes > 0 && found.character != 0) append_utf8(resolved, found.character);
    text.remove_prefix(std::max<std::size_t>(found.bytes, 1));
  }
  return resolved;
}

}  // namespace dateline::indexer
