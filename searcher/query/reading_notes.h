// Where a query may have been meant otherwise than it is read: sentences for Query::notes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/lexer.h"

namespace dateline::searcher {

// What those who come from other search tools may have meant: "or" in small letters, "missil!", and
// words around an operator of proximity that Nexis would group in another way. Each at most once.
std::vector<std::string> reading_notes(std::string_view text, const std::vector<Lexeme>& lexemes);

}  // namespace dateline::searcher
