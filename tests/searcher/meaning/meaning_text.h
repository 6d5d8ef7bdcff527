// A Meaning in words, for tests.
#pragma once

#include <string>

#include "searcher/meaning/meaning.h"

namespace dateline::searcher {

// As the query language writes it, with the words of the first reading: "ferry AND NOT strike". A
// word that stands for several is (these|those), text that means nothing is "nothing".
std::string meaning_text(const MeaningNode& node);

}  // namespace dateline::searcher
