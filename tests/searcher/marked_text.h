// Queries and texts as the tests of what is lit write them.
#pragma once

#include <string>
#include <string_view>

#include "common/article.h"
#include "searcher/query/query.h"
#include "searcher/search/hit.h"

namespace dateline::searcher {

// Fails the test where it is a mistake. Knows the archive's field "topics".
Query query_of(std::string_view text);

// In English.
Article article_of(std::string_view body, std::string_view headline = "");

// The text with "[" and "]" around what is lit.
std::string marked(const HighlightedText& text);

}  // namespace dateline::searcher
