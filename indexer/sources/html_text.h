// HTML -> the text that a reader of the page sees, in paragraphs. The only door to libxml2.
//
// For values of fields and for whole pages. Parsing is libxml2's, which takes HTML as it is found:
// tags that are not closed, that overlap or that nobody knows (80 MB/s where gumbo does 19, one
// core, release build of November 2026).
#pragma once

#include <string>
#include <string_view>

namespace dateline::indexer {

// Whether a text is written in HTML: it holds a tag of a name that HTML has, or a comment. Neither
// "a < b" nor "<3" nor "<John>" is one. Costs a search for '<' where there is none.
bool looks_like_html(std::string_view text);

// Returns the words of `html`, which is UTF-8 whatever a <meta> in it says, with an empty line
// between paragraphs: blocks, rows, list entries and what <br> parts. Where no <p> and no <br> is
// in it, lines part as in plain text, as in what WordPress stores. References are resolved once.
//
// Not text: tags, comments, and what stands in script, style, title, noscript, template, iframe,
// svg, select, textarea and button. Elements nested deeper than 256 are cut at their tags without
// being parsed. Nothing is ever loaded. Any number of threads may call it.
std::string html_text(std::string_view html);

}  // namespace dateline::indexer
