// Plain text, one article a file: headline, header lines, the text.
#pragma once

#include <string_view>

#include "common/article.h"
#include "indexer/sources/origin.h"

namespace dateline::indexer {

// Takes a file of text apart; `text` is UTF-8. Any text is an article: headline and body are both
// empty only where the text holds no letter of a story. `id` is left empty, and what the text of
// the story tells (dateline, agency, language) is left to enrich().
//
//   - Header lines above the story go to their fields (see header_lines.h). A date line that cannot
//   be
//     read is kept as the archive's field "date".
//   - The headline is a line marked or labelled so, else the first line that is short, does not
//   close as
//     a sentence, opens no dateline, and is followed by an empty line, a header line or a
//     much longer line of text.
//   - The rest is the body, in paragraphs (see paragraphs.h).
Article parse_plain_text(std::string_view text);

}  // namespace dateline::indexer
