// Encodings that texts are in, and what recognises and converts them: the only door to uchardet and to
// the converters of ICU. text_encoding.h decides with them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dateline::indexer {

// What is read where nothing speaks against it; our own table reads it (encoding.h).
inline constexpr std::string_view kWestern = "windows-1252";

struct CodePage {
  std::string_view told;  // as uchardet prints it
  const char* icu;        // what converts it: a superset, where the world writes one
  std::string_view name;  // as it is shown
};

// The one that uchardet names so; nullptr where it is not read.
const CodePage* find_told(std::string_view told);

// The guess of uchardet; nullptr where it has none that is read here.
const CodePage* ask_uchardet(std::string_view bytes);

// Bytes as UTF-8, by the converter that ICU has under this name; nothing where it has none. What
// cannot be read is U+FFFD.
std::optional<std::string> convert(std::string_view bytes, const char* from);

}  // namespace dateline::indexer
