// Character references in text ("&amp;", "&#8217;", "&eacute;") -> the characters they stand for.
//
// They belong to HTML and SGML, but plain text and JSON cut from web pages are full of them, and a
// story that prints one as it stands is rare. So they are resolved in every format: in plain text
// everywhere, in JSON in what is prose (not in id, url and the archive's own fields).
#pragma once

#include <string>
#include <string_view>

namespace dateline::indexer {

// Resolves the names of HTML 4 that news text uses and numbers, decimal or hexadecimal, each with
// its semicolon. "&amp;lt;" becomes "&lt;", which may be meant; all others that were escaped again,
// up to three times, are resolved to the end: "&amp;eacute;", "&amp;amp;amp;". All else is left as
// it stands. A no-break space becomes a space; numbers of control characters vanish, but those from 128 to 159 are read as
// cp1252, as browsers do.
std::string resolve_references(std::string_view text);

}  // namespace dateline::indexer
