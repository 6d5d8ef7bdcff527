// Where a query may have been meant otherwise than it is read: sentences for Query::notes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/lexer.h"

namespace dateline::searcher {

// What those who come from other search tools may have meant: "or" or "near" in small letters,
// "missil!", and words around an operator of proximity that Nexis would group in another way. Each
// at most once. `lexemes` are without kSign.
std::vector<std::string> reading_notes(const std::vector<Lexeme>& lexemes,
                                       Dialect dialect = Dialect::kDateline);

// Whether a query is read as more or other than its own words in their order, AND between words
// aside: then a reader should see how.
bool is_read_otherwise(std::string_view typed, std::string_view read_as);

// Whether a word that ends with "!" is a name or a cry that is printed so: "Yahoo!", "Wow!".
bool is_printed_so(std::string_view word);

}  // namespace dateline::searcher
