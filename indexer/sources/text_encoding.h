// Finds the encoding of a text that does not tell it, and turns the text into UTF-8.
//
// Valid UTF-8 wins over any guess and over what the user names. Of the rest uchardet guesses, and
// ICU converts: on short texts in many languages uchardet is right more often than the detectors of
// ICU and Python. What it guesses must look like writing (plausibility.h), and better than cp1252,
// which most old archives of the west are in. Nothing that is not UTF-8 is read in silence: the
// name of what it was read as is given back.
#pragma once

#include <string>
#include <string_view>

#include "indexer/sources/encoding.h"

namespace dateline::indexer {

struct Decoding {
  Encoding encoding = Encoding::kUtf8;
  std::string_view name;  // "windows-1251"; empty for UTF-8 and UTF-16. Lives for ever
  bool mixed = false;     // some lines were UTF-8 and stayed
};

// Turns `text` into valid UTF-8. `named` is what the user says that texts are in which are not
// UTF-8, as encoding_name() gives it; empty: guessed. Thread-safe.
Decoding decode_text(std::string& text, std::string_view named);

// The usual name of an encoding that can be read, by any of its names ("cp1251", "Windows-1251");
// empty for what is none. Lives for ever.
std::string_view encoding_name(const std::string& typed);

}  // namespace dateline::indexer
