// Mends text that was decoded twice: UTF-8 that a program took for cp1252 and wrote as UTF-8 again.
//
// "donâ€™t" was "don’t" and "AndrÃ©" was "André". It is the commonest damage of scraped text.
#pragma once

#include <string>

namespace dateline::indexer {

// Mends what is certain, and returns whether anything was. Certain are sequences that no language
// writes ("â€™", "Ã©"), and in a text where every character beyond ASCII is part of a sequence that
// can be mended, all of them (Russian read as cp1252). Controls from U+0080 to U+009F become the
// signs that cp1252 has there, as browsers read them. `text` is valid UTF-8. Costs a search where
// there is nothing to mend.
bool mend_twice_decoded(std::string& text);

}  // namespace dateline::indexer
