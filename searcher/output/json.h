// Results as JSON. The shape, key by key, is described in docs/json-output.md and nowhere else; a
// test holds this to it. Bytes that are not UTF-8 become U+FFFD; what could drive or deceive a
// terminal is written as \uXXXX. No function ends its text with a newline unless it says so.
#pragma once

#include <string>
#include <string_view>

#include "searcher/hit.h"
#include "searcher/query/parser.h"

namespace dateline::searcher {

// One object on one line.
std::string to_json(const SearchResult& result);

// A line for each hit, each ended by a newline and each with the search that found it; a line with
// the search alone where there is no hit.
std::string to_json_lines(const SearchResult& result);

// A line of a batch: the object of to_json with the member "id" first, or the mistake in its place.
std::string to_batch_json(std::string_view id, const SearchResult& result);
std::string to_batch_json(std::string_view id, std::string_view query, const QueryMistake& mistake);

}  // namespace dateline::searcher
