// Whatever encoding a text comes in, it goes on as UTF-8 with lines that end in "\n".
#pragma once

#include <string>

namespace dateline::indexer {

// What the bytes of a text were taken for.
enum class Encoding {
  kUtf8,
  kUtf16,   // told by its byte order mark, and by nothing else
  kCp1252,  // not UTF-8, but every byte has a meaning in the code page of western Windows (and
            // latin-1)
  kBroken,  // neither: what could not be read is U+FFFD
};

// Turns `text` into valid UTF-8 and drops a byte order mark. Valid UTF-8 is left as it is (no
// normalisation).
//
// Text that is mostly UTF-8 with some bytes wrong is kBroken: there a lone byte from 0x80 to 0x9F
// is read as the quote or dash that it is in cp1252, and everything else is replaced, one U+FFFD
// for each sequence that was cut off.
Encoding to_utf8(std::string& text);

// "\r\n" and "\r" become "\n". Costs a search where there are none.
void unify_line_ends(std::string& text);

// What a byte of cp1252 stands for; 0 where it has no meaning there.
char32_t cp1252_character(unsigned char byte);

// Appends the UTF-8 form of `character`, or of U+FFFD for what is none (surrogates, beyond
// U+10FFFF).
void append_utf8(std::string& text, char32_t character);

}  // namespace dateline::indexer
