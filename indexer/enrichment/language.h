// Guesses the language of a text from its most frequent small words.
#pragma once

#include <string_view>

namespace dateline::indexer {

// ISO 639-1 code of one of en, de, fr, es, it, pt, nl, or `fallback` where the text is too short or
// too mixed to tell. Reads at most the first few kilobytes. Thread-safe.
std::string_view guess_language(std::string_view text, std::string_view fallback);

}  // namespace dateline::indexer
