// The text of an article that JSON holds in pieces: blocks, paragraphs, spans, renderings.
#pragma once

#include <simdjson.h>

#include <string>
#include <string_view>

namespace dateline::indexer {

// Returns the text of `value` with an empty line between its pieces, HTML and references read (see
// prose() in field_value.h); "" where it has none.
//
// A string is a text; a list is its pieces one after the other, but that of renderings of one text
// ({"role", "contentType", "value"}) is the fullest of them; of an object the member is taken that
// is named as texts are, else its only string, else pieces numbered by their names. Spans ({"type":
// "text"}) follow each other without a break. Pieces whose type says that they are no text of the
// story are left out, as are numbers, nulls, and strings that are but a URL.
std::string text_of_blocks(simdjson::dom::element value);

// Which part of an article a block is, by its type: "kicker", "title", "byline", "date"; "" if it
// is text, "-" if it is no part ("image", "author_info").
std::string_view part_of_block(simdjson::dom::object block);

}  // namespace dateline::indexer
