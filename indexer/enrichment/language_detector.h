// The language of a text by its letters and their neighbours: the only door to CLD2.
#pragma once

#include <string_view>

namespace dateline::indexer {

// The ISO 639-1 code, or that of three letters where there is none of two; empty where the text does
// not tell, or is in several languages. Takes 36 microseconds a kilobyte. `text` is UTF-8, and
// less than 20 letters tell nothing. The view is valid for ever. Thread-safe.
std::string_view detect_language(std::string_view text);

}  // namespace dateline::indexer
