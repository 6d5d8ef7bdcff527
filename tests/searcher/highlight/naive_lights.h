// What a query lights in a text, found as query.h says it: every place with all that makes it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "common/text/analyser.h"
#include "searcher/query/query.h"

namespace dateline::searcher {

enum class NaiveText : std::uint8_t { kHeadline, kBody };

// For each token, whether it is lit. Words and phrases of the query stand for themselves: no stems
// and no patterns.
std::vector<bool> naive_lights(const Query& query, const std::vector<Token>& tokens,
                               NaiveText text);

}  // namespace dateline::searcher
