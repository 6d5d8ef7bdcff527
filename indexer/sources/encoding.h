// Whatever encoding a text comes in, it goes on as UTF-8 with lines that end in "\n".
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace dateline::indexer {

// What the bytes of a text were taken for.
enum class Encoding {
  kUtf8,
  kUtf16,   // told by its byte order mark, or certain without one
  kCp1252,  // not UTF-8, but every byte has a meaning in the code page of western Windows (and
            // latin-1)
  kOther,   // another that text_encoding.h names
  kBroken,  // none: what could not be read is U+FFFD
};

// The place of the first byte that is not ASCII, from `at` on; the end where there is none.
inline std::size_t skip_ascii(std::string_view text, std::size_t at) {
  for (std::uint64_t block = 0; at + sizeof block <= text.size(); at += sizeof block) {
    std::memcpy(&block, text.data() + at, sizeof block);
    if ((block & 0x8080808080808080U) != 0) break;
  }
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
  return at;
}

// How much of a text is UTF-8 beyond ASCII, and how much is not.
struct Utf8Census {
  std::size_t valid = 0;      // sequences of two bytes and more
  std::size_t invalid = 0;    // bytes outside of them
  std::size_t undefined = 0;  // among those, bytes without a meaning in cp1252
};
Utf8Census census(std::string_view text);

// By chance two characters of one byte look like UTF-8 now and then ("É”"), but never often.
bool is_mostly_utf8(const Utf8Census& found);

// Turns `text` into valid UTF-8 and drops a byte order mark. Valid UTF-8 is left as it is (no
// normalisation).
//
// Text that is mostly UTF-8 with some bytes wrong is kBroken: there a lone byte from 0x80 to 0x9F
// is read as the quote or dash that it is in cp1252, and everything else is replaced, one U+FFFD
// for each sequence that was cut off.
Encoding to_utf8(std::string& text);

// The steps of to_utf8(), for who has looked at the bytes already.
std::string from_cp1252(std::string_view text);
std::string repaired(std::string_view text);

// Whether bytes are UTF-16 without a mark, for certain: read in one order they are characters with
// spaces or line ends between them, in the other they hold none.
bool is_utf16(std::string_view text);

// UTF-16 with a mark or without, as is_utf16() finds it, as UTF-8.
std::string from_utf16(std::string_view text);

// "\r\n" and "\r" become "\n". Costs a search where there are none.
void unify_line_ends(std::string& text);

// What a byte of cp1252 stands for; 0 where it has no meaning there.
char32_t cp1252_character(unsigned char byte);

// Appends the UTF-8 form of `character`, or of U+FFFD for what is none (surrogates, beyond
// U+10FFFF).
void append_utf8(std::string& text, char32_t character);

}  // namespace dateline::indexer
