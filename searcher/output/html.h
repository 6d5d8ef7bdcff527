// Hits as one page for a browser: the format "html".
//
// The page is whole in itself: no script, no image, no font, nothing is fetched, and its content
// security policy forbids the browser to. Everything of an article or a query is text
// (searcher/output/html_text.h); only its address becomes an attribute, and only where it is one of
// the web (web_address()). A link tells its target nothing about the page.
#pragma once

#include <string>

#include "searcher/hit.h"

namespace dateline::searcher {

// Valid HTML in UTF-8, without any control or bidirectional character, so it can be printed to a
// terminal. The head of the page cites the search: query as typed and as read, counts, generation,
// notes.
std::string to_html(const SearchResult& result);

}  // namespace dateline::searcher
