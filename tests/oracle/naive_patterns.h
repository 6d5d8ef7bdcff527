// Whether a term is one that a pattern of a query stands for, tried out as word_pattern.h says it.
#pragma once

#include <string_view>

#include "searcher/query/word_pattern.h"

namespace dateline::oracle {

// Wildcards try every run of characters, fuzzy words every edit at every place.
bool stands_for(const searcher::WordPattern& pattern, std::string_view term);

}  // namespace dateline::oracle
