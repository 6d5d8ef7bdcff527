// The query language as the manual pages show it, made from docs/query-language.md.
#pragma once

#include <string>

namespace dateline::searcher {

// The page dateline-query(7), in the macros of man(7).
std::string query_manual();

// The essential examples, a list of mdoc(7) for dateline-search(1).
std::string query_manual_items();

}  // namespace dateline::searcher
